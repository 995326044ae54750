"""The requests that wait for somebody's answer, as they stand now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlmodel import Session

from bot.usecases.picture import leader_request
from domain.facts import WaitingRequests
from storage import home_days


def waiting_requests(session: Session, employee_ids: Collection[str], today: date) -> WaitingRequests:
    """Return what these employees ask for from today on, the earliest day first."""
    waiting = home_days.asked_by(session, employee_ids, today) if employee_ids else []
    requests = dict.fromkeys(day.request_id for day in sorted(waiting, key=lambda day: day.on))
    pictures = (leader_request(session, one) for one in requests)
    return WaitingRequests(tuple(one for one in pictures if one is not None))
