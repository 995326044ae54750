"""Who wrote to the bot and stands in no directory: kept for two weeks, so that HR can put them in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, exists, func, select
from sqlmodel import Field, Session, SQLModel

from domain.facts import Stranger
from storage.columns import OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.person_row import PERSON

MOST = 500  # of them are kept: whoever writes could be anybody of the tenant
LONGEST_NAME = 200


class StrangerRow(SQLModel, table=True):
    """One person of the tenant who is in no directory, and when they wrote first."""

    __tablename__ = "stranger"

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    name: str
    wrote_at: datetime = Field(sa_type=Moment)


STRANGER = table_of(StrangerRow)
_HERE = exists().where(PERSON.c.id == STRANGER.c.person_id, PERSON.c.left_at.is_(None))
_ALL = select(STRANGER).where(~_HERE).order_by(STRANGER.c.wrote_at.desc(), STRANGER.c.person_id)
_NOTE = Upsert(STRANGER, lambda insert: insert.on_conflict_do_nothing(index_elements=["person_id"]))
_FORGET = delete(STRANGER).where((STRANGER.c.wrote_at < bindparam("before", type_=STRANGER.c.wrote_at.type)) | _HERE)


def note(session: Session, person_id: str, name: str, at: datetime) -> None:
    """Note that somebody unknown wrote, the first time only, and not of more than so many."""
    if session.connection().execute(select(func.count()).select_from(STRANGER)).scalar_one() < MOST:
        _NOTE.run(session, [{"person_id": person_id, "name": name[:LONGEST_NAME], "wrote_at": at}])


def everybody(session: Session) -> list[Stranger]:
    """Return those who are still unknown, who wrote last first."""
    return [Stranger(*row) for row in session.connection().execute(_ALL)]


def forget(session: Session, before: datetime) -> None:
    """Forget who wrote before a moment, and who is known by now."""
    session.connection().execute(_FORGET, {"before": before})
