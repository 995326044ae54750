"""Leaving notices. The card that was pressed is drawn anew by the answer to the press, so no notice redraws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.usecases.ports import Desk
from domain.facts import Topic
from domain.notices import Notice, NoticeKind
from storage import sent_cards


def tell(desk: Desk, notices: Iterable[Notice]) -> None:
    """Leave the notices; they commit or vanish with the decision they tell of."""
    desk.outbox.leave(desk.session, [one for notice in notices if (one := _without_pressed(desk, notice)) is not None])


def _without_pressed(desk: Desk, notice: Notice) -> Notice | None:
    """Return the notice without the card that was pressed, and None when no other card stands there."""
    if notice.kind is not NoticeKind.REDRAW or notice.to != desk.by.id or not desk.card_id:
        return notice
    cards = sent_cards.about(desk.session, Topic(notice.redraws), notice.subject, notice.to)
    if cards and all(card.activity_id == desk.card_id for card in cards):
        return None
    return replace(notice, spares=desk.card_id)
