"""Which piece of advice went to whom on which home day: so that none comes twice within a month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam, delete, select
from sqlmodel import Field, Session, SQLModel

from domain.home_days import Status
from storage.columns import OWNER, table_of
from storage.dialect import Upsert
from storage.home_days import DAY
from storage.notice_settings import SETTING


class AdviceRow(SQLModel, table=True):
    """What was sent on one home day. `passage_id` is empty where only clocking in was left to say."""

    __tablename__ = "advice"

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    on: date = Field(primary_key=True)
    passage_id: str


ADVICE = table_of(AdviceRow)
_DUE = (
    select(DAY.c.person_id)
    .join(SETTING, SETTING.c.person_id == DAY.c.person_id)
    .join(ADVICE, (ADVICE.c.person_id == DAY.c.person_id) & (ADVICE.c.on == DAY.c.on), isouter=True)
    .where(
        SETTING.c.advice,
        DAY.c.on == bindparam("today"),
        DAY.c.status == Status.APPROVED.value,
        ADVICE.c.person_id.is_(None),
    )
    .distinct()
    .order_by(DAY.c.person_id)
)
_SINCE = select(ADVICE.c.person_id, ADVICE.c.passage_id).where(
    ADVICE.c.person_id.in_(bindparam("people", expanding=True)), ADVICE.c.on > bindparam("since")
)
_OF = select(ADVICE.c.passage_id).where(ADVICE.c.person_id == bindparam("person"), ADVICE.c.on == bindparam("today"))
_FORGET = delete(ADVICE).where(ADVICE.c.person_id == bindparam("person"), ADVICE.c.on == bindparam("day"))
_GIVE = Upsert(
    ADVICE,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["person_id", "on"]).returning(ADVICE.c.person_id),
)


def due(session: Session, today: date) -> list[str]:
    """Return those who want advice, work at home today, and have had none yet today."""
    return list(session.connection().execute(_DUE, {"today": today}).scalars())


def given_since(session: Session, person_ids: Iterable[str], since: date) -> dict[str, set[str]]:
    """Return which pieces these people got after a date."""
    found: dict[str, set[str]] = {one: set() for one in person_ids}
    for row in session.connection().execute(_SINCE, {"people": list(found), "since": since}):
        found[row.person_id].add(row.passage_id)
    return found


def give(session: Session, person_id: str, today: date, passage_id: str) -> bool:
    """Note what a person gets today; return whether nothing was noted before."""
    values = {"person_id": person_id, "on": today, "passage_id": passage_id}
    return _GIVE.run(session, [values]).first() is not None


def let_go(session: Session, before: date, most: int) -> int:
    """Forget what was sent on home days before a date, so many rows at most; return how many went."""
    old = select(ADVICE.c.person_id, ADVICE.c.on).where(ADVICE.c.on < before).limit(most)
    rows = session.connection().execute(old).all()
    if rows:
        session.connection().execute(_FORGET, [{"person": row.person_id, "day": row.on} for row in rows])
    return len(rows)


def given_on(session: Session, person_id: str, today: date) -> str | None:
    """Return what a person gets today, or None where nothing was noted."""
    return session.connection().execute(_OF, {"person": person_id, "today": today}).scalar()
