"""The policy's advice to employees, as it is sent on home days to those who want it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from policy.handbook import Handbook, Kind

CLOCK_IN = "raad-stempl"  # said on every home day, so it is none of those that take turns
_TO_EMPLOYEES = "til ansatte"


def advice_to_employees(handbook: Handbook) -> tuple[str, ...]:
    """Return the ids of the passages that take turns, in the order of the document."""
    return tuple(
        one.id
        for one in handbook.passages.values()
        if one.kind is Kind.ADVICE and one.id != CLOCK_IN and one.heading.casefold().startswith(_TO_EMPLOYEES)
    )


def next_advice(ids: tuple[str, ...], lately: Collection[str], today: date) -> str:
    """Return a piece that was not given lately, another one each day; "" where each was."""
    start = today.toordinal() % len(ids) if ids else 0
    return next((one for one in ids[start:] + ids[:start] if one not in lately), "")
