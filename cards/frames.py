"""What holds in a team: shown, and looked at before it is set."""

from __future__ import annotations

from itertools import islice, pairwise

from microsoft_teams.cards import Action

from cards.actions import fold, press
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, listing, quiet, said_only, sheet, strong, together
from cards.frame_words import discussed, line_of, lines
from cards.quotation import policy_says
from cards.setting import Setting
from domain.commands import EditFrames, FrameFields, LetGo, SaveFrames, ShowFrames
from domain.facts import FrameNews, FramePreview, TeamFrames
from domain.frame_form import written
from domain.frames import MED_PASSAGE, LocalFrame, differing

MOST_EARLIER = 5


def draw_team_frames(fact: TeamFrames, setting: Setting) -> Drawn:
    """Draw what holds in the team, the policy's defaults where nothing is settled, and what held before."""
    frame = fact.frame
    return sheet(
        heading(_title(fact, setting)),
        beneath(discussed(frame, setting)) if frame else None,
        _remark(fact, setting),
        listing(lines(frame, setting)) if frame else _defaults(setting),
        policy_says(MED_PASSAGE, setting) if frame is None else None,
        quiet(_set_by(fact, setting)),
        actions=_actions(fact, setting),
    )


def draw_frame_preview(fact: FramePreview, setting: Setting) -> Drawn:
    """Draw what changes, and the button that sets it."""
    t, n = setting.words.t, setting.words.n
    fields = {"version": fact.after.version - 1, **written(fact.after).values()}
    return sheet(
        heading(t("Shall this hold in your team?")),
        listing(line_of(name, fact.after, setting) for name in differing(fact.before, fact.after)),
        quiet(n("{count} employee is told.", "{count} employees are told.", fact.team_size)),
        said_only(t('Answer "yes" to set it or "cancel" to leave it.')),
        actions=[
            press(t("Set it"), SaveFrames.model_validate(fields), "positive"),
            press(t("Change"), EditFrames(again=FrameFields.model_validate(fields))),
            press(t("Cancel"), LetGo()),
        ],
    )


def _title(fact: TeamFrames, setting: Setting) -> str:
    t = setting.words.t
    match fact.news:
        case FrameNews.DUE:
            return t("It is time to discuss what holds in your team")
        case FrameNews.CHANGED:
            return t("There is something new in what holds in your team")
        case _:
            return t("What holds in your team")


def _remark(fact: TeamFrames, setting: Setting) -> Part | None:
    t = setting.words.t
    match fact.news:
        case FrameNews.SAVED:
            return line(t("It holds now. The team is told."))
        case FrameNews.SAME:
            return line(t("Nothing is different from what holds already."))
        case FrameNews.DUE:
            return line(t("Take it up in MED, and then set a new date here."))
        case _:
            return None


def _defaults(setting: Setting) -> Part:
    t = setting.words.t
    return together(
        line(t("Your team has settled nothing of its own yet, so the policy holds as it is.")),
        listing([t("The leader answers each home day."), t("There is no fixed day of presence.")]),
    )


def _set_by(fact: TeamFrames, setting: Setting) -> str:
    t = setting.words.t
    neither = t("Home work is neither a right nor a duty.")
    if fact.frame is None or not fact.set_by or fact.mine:
        return neither
    day = setting.day(fact.frame.set_at.date())
    return f"{t('Set by {name} {day}.', name=fact.set_by, day=day)} {neither}"


def _actions(fact: TeamFrames, setting: Setting) -> list[Action]:
    t = setting.words.t
    actions: list[Action] = []
    if fact.mine:
        actions.append(press(t("Change the frames") if fact.frame else t("Set what holds"), EditFrames()))
    if fact.earlier and fact.frame is not None:
        actions.append(fold(t("Earlier"), _history((fact.frame, *fact.earlier), fact, setting)))
    if fact.led and fact.news is None:
        actions.append(press(t("What holds for my own days"), ShowFrames(as_member=True)))
    return actions


def _history(known: tuple[LocalFrame, ...], fact: TeamFrames, setting: Setting) -> Part:
    """Return what held before, newest first: until when, who set it, and what was otherwise."""
    t, parts = setting.words.t, []
    for newer, older in islice(pairwise(known), MOST_EARLIER):
        set_on, until = setting.day(older.set_at.date()), setting.day(newer.set_at.date())
        otherwise = [line_of(name, older, setting) for name in differing(newer, older)]
        parts += [
            strong(t("Until {day}", day=until)),
            quiet(t("Set by {name} {day}.", name=fact.set_by or t("your leader"), day=set_on)),
            listing(otherwise),
        ]
    return together(*parts)
