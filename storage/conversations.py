"""Chats: where to write to a person, where the talk stands, and which activities were handled. One row a chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import Executable, Row, Text, bindparam, case, func, or_, select, update
from sqlmodel import Field, Session, SQLModel

from domain.conversations import Conversation, Place
from storage.columns import OWNER, TALK, Moment, table_of
from storage.dialect import Insert, Upsert
from storage.once import forget, once

HANDLED_KEPT = 30
_HANDLED_LENGTH = 2000  # characters; 30 ids of a Teams activity are about 1,200


class ConversationRow(SQLModel, table=True):
    """A chat with the bot (domain.conversations.Conversation)."""

    __tablename__ = "conversation"

    id: str = Field(primary_key=True)
    person_id: str = Field(index=True, sa_column_kwargs=OWNER)
    service_url: str
    tenant_id: str
    bot_id: str
    place: str
    user_id: str = ""
    state: str = Field(default="{}", sa_type=Text, sa_column_kwargs=TALK)
    handled: str = Field(default="", sa_type=Text)  # activity ids, oldest first, separated by spaces
    welcomed: bool = False
    gone_code: str = ""  # why nothing can be delivered there any more; empty while it can
    heard_at: datetime = Field(sa_type=Moment)


CHAT = table_of(ConversationRow)
_FIND = select(CHAT).where(CHAT.c.id == bindparam("chat"))
_PERSONAL_OF = (
    select(CHAT)
    .where(CHAT.c.person_id == bindparam("person"), CHAT.c.place == Place.PERSONAL.value, CHAT.c.gone_code == "")
    .order_by(CHAT.c.heard_at.desc())
    .limit(1)
)
_CHANGE = update(CHAT).where(CHAT.c.id == bindparam("chat"))


def _remembering(insert: Insert) -> Executable:
    """Add the activity to those handled and keep the newest; whoever was welcomed stays so.

    A chat keeps its owner when they speak as a stranger: whoever left is erased with the chat all the same.
    """
    grown = func.trim(CHAT.c.handled + " " + insert.excluded.handled)
    newest = func.substr(grown, func.length(grown) - _HANDLED_LENGTH + 1)
    changes = {column.name: insert.excluded[column.name] for column in CHAT.c if not column.primary_key} | {
        "handled": case((func.length(grown) > _HANDLED_LENGTH, newest), else_=grown),
        "welcomed": or_(CHAT.c.welcomed, insert.excluded.welcomed),
        "person_id": case((insert.excluded.person_id == "", CHAT.c.person_id), else_=insert.excluded.person_id),
    }
    return insert.on_conflict_do_update(index_elements=["id"], set_=changes)


_REMEMBER = Upsert(CHAT, _remembering)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a chat. `state` is the dialog's own; `gone_code` is empty while the chat can be written to."""

    conversation: Conversation
    person_id: str
    state: dict[str, Any]
    handled: tuple[str, ...]
    welcomed: bool
    gone_code: str
    heard_at: datetime


def find(session: Session, conversation_id: str) -> Remembered | None:
    """Return what is known of the chat."""
    row = session.connection().execute(_FIND, {"chat": conversation_id}).first()
    if row is None:
        return None
    handled = tuple(row.handled.split()[-HANDLED_KEPT:])
    known = (row.person_id, orjson.loads(row.state), handled, row.welcomed, row.gone_code, row.heard_at)
    return Remembered(_conversation(row), *known)


def remember(
    session: Session,
    conversation: Conversation,
    person_id: str,
    state: Mapping[str, Any],
    handled_activity: str,
    welcomed: bool,
) -> None:
    """Store where the talk stands and that this activity was handled (empty: none).

    Being spoken to proves that the chat is there: what was gone is back, and a new service_url is learnt.
    """
    values = {
        "id": conversation.id,
        "person_id": person_id,
        "service_url": conversation.service_url,
        "tenant_id": conversation.tenant_id,
        "bot_id": conversation.bot_id,
        "place": conversation.place.value,
        "user_id": conversation.user_id,
        "state": _written(state),
        "handled": handled_activity,
        "welcomed": welcomed,
        "gone_code": "",
        "heard_at": datetime.now(UTC),
    }
    _REMEMBER.run(session, values)
    forget(session)


@once
def personal_of(session: Session, person_id: str) -> Conversation | None:
    """Return the person's own chat that was heard from last and can be written to."""
    row = session.connection().execute(_PERSONAL_OF, {"person": person_id}).first()
    return None if row is None else _conversation(row)


def mark_gone(session: Session, conversation_id: str, code: str) -> None:
    """Note that nothing can be delivered to the chat; `code` is the connector's (empty becomes "gone")."""
    session.connection().execute(_CHANGE, {"chat": conversation_id, "gone_code": code or "gone"})
    forget(session)


def expect(session: Session, conversation_id: str, state: Mapping[str, Any]) -> None:
    """Note what may be answered after a message that the bot sent on its own."""
    session.connection().execute(_CHANGE, {"chat": conversation_id, "state": _written(state)})


def _written(state: Mapping[str, Any]) -> str:
    return orjson.dumps(dict(state)).decode()


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(row.id, row.service_url, row.tenant_id, row.bot_id, Place(row.place), row.user_id)
