"""The versions of the policy that were imported: drafts, the running one, and those before it, which stay readable.

The version that comes with the bot is number 1 and is not kept here; it runs as long as no other does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

import orjson
from sqlalchemy import Index, LargeBinary, Row, Text, bindparam, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel

from policy.documents.draft import Draft
from policy.documents.replay import Changed, Replay
from policy.handbook import Handbook
from policy.handbook_file import as_row, from_row
from storage.columns import MENTION, Moment, table_of
from storage.errors import Conflict

FIRST = 1  # the number of the version that comes with the bot
_RUNNING = text("stage = 'running'")  # as in the index: only one can run


class PolicyStage(StrEnum):
    """Where a version stands."""

    DRAFT = "draft"
    RUNNING = "running"
    BEFORE = "before"
    DROPPED = "dropped"


class PolicyVersionRow(SQLModel, table=True):
    """One imported version. `models` is what its ranking learnt, as a file; `replay` what its questions showed."""

    __tablename__ = "policy_version"
    __table_args__ = (
        Index("uq_policy_version_running", "stage", unique=True, sqlite_where=_RUNNING, postgresql_where=_RUNNING),
    )

    number: int = Field(primary_key=True)
    stage: str
    handbook: str = Field(sa_type=Text)
    models: bytes = Field(sa_type=LargeBinary)
    replay: str | None = Field(default=None, sa_type=Text)
    imported_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    imported_at: datetime = Field(sa_type=Moment)
    published_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    published_at: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """A version without its words. `published_at` is None for a draft."""

    number: int
    stage: PolicyStage
    imported_at: datetime
    published_at: datetime | None


VERSION = table_of(PolicyVersionRow)
_ABOUT = (VERSION.c.number, VERSION.c.stage, VERSION.c.imported_at, VERSION.c.published_at)
_ALL = select(*_ABOUT).where(VERSION.c.stage != PolicyStage.DROPPED.value).order_by(VERSION.c.number)
_FIND = select(*_ABOUT).where(VERSION.c.number == bindparam("of"))
_RUNS = select(VERSION.c.number).where(_RUNNING)
_HANDBOOK = select(VERSION.c.handbook).where(VERSION.c.number == bindparam("of"))
_MODELS = select(VERSION.c.models).where(VERSION.c.number == bindparam("of"))
_REPLAY = select(VERSION.c.replay).where(VERSION.c.number == bindparam("of"))
_NEXT = select(func.coalesce(func.max(VERSION.c.number), FIRST) + 1)
_STAGED = (
    update(VERSION)
    .where(VERSION.c.number == bindparam("of"), VERSION.c.stage == bindparam("from"))
    .values(stage=bindparam("to"))
)
_PUBLISHED = (
    update(VERSION)
    .where(VERSION.c.number == bindparam("of"), VERSION.c.stage == PolicyStage.DRAFT.value)
    .values(stage=PolicyStage.RUNNING.value, published_by=bindparam("by"), published_at=bindparam("now"))
)


def next_number(session: Session) -> int:
    """Return the number that the next imported version gets; dropped drafts keep theirs."""
    return int(session.connection().execute(_NEXT).scalar_one())


def add_draft(session: Session, draft: Draft, by: str | None, now: datetime) -> int:
    """Store a draft and return its number. Conflict when somebody took that number meanwhile."""
    number = next_number(session)
    values = {
        "number": number,
        "stage": PolicyStage.DRAFT.value,
        "handbook": orjson.dumps(as_row(replace(draft.handbook, version=str(number)))).decode(),
        "models": draft.models,
        "replay": orjson.dumps(asdict(draft.replay)).decode(),
        "imported_by": by,
        "imported_at": now,
    }
    try:
        session.connection().execute(insert(VERSION), values)
    except IntegrityError:
        raise Conflict(None, number) from None
    return number


def publish(session: Session, number: int, by: str | None, now: datetime) -> bool:
    """Let a draft run instead of the version before it; return False when it is no draft (any more).

    Conflict when another draft was published meanwhile.
    """
    wanted, running = find(session, number), running_number(session)
    if wanted is None or wanted.stage is not PolicyStage.DRAFT:
        return False
    if running != FIRST:
        stages = {"of": running, "from": PolicyStage.RUNNING.value, "to": PolicyStage.BEFORE.value}
        session.connection().execute(_STAGED, stages)
    try:
        return session.connection().execute(_PUBLISHED, {"of": number, "by": by, "now": now}).rowcount == 1
    except IntegrityError:
        raise Conflict(None, number) from None


def drop(session: Session, number: int) -> bool:
    """Drop a draft; return False when it is no draft (any more)."""
    stages = {"of": number, "from": PolicyStage.DRAFT.value, "to": PolicyStage.DROPPED.value}
    return session.connection().execute(_STAGED, stages).rowcount == 1


def running_number(session: Session) -> int:
    """Return the number of the running version."""
    return session.connection().execute(_RUNS).scalar() or FIRST


def versions(session: Session) -> Sequence[PolicyVersion]:
    """Return the imported versions that were not dropped, oldest first."""
    return [_version(row) for row in session.connection().execute(_ALL)]


def find(session: Session, number: int) -> PolicyVersion | None:
    """Return one imported version."""
    row = session.connection().execute(_FIND, {"of": number}).first()
    return None if row is None else _version(row)


def handbook_of(session: Session, number: int) -> Handbook | None:
    """Return the words of an imported version, also of one that ran before."""
    written = session.connection().execute(_HANDBOOK, {"of": number}).scalar()
    return None if written is None else from_row(orjson.loads(written))


def replay_of(session: Session, number: int) -> Replay | None:
    """Return what the example questions showed when it was imported; None for a version that an older bot imported."""
    written = session.connection().execute(_REPLAY, {"of": number}).scalar()
    if written is None:
        return None
    row = orjson.loads(written)
    return Replay(**{**row, "elsewhere": tuple(Changed(**one) for one in row["elsewhere"])})


def models_of(session: Session, number: int) -> bytes | None:
    """Return what the ranking of an imported version learnt."""
    return session.connection().execute(_MODELS, {"of": number}).scalar()


def _version(row: Row[Any, Any, Any, Any]) -> PolicyVersion:
    return PolicyVersion(row.number, PolicyStage(row.stage), row.imported_at, row.published_at)
