"""How much is under way, in one question that costs as much as what is under way, not as what is kept.

Each part of it reads an index that holds only what is open, or the one row of the audit trail's head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, TextClause, func, literal_column, null, select, text, union_all
from sqlmodel import Session

from storage.audit import HEAD
from storage.calendar_entries import ENTRY
from storage.deliveries import DELIVERY
from storage.receivers import RECEIVER

# as in the indices, so that they are used
_OPEN = text("state IN ('waiting', 'sending')")
_QUIET = text("state = 'quiet'")
_WAITING = text("state = 'waiting'")
_FAILED = text("state = 'failed'")
_DUE = func.min(DELIVERY.c.not_before)


def _part(what: str, state: object, number: object, of: object, due: object = None) -> Select[Any]:
    due = null() if due is None else due
    named: tuple[Any, ...] = (literal_column(f"'{what}'").label("what"), state, number, due)
    return select(*named).select_from(of)  # type: ignore[arg-type]  # a table


def _counted(what: str, state: str, of: object, where: TextClause) -> Select[Any]:
    return _part(what, literal_column(f"'{state}'"), func.count(), of).where(where)


_BACKLOG = union_all(
    _part("delivery", DELIVERY.c.state.label("state"), func.count().label("number"), DELIVERY, _DUE.label("due"))
    .where(_OPEN)
    .group_by(DELIVERY.c.state),
    _counted("delivery", "quiet", DELIVERY, _QUIET),
    _counted("calendar", "waiting", ENTRY, _WAITING),
    _counted("calendar", "failed", ENTRY, _FAILED),
    _counted("receiver", "open", RECEIVER, _OPEN),
    _part("audit", literal_column("''"), HEAD.c.number, HEAD),
)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is under way, by state; `due` is when the oldest of the open deliveries fell due, or will.

    `audit` is the number of the audit trail's newest line: how many were ever written.
    """

    deliveries: Mapping[str, int] = field(default_factory=dict)
    calendar: Mapping[str, int] = field(default_factory=dict)
    receivers: int = 0
    audit: int = 0
    due: datetime | None = None


def backlog(session: Session) -> Backlog:
    """Return what is under way now."""
    rows = list(session.connection().execute(_BACKLOG))
    found = {(row.what, row.state): int(row.number) for row in rows}
    return Backlog(
        {state: found.get(("delivery", state), 0) for state in ("waiting", "sending", "quiet")},
        {state: found.get(("calendar", state), 0) for state in ("waiting", "failed")},
        found.get(("receiver", "open"), 0),
        found.get(("audit", ""), 0),
        min((row.due for row in rows if row.due is not None), default=None),
    )
