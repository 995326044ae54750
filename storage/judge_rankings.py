"""What was learnt of a version of the policy with the vectors of the judge's endpoint, one for each model there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import LargeBinary, bindparam, select
from sqlmodel import Field, Session, SQLModel

from storage.columns import Moment, table_of
from storage.dialect import Upsert


class JudgeRankingRow(SQLModel, table=True):
    """One ranking. `embedder` is the model's name at the endpoint; `models` the file of what was learnt."""

    __tablename__ = "judge_ranking"

    policy_number: int = Field(primary_key=True)
    embedder: str = Field(primary_key=True)
    models: bytes = Field(sa_type=LargeBinary)
    learnt_at: datetime = Field(sa_type=Moment)


RANKING = table_of(JudgeRankingRow)
_OF = (RANKING.c.policy_number == bindparam("number"), RANKING.c.embedder == bindparam("by"))
_MODELS = select(RANKING.c.models).where(*_OF)
_LEARNT_AT = select(RANKING.c.learnt_at).where(*_OF)
_KEEP = Upsert(
    RANKING,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["policy_number", "embedder"],
        set_={"models": insert.excluded.models, "learnt_at": insert.excluded.learnt_at},
    ),
)


def keep(session: Session, number: int, embedder: str, models: bytes, now: datetime) -> None:
    """Keep what was learnt, instead of what was learnt before."""
    _KEEP.run(session, {"policy_number": number, "embedder": embedder, "models": models, "learnt_at": now})


def learnt_at(session: Session, number: int, embedder: str) -> datetime | None:
    """Return when it was learnt; None where it was not."""
    return session.connection().execute(_LEARNT_AT, {"number": number, "by": embedder}).scalar()


def models_of(session: Session, number: int, embedder: str) -> bytes:
    """Return what was learnt. Raises NoResultFound."""
    return bytes(session.connection().execute(_MODELS, {"number": number, "by": embedder}).scalar_one())
