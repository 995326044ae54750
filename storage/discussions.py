"""Rounds of questions to teams (domain.discussion), and what each person answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, Text, bindparam, delete, exists, select, update
from sqlmodel import Field, Session, SQLModel

from domain.check_items import CheckItem
from domain.discussion import Discussion, Opinion, Reply, Stance
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict


class DiscussionRow(SQLModel, table=True):
    """One round. `questions` is JSON."""

    __tablename__ = "discussion"

    id: UUID = Field(primary_key=True)
    leader_id: str | None = Field(default=None, index=True, sa_column_kwargs=MENTION)
    policy_version: str
    questions: str = Field(sa_type=Text)
    started_at: datetime = Field(sa_type=Moment, index=True)
    closes_on: date = Field(index=True)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class DiscussionReplyRow(SQLModel, table=True):
    """What one person answered. `opinions` is JSON: question id → stance and remark."""

    __tablename__ = "discussion_reply"

    discussion_id: UUID = Field(primary_key=True)
    person_id: str = Field(primary_key=True, index=True, sa_column_kwargs=OWNER)
    opinions: str = Field(sa_type=Text)
    edition: int


DISCUSSION = table_of(DiscussionRow)
REPLY = table_of(DiscussionReplyRow)
_FIND = select(DISCUSSION).where(DISCUSSION.c.id == bindparam("discussion"))
_NEWEST = (
    select(DISCUSSION)
    .where(DISCUSSION.c.leader_id == bindparam("leader"))
    .order_by(DISCUSSION.c.started_at.desc(), DISCUSSION.c.id)
    .limit(1)
)
_ENDING = select(DISCUSSION).where(
    DISCUSSION.c.closed_at.is_(None),
    DISCUSSION.c.closes_on >= bindparam("since"),
    DISCUSSION.c.closes_on <= bindparam("until"),
)
_REPLIES = select(REPLY).where(REPLY.c.discussion_id == bindparam("discussion")).order_by(REPLY.c.person_id)
_REPLY = _REPLIES.where(REPLY.c.person_id == bindparam("person"))
_ADD = Upsert(DISCUSSION, lambda insert: insert.on_conflict_do_nothing().returning(DISCUSSION.c.id))
_FIRST = Upsert(REPLY, lambda insert: insert.on_conflict_do_nothing().returning(REPLY.c.person_id))
_END = update(DISCUSSION).where(DISCUSSION.c.id == bindparam("row"), DISCUSSION.c.closed_at.is_(None))
_CHANGE = update(REPLY).where(
    REPLY.c.discussion_id == bindparam("row"),
    REPLY.c.person_id == bindparam("whose"),
    REPLY.c.edition == bindparam("before"),
)


def find(session: Session, discussion_id: UUID) -> Discussion | None:
    """Return one round."""
    return _first(session, _FIND, discussion=discussion_id)


def newest(session: Session, leader_id: str) -> Discussion | None:
    """Return the round that was put to a leader's team last."""
    return _first(session, _NEWEST, leader=leader_id)


def ending(session: Session, since: date, until: date) -> list[Discussion]:
    """Return the rounds that nobody ended and whose last day is one of these, both included."""
    rows = session.connection().execute(_ENDING, {"since": since, "until": until})
    return [_discussion(row) for row in rows]


def add(session: Session, one: Discussion) -> bool:
    """Store a new round; False where it is there already."""
    values = _values(one)
    return bool(_ADD.run(session, values).scalars().all())


def end(session: Session, one: Discussion, at: datetime) -> None:
    """Store that a round has ended; nothing happens to one that has ended already."""
    session.connection().execute(_END, {"row": one.id, "closed_at": at})


def reply(session: Session, discussion_id: UUID, person_id: str) -> Reply:
    """Return what a person answered; an empty reply where nothing is stored."""
    row = session.connection().execute(_REPLY, {"discussion": discussion_id, "person": person_id}).first()
    return _reply(row) if row is not None else Reply(discussion_id, person_id)


def replies(session: Session, discussion_id: UUID) -> list[Reply]:
    """Return what everybody answered, by the person's id."""
    return [_reply(row) for row in session.connection().execute(_REPLIES, {"discussion": discussion_id})]


def save(session: Session, one: Reply) -> None:
    """Store a reply that was changed once since it was read. Raises Conflict when another card was quicker."""
    opinions = json.dumps({key: asdict(opinion) for key, opinion in one.opinions.items()}, ensure_ascii=False)
    values: dict[str, Any] = {"opinions": opinions, "edition": one.edition}
    if one.edition == 1:
        whose = {"discussion_id": one.discussion_id, "person_id": one.person_id}
        stored = bool(_FIRST.run(session, {**whose, **values}).scalars().all())
    else:
        where = {"row": one.discussion_id, "whose": one.person_id, "before": one.edition - 1}
        stored = session.connection().execute(_CHANGE, {**where, **values}).rowcount == 1
    if not stored:
        raise Conflict(one.discussion_id, one.edition)


def let_go(session: Session, before: datetime, most: int) -> int:
    """Delete rounds that were started before a moment, their answers first; return how many rows went."""
    old = select(DISCUSSION.c.id).where(DISCUSSION.c.started_at < before)
    ids = session.connection().execute(select(REPLY.c.discussion_id).where(REPLY.c.discussion_id.in_(old)).limit(most))
    if found := set(ids.scalars()):
        return session.connection().execute(delete(REPLY).where(REPLY.c.discussion_id.in_(found))).rowcount
    empty = old.where(~exists().where(REPLY.c.discussion_id == DISCUSSION.c.id)).limit(most)
    return session.connection().execute(delete(DISCUSSION).where(DISCUSSION.c.id.in_(empty))).rowcount


def _first(session: Session, query: Select[Any], **values: object) -> Discussion | None:
    row = session.connection().execute(query, values).first()
    return None if row is None else _discussion(row)


def _values(one: Discussion) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in DISCUSSION.c.keys()}  # noqa: SIM118 - keys() are the names
    return {**values, "questions": json.dumps([asdict(item) for item in one.questions], ensure_ascii=False)}


def _discussion(row: Row[Any]) -> Discussion:
    read = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    return Discussion(**{**read, "questions": tuple(CheckItem(**item) for item in json.loads(row.questions))})


def _reply(row: Row[Any]) -> Reply:
    read: Mapping[str, Any] = json.loads(row.opinions)
    opinions = {
        key: Opinion(Stance(one["stance"]) if one["stance"] else None, one["remark"]) for key, one in read.items()
    }
    return Reply(row.discussion_id, row.person_id, opinions, row.edition)
