"""A leader asks the team before a talk: the round is put together, started, ended, and carried into the frames."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from sqlmodel import Session

from bot.usecases.led_team import led_team
from bot.usecases.ports import Desk
from bot.usecases.set_frames import edit_frames
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from domain.check_items import CheckItem
from domain.commands import CarryDiscussion, EditFrames, EndDiscussion, StartDiscussion
from domain.deeds import Deed
from domain.discussion import ASKED, ENOUGH, PASSAGE, SMALLEST_TEAM, Discussion, last_day, tally, usual_last_day
from domain.facts import DiscussionForm, DiscussionState, FrameForm, Refused, RoundNote
from domain.notices import Notice, NoticeKind
from domain.refusals import Refusal, Rule
from policy.discussion import discussion_questions
from policy.local import speaks_to
from storage import discussions, people

Shown = DiscussionForm | DiscussionState | Refused


def propose_discussion(desk: Desk) -> Shown:
    """Return the form or, while a round is open, how far it has come."""
    leader_id = _team_to_ask(desk)
    if isinstance(leader_id, Refused):
        return leader_id
    last = discussions.newest(desk.session, leader_id)
    if last is not None and not last.is_over(desk.at.date()):
        return state_of(desk.session, last, desk.by.id, desk.at.date())
    questions = discussion_questions(desk.handbook)
    chosen = tuple(one.id for one in questions if speaks_to(one.id))  # what the frames can hold afterwards
    return _form(uuid4(), leader_id, questions, chosen, usual_last_day(desk.at.date()), desk)


def start_discussion(command: StartDiscussion, desk: Desk) -> Shown:
    """Put the chosen questions to the team; a second press, or a second form, shows the round that is open."""
    leader_id = _team_to_ask(desk)
    if isinstance(leader_id, Refused):
        return leader_id
    today = desk.at.date()
    last = discussions.newest(desk.session, leader_id)
    if last is not None and (last.id == command.discussion_id or not last.is_over(today)):
        return state_of(desk.session, last, desk.by.id, today)
    questions = discussion_questions(desk.handbook)
    wanted = {part.strip() for part in command.questions.split(",")}
    chosen = tuple(one for one in questions if one.id in wanted)
    closes_on = last_day(_date(command.closes_on), today)
    if not chosen or closes_on is None:
        note = RoundNote.NO_DATE if chosen else RoundNote.NO_QUESTION
        ids = tuple(one.id for one in chosen)
        again = closes_on or usual_last_day(today)
        return _form(command.discussion_id, leader_id, questions, ids, again, desk, note)
    one = Discussion(command.discussion_id, leader_id, desk.handbook.version, chosen, desk.at, closes_on)
    if not discussions.add(desk.session, one):
        return Refused(Refusal(Rule.NO_SUCH_ROUND))  # the id is another team's: nobody of ours wrote that card
    trail(desk, Deed.TEAM_ASKED, "", one.id, closes_on)
    team = sorted(people.team_of(desk.session, leader_id))
    tell(desk, [Notice(NoticeKind.DISCUSSION, each, one.id, ASKED) for each in team])
    return state_of(desk.session, one, desk.by.id, today, RoundNote.STARTED)


def end_discussion(command: EndDiscussion, desk: Desk) -> DiscussionState | Refused:
    """End the round now and show what was answered; one that has ended is shown as it is."""
    one = _mine(command.discussion_id, desk)
    if isinstance(one, Refused):
        return one
    if not one.is_over(desk.at.date()):
        discussions.end(desk.session, one, desk.at)
        one = discussions.find(desk.session, one.id) or one
    return state_of(desk.session, one, desk.by.id, desk.at.date())


def carry_discussion(command: CarryDiscussion, desk: Desk) -> FrameForm | DiscussionState | Refused:
    """Open the form of the frames with the answers beside it; only the leader sets frames (see set_frames)."""
    one = _mine(command.discussion_id, desk)
    if isinstance(one, Refused):
        return one
    today = desk.at.date()
    if not one.is_over(today):
        return state_of(desk.session, one, desk.by.id, today)
    form = edit_frames(EditFrames(), desk)
    if isinstance(form, Refused):
        return form
    return FrameForm(form.version, form.typed, answered=tally(one, discussions.replies(desk.session, one.id)))


def state_of(
    session: Session, one: Discussion, reader_id: str, today: date, note: RoundNote | None = None
) -> DiscussionState:
    """Return the round as its leader sees it: what was answered only once it is over, and who only among enough."""
    team = people.team_of(session, one.leader_id) if one.leader_id else frozenset()
    said = [reply for reply in discussions.replies(session, one.id) if reply.says_something]
    over = one.is_over(today)
    named = people.by_ids(session, [reply.person_id for reply in said]) if over and len(said) >= ENOUGH else []
    return DiscussionState(
        one,
        len(said),
        max(len(team), len(said)),
        over,
        tally(one, said) if over else (),
        tuple(each.name for each in named),
        can_carry=reader_id == one.leader_id and bool(team),
        note=note,
    )


def _team_to_ask(desk: Desk) -> str | Refused:
    """Return whose team is asked: one that this person answers for, and where an answer can be nobody's."""
    leader_id = led_team(desk)
    if leader_id is None:
        return Refused(Refusal(Rule.ONLY_LEADERS, PASSAGE))
    if len(people.team_of(desk.session, leader_id)) < SMALLEST_TEAM:
        return Refused(Refusal(Rule.TEAM_TOO_SMALL, PASSAGE))
    return leader_id


def _mine(discussion_id: UUID, desk: Desk) -> Discussion | Refused:
    """Return the round where it is of the team that this person answers for."""
    one = discussions.find(desk.session, discussion_id)
    if one is None or one.leader_id is None or one.leader_id != led_team(desk):
        return Refused(Refusal(Rule.NO_SUCH_ROUND))
    return one


def _form(
    discussion_id: UUID,
    leader_id: str,
    questions: tuple[CheckItem, ...],
    chosen: tuple[str, ...],
    closes_on: date,
    desk: Desk,
    note: RoundNote | None = None,
) -> DiscussionForm:
    team = len(people.team_of(desk.session, leader_id))
    return DiscussionForm(discussion_id, questions, chosen, closes_on, team, note)


def _date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
