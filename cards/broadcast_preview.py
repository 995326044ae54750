"""A draft just as its receivers will get it, with whom it goes to, before anything is sent."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import press
from cards.broadcast_message import matter
from cards.broadcast_words import audience, halted
from cards.drawn import Drawn
from cards.frame import Part, beneath, boxed, heading, line, quiet, said_only, sheet, strong, together
from cards.setting import Setting
from cards.words import Words
from domain.commands import SendBroadcast, View, ViewBroadcast
from domain.facts import BroadcastPreview
from domain.people import Language


def draw_broadcast_preview(fact: BroadcastPreview, setting: Setting) -> Drawn:
    """Draw the preview; before "everybody" the same once more, as a question."""
    t, one = setting.words.t, fact.broadcast
    title = t("Send it to everybody?") if fact.asks_again else t("This is how it will look")
    return sheet(
        heading(title),
        beneath(_to(fact, setting)),
        line(halted(one.halted, setting)) if one.halted else None,
        _who(fact, setting),
        line(_when(fact, setting)),
        line(_confirmation(fact, setting)) if one.confirm else None,
        *_shown(fact, setting),
        said_only(t('Answer "yes" to send it or "no" to leave it.')) if fact.reach.count else None,
        actions=_actions(fact, setting),
    )


def _to(fact: BroadcastPreview, setting: Setting) -> str:
    n = setting.words.n
    whom = audience(fact.broadcast.audience, setting)
    return n("Goes to {count} person: {whom}", "Goes to {count} people: {whom}", fact.reach.count, whom=whom)


def _who(fact: BroadcastPreview, setting: Setting) -> Part | None:
    t, n, reach = setting.words.t, setting.words.n, fact.reach
    if not reach.sample:
        return None
    more = reach.count - len(reach.sample)
    names = setting.words.listed(reach.sample)
    sample = (
        t("{names} and {more} more", names=", ".join(reach.sample), more=setting.words.number(more)) if more else names
    )
    unmet = n(
        "I have not met {count} of them yet. If the app is not installed for them, they stand in the report.",
        "I have not met {count} of them yet. Those without the app stand in the report.",
        reach.unmet,
    )
    return together(line(sample), quiet(unmet) if reach.unmet else None)


def _when(fact: BroadcastPreview, setting: Setting) -> str:
    t, at = setting.words.t, fact.broadcast.send_at
    return t("It leaves at once when you say yes.") if at is None else t("It leaves {when}.", when=setting.moment(at))


def _confirmation(fact: BroadcastPreview, setting: Setting) -> str:
    t, by = setting.words.t, fact.broadcast.confirm_by
    if by is None:
        return t('"Read and understood" is asked for.')
    return t('"Read and understood" is asked for by {day}.', day=setting.day(by))


def _shown(fact: BroadcastPreview, setting: Setting) -> list[Part]:
    """Return the message in its languages: Danish, and English where there is one."""
    one = fact.broadcast
    settings = [Setting(Words(Language.DANISH), setting.today, setting.handbook)]
    if one.english:
        settings.append(Setting(Words(Language.ENGLISH), setting.today, setting.handbook))
    return [boxed(together(strong(one.wording(each.words.language).title), matter(one, each))) for each in settings]


def _actions(fact: BroadcastPreview, setting: Setting) -> list[Action]:
    t, one = setting.words.t, fact.broadcast
    edit = press(t("Change it"), ViewBroadcast(broadcast_id=one.id, view=View.FORM))
    mine = press(t("Send it to me only"), ViewBroadcast(broadcast_id=one.id, view=View.MYSELF))
    if not fact.reach.count:
        return [edit, mine]
    send = SendBroadcast(broadcast_id=one.id, version=one.version, sure=fact.asks_again)
    if fact.asks_again:
        count = setting.words.number(fact.reach.count)
        return [edit, press(t("Yes, send it to {count}", count=count), send, "destructive")]
    return [press(t("Send it") if one.send_at is None else t("Plan it"), send, "positive"), edit, mine]
