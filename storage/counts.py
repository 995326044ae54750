"""How often something happened on a day. Names things, never persons."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, func, select
from sqlmodel import Field, Session, SQLModel

from storage.columns import table_of
from storage.dialect import insert_into


class CountRow(SQLModel, table=True):
    """One counter on one day."""

    __tablename__ = "daily_count"

    day: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    number: int = Field(sa_type=BigInteger)


COUNT = table_of(CountRow)


def add(session: Session, day: date, name: str, by: int = 1) -> None:
    """Count something."""
    statement = insert_into(session, COUNT).values(day=day, name=name, number=by)
    changes = {"number": COUNT.c.number + statement.excluded.number}
    session.connection().execute(statement.on_conflict_do_update(index_elements=["day", "name"], set_=changes))


def totals(session: Session) -> dict[str, int]:
    """Return each counter over all days, by name."""
    query = select(COUNT.c.name, func.sum(COUNT.c.number)).group_by(COUNT.c.name).order_by(COUNT.c.name)
    return {name: int(number) for name, number in session.connection().execute(query)}
