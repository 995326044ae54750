"""Broadcasts: what HR wrote, to whom, and how far it got. Who receives one is kept in storage.receivers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Index, Row, Text, bindparam, insert, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.broadcasts import Audience, AudienceKind, Broadcast, Halt, Stage, Wording
from storage.columns import MENTION, Moment, table_of
from storage.errors import Conflict
from storage.person_row import PERSON

_MOVING = text("stage IN ('scheduled', 'sending', 'recalling')")  # as in the index, so that it is used


class BroadcastRow(SQLModel, table=True):
    """A broadcast (domain.broadcasts.Broadcast)."""

    __tablename__ = "broadcast"
    __table_args__ = (Index("ix_broadcast_moving", "stage", sqlite_where=_MOVING, postgresql_where=_MOVING),)

    id: UUID = Field(primary_key=True)
    author_id: str | None = Field(default=None, sa_column_kwargs=MENTION)
    stage: str
    version: int
    title: str
    text: str = Field(sa_type=Text)
    title_en: str
    text_en: str = Field(sa_type=Text)
    link: str
    picture: str
    confirm: bool
    confirm_by: date | None = None
    audience: str
    departments: str = Field(sa_type=Text)  # a JSON list
    send_at: datetime | None = Field(default=None, sa_type=Moment)
    changed_at: datetime | None = Field(default=None, sa_type=Moment)
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    edition: int
    halted: str
    reminded_on: date | None = None
    shown_at: datetime | None = Field(default=None, sa_type=Moment)  # when its progress was last drawn


BROADCAST = table_of(BroadcastRow)
_FIND = select(BROADCAST).where(BROADCAST.c.id == bindparam("broadcast"))
_LATEST = select(BROADCAST).order_by(BROADCAST.c.changed_at.desc(), BROADCAST.c.id.desc()).limit(bindparam("most"))
_IN_MOTION = (
    select(BROADCAST)
    .where(_MOVING, BROADCAST.c.stage.in_(("sending", "recalling")))
    .order_by(BROADCAST.c.started_at, BROADCAST.c.id)
)
_DUE = select(BROADCAST).where(_MOVING, BROADCAST.c.stage == "scheduled", BROADCAST.c.send_at <= bindparam("now"))
_ANSWERED = (
    select(BROADCAST.c.id, BROADCAST.c.shown_at)
    .where(  # one that waits for quiet hours is being sent
        BROADCAST.c.stage.in_(("sent", "stopped", "sending")),
        BROADCAST.c.confirm,
        BROADCAST.c.started_at > bindparam("since"),
    )
    .order_by(BROADCAST.c.started_at.desc())
    .limit(50)
)
_REMINDED = (
    update(BROADCAST)
    .where(
        BROADCAST.c.id == bindparam("row"),
        BROADCAST.c.reminded_on.is_(None) | (BROADCAST.c.reminded_on < bindparam("today")),
    )
    .values(reminded_on=bindparam("today"))
)
_REMINDING = select(BROADCAST).where(BROADCAST.c.stage == Stage.SENT.value, BROADCAST.c.confirm_by.is_not(None))
_SAVE = update(BROADCAST).where(
    BROADCAST.c.id == bindparam("row"),
    BROADCAST.c.version == bindparam("before"),
)
_MOVE = update(BROADCAST).where(BROADCAST.c.id == bindparam("row"), BROADCAST.c.stage == bindparam("was"))
_SHOWN = (
    update(BROADCAST)
    .where(
        BROADCAST.c.id == bindparam("row"),
        BROADCAST.c.shown_at.is_(None) | (BROADCAST.c.shown_at <= bindparam("before")),
    )
    .values(shown_at=bindparam("now"))
)


def find(session: Session, broadcast_id: UUID) -> Broadcast | None:
    """Return a broadcast."""
    row = session.connection().execute(_FIND, {"broadcast": broadcast_id}).first()
    return None if row is None else _broadcast(row)


def latest(session: Session, most: int) -> list[Broadcast]:
    """Return those that were changed last, newest first."""
    return [_broadcast(row) for row in session.connection().execute(_LATEST, {"most": most})]


def in_motion(session: Session) -> list[Broadcast]:
    """Return those that are being sent or recalled, the oldest first."""
    return [_broadcast(row) for row in session.connection().execute(_IN_MOTION)]


def due(session: Session, now: datetime) -> list[Broadcast]:
    """Return the planned ones whose time has come."""
    return [_broadcast(row) for row in session.connection().execute(_DUE, {"now": now})]


def reminding(session: Session) -> list[Broadcast]:
    """Return those that were sent and are to be confirmed by a date."""
    return [_broadcast(row) for row in session.connection().execute(_REMINDING)]


def add(session: Session, broadcast: Broadcast) -> None:
    """Store a new broadcast. Raises IntegrityError where the id is there already."""
    session.connection().execute(insert(BROADCAST), _values(broadcast))


def save(session: Session, broadcast: Broadcast) -> None:
    """Store a broadcast that was changed once since it was read. Raises Conflict when somebody else was quicker."""
    values = _values(broadcast) | {"row": broadcast.id, "before": broadcast.version - 1}
    if session.connection().execute(_SAVE, values).rowcount != 1:
        raise Conflict(broadcast.id, broadcast.version)


def move(session: Session, broadcast: Broadcast, was: Stage) -> bool:
    """Store the stage, its times and what halted it, if it still stood at `was`; return whether it did.

    What moves by itself leaves the version alone, which counts what people changed.
    """
    values = {
        "row": broadcast.id,
        "was": was.value,
        "stage": broadcast.stage.value,
        "started_at": broadcast.started_at,
        "ended_at": broadcast.ended_at,
        "halted": broadcast.halted.value if broadcast.halted else "",
    }
    return session.connection().execute(_MOVE, values).rowcount == 1


def show(session: Session, broadcast_id: UUID, now: datetime, before: datetime) -> bool:
    """Note that the progress is drawn now, unless it was after `before`; return whether it was noted.

    Several replicas ask for the same broadcast, and one of them draws.
    """
    values = {"row": broadcast_id, "now": now, "before": before}
    return session.connection().execute(_SHOWN, values).rowcount == 1


def answered(session: Session, since: datetime) -> list[tuple[UUID, datetime | None]]:
    """Return those begun since then that people may still be confirming, and when their progress was drawn last."""
    return [(row.id, row.shown_at) for row in session.connection().execute(_ANSWERED, {"since": since})]


def remind(session: Session, broadcast_id: UUID, today: date) -> bool:
    """Note that reminders leave today; return whether they had not already."""
    return session.connection().execute(_REMINDED, {"row": broadcast_id, "today": today}).rowcount == 1


def departments(session: Session) -> list[str]:
    """Return the departments of those who are here, by name."""
    query = select(PERSON.c.department).where(PERSON.c.left_at.is_(None), PERSON.c.department != "").distinct()
    return sorted(session.connection().execute(query).scalars())


def _values(one: Broadcast) -> dict[str, Any]:
    return {
        "id": one.id,
        "author_id": one.author_id,
        "stage": one.stage.value,
        "version": one.version,
        "title": one.danish.title,
        "text": one.danish.text,
        "title_en": one.english.title,
        "text_en": one.english.text,
        "link": one.link,
        "picture": one.picture,
        "confirm": one.confirm,
        "confirm_by": one.confirm_by,
        "audience": one.audience.kind.value,
        "departments": _written(one.audience.departments),
        "send_at": one.send_at,
        "changed_at": one.changed_at,
        "started_at": one.started_at,
        "ended_at": one.ended_at,
        "edition": one.edition,
        "halted": one.halted.value if one.halted else "",
    }


def _written(names: Sequence[str]) -> str:
    return orjson.dumps(list(names)).decode()


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(
        id=row.id,
        author_id=row.author_id,
        stage=Stage(row.stage),
        version=row.version,
        danish=Wording(row.title, row.text),
        english=Wording(row.title_en, row.text_en),
        link=row.link,
        picture=row.picture,
        confirm=row.confirm,
        confirm_by=row.confirm_by,
        audience=Audience(AudienceKind(row.audience), tuple(orjson.loads(row.departments))),
        send_at=row.send_at,
        changed_at=row.changed_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        edition=row.edition,
        halted=Halt(row.halted) if row.halted else None,
    )
