"""A broadcast as its receivers get it, with "read and understood" and the thanks in its place."""

from __future__ import annotations

from microsoft_teams.cards import Action, Image, TextBlock

from cards.actions import open_url, press
from cards.drawn import Drawn
from cards.frame import Manner, Part, heading, line, quiet, said_only, sheet, shown_only, together
from cards.literal import literal
from cards.setting import Setting
from domain.broadcasts import Broadcast
from domain.commands import ConfirmBroadcast
from domain.facts import BroadcastMessage


def draw_broadcast_message(fact: BroadcastMessage, setting: Setting) -> Drawn:
    """Draw the message: title, picture, text, link, and what is asked of the reader."""
    t, one = setting.words.t, fact.broadcast
    title = one.wording(setting.words.language).title
    reminder = t("Reminder: {title}", title=title)
    return sheet(
        heading(reminder if fact.reminds else title or t("Message from HR and Personnel")),
        matter(one, setting),
        _asked(fact, setting),
        actions=_actions(fact, setting),
        summary=reminder if fact.reminds else title,
    )


def matter(one: Broadcast, setting: Setting) -> Part:
    """Return what stands beneath the title: the picture, and the text, whose markdown is HR's own."""
    words = one.wording(setting.words.language)
    text = literal(words.text)
    corrected = setting.words.t("Corrected after it was sent.") if one.edition else ""
    return together(
        shown_only(Image(url=one.picture, alt_text=literal(words.title), size="Stretch")) if one.picture else None,
        Part((TextBlock(text=text, wrap=True),), ((Manner.PLAIN, words.text),)) if text else None,
        said_only(one.link) if one.link else None,
        quiet(corrected) if corrected else None,
        quiet(setting.words.t("From HR and Personnel. Write to me if you have a question about it.")),
    )


def _asked(fact: BroadcastMessage, setting: Setting) -> Part | None:
    t, one = setting.words.t, fact.broadcast
    if fact.confirmed_at is not None:
        return line(t("Thank you. You confirmed it {when}.", when=setting.moment(fact.confirmed_at)))
    if not one.confirm:
        return None
    how = said_only(t('Write "read and understood" to confirm it.'))
    if one.confirm_by is None:
        return together(line(t("Please confirm that you have read and understood it.")), how)
    by = setting.day(one.confirm_by)
    return together(line(t("Please confirm by {day} that you have read and understood it.", day=by)), how)


def _actions(fact: BroadcastMessage, setting: Setting) -> list[Action]:
    t, one = setting.words.t, fact.broadcast
    actions: list[Action] = []
    if one.confirm and fact.confirmed_at is None:
        actions.append(press(t("Read and understood"), ConfirmBroadcast(broadcast_id=one.id), "positive"))
    if one.link:
        actions.append(open_url(t("Read more"), one.link))
    return actions
