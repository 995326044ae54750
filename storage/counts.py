"""How often something happened on a day. Names things, never persons."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, func, select
from sqlmodel import Field, Session, SQLModel

from storage.columns import table_of
from storage.dialect import Upsert


class CountRow(SQLModel, table=True):
    """One counter on one day."""

    __tablename__ = "daily_count"

    day: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    number: int = Field(sa_type=BigInteger)


COUNT = table_of(CountRow)
_ADD = Upsert(
    COUNT,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["day", "name"], set_={"number": COUNT.c.number + insert.excluded.number}
    ),
)
_TOTALS = select(COUNT.c.name, func.sum(COUNT.c.number)).group_by(COUNT.c.name).order_by(COUNT.c.name)


def add(session: Session, day: date, name: str, by: int = 1) -> None:
    """Count something."""
    _ADD.run(session, {"day": day, "name": name, "number": by})


def totals_of(session: Session, start: str) -> dict[str, int]:
    """Return each counter whose name begins so, over all days, by the rest of its name."""
    rows = session.connection().execute(_TOTALS.where(COUNT.c.name.startswith(start, autoescape=True)))
    return {name.removeprefix(start): int(number) for name, number in rows}


def totals(session: Session) -> dict[str, int]:
    """Return each counter over all days, by name."""
    return {name: int(number) for name, number in session.connection().execute(_TOTALS)}
