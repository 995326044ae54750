"""Which notices wait for the end of somebody's quiet hours. The rule is in domain.quiet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from domain.home_days import HomeDay
from domain.notices import Notice, NoticeKind
from domain.quiet import Quiet, begins, held_until
from storage import deliveries, home_days, notice_settings, quiet_receivers
from storage.deliveries import Delivery, Mark, State

_OF_CANCELLATIONS = (
    NoticeKind.CANCELLATION,
    NoticeKind.CANCELLATION_AGAIN,
    NoticeKind.UNSEEN,
    NoticeKind.UNREACHED,
)


def holds(session: Session, notices: Sequence[Notice], now: datetime) -> dict[str, datetime]:
    """Return until when notices wait, by key, for those that do. One question where nobody's hours are quiet.

    A card that is drawn anew makes no sound, so it never waits.
    """
    told = [one for one in notices if one.kind is not NoticeKind.REDRAW]
    quiet = notice_settings.quiet_of(session, [one.to for one in told]) if told else {}
    until = {one.key: _held(session, one, quiet[one.to], now) for one in told if one.to in quiet}
    return {key: moment for key, moment in until.items() if moment is not None}


def awake(session: Session, taken: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """Return those that may leave now; the others, for whom the evening came meanwhile, are put aside."""
    held = holds(session, [one.notice for one in taken], now)
    aside = [one for one in taken if one.notice.key in held]
    deliveries.mark(session, *(Mark(one.id, State.QUIET, held[one.notice.key]) for one in aside))
    return [one for one in taken if one.notice.key not in held]


def plan_anew(session: Session, person_id: str, quiet: Quiet | None, now: datetime) -> None:
    """Plan anew what waits for a person whose quiet hours have changed; without any it leaves within a minute."""
    for one in deliveries.quiet_for(session, person_id):
        until = _held(session, one.notice, quiet, now) if quiet is not None else None
        deliveries.mark(session, Mark(one.id, State.QUIET, until or now))
    quiet_receivers.change(session, person_id, quiet, now)


def _held(session: Session, notice: Notice, quiet: Quiet, now: datetime) -> datetime | None:
    if not quiet.covers(now):
        return None
    return held_until(quiet, now, _first_cancelled(session, notice))


def _first_cancelled(session: Session, notice: Notice) -> HomeDay | None:
    if notice.kind not in _OF_CANCELLATIONS:
        return None
    return min(home_days.of_cancellation(session, notice.subject), key=begins, default=None)
