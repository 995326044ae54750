"""Whether the demands above two days a week are known to be met, for the cards that show the average."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlmodel import Session

from domain.radar import Effect, Outlook
from storage import checklists

Average = TypeVar("Average", Effect, Outlook)


def with_demands(session: Session, person_id: str, today: date, of: Average) -> Average:
    """Return the average with whether the person's checklist is in place; asked only where the limit is passed."""
    if of.crossing is None or not checklists.workplace_state(session, person_id, today).is_met:
        return of
    return replace(of, demands_met=True)
