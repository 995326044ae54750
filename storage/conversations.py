"""Chats: where to write to a person, where the talk stands, and which activities were handled. One row a chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import Row, Text, case, func, select, update
from sqlmodel import Field, Session, SQLModel

from domain.conversations import Conversation, Place
from storage.columns import OWNER, Moment, table_of
from storage.dialect import insert_into

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
    state: str = Field(default="{}", sa_type=Text)
    handled: str = Field(default="", sa_type=Text)  # activity ids, oldest first, separated by spaces
    welcomed: bool = False
    gone_code: str = ""  # why nothing can be delivered there any more; empty while it can
    heard_at: datetime = Field(sa_type=Moment)


CHAT = table_of(ConversationRow)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a chat. `state` is the dialog's own; `gone_code` is empty while the chat can be written to."""

    conversation: Conversation
    person_id: str
    state: dict[str, Any]
    handled: tuple[str, ...]
    welcomed: bool
    gone_code: str


def find(session: Session, conversation_id: str) -> Remembered | None:
    """Return what is known of the chat."""
    row = session.connection().execute(select(CHAT).where(CHAT.c.id == conversation_id)).first()
    if row is None:
        return None
    handled = tuple(row.handled.split()[-HANDLED_KEPT:])
    return Remembered(_conversation(row), row.person_id, orjson.loads(row.state), handled, row.welcomed, row.gone_code)


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
    values = _values(conversation, person_id, state, welcomed)
    statement = insert_into(session, CHAT).values(**values, handled=handled_activity)
    grown = func.trim(CHAT.c.handled + " " + statement.excluded.handled)
    newest = func.substr(grown, func.length(grown) - _HANDLED_LENGTH + 1)
    kept = case((func.length(grown) > _HANDLED_LENGTH, newest), else_=grown)
    changes = {**{name: statement.excluded[name] for name in values if name != "id"}, "handled": kept}
    session.connection().execute(statement.on_conflict_do_update(index_elements=["id"], set_=changes))


def personal_of(session: Session, person_id: str) -> Conversation | None:
    """Return the person's own chat that was heard from last and can be written to."""
    open_chat = (CHAT.c.person_id == person_id) & (CHAT.c.place == Place.PERSONAL.value) & (CHAT.c.gone_code == "")
    query = select(CHAT).where(open_chat).order_by(CHAT.c.heard_at.desc()).limit(1)
    row = session.connection().execute(query).first()
    return None if row is None else _conversation(row)


def mark_gone(session: Session, conversation_id: str, code: str) -> None:
    """Note that nothing can be delivered to the chat; `code` is the connector's (empty becomes "gone")."""
    gone = update(CHAT).where(CHAT.c.id == conversation_id).values(gone_code=code or "gone")
    session.connection().execute(gone)


def expect(session: Session, conversation_id: str, state: Mapping[str, Any]) -> None:
    """Note what may be answered after a message that the bot sent on its own."""
    values = {"state": orjson.dumps(dict(state)).decode()}
    session.connection().execute(update(CHAT).where(CHAT.c.id == conversation_id).values(values))


def _values(conversation: Conversation, person_id: str, state: Mapping[str, Any], welcomed: bool) -> dict[str, Any]:
    return {
        "id": conversation.id,
        "person_id": person_id,
        "service_url": conversation.service_url,
        "tenant_id": conversation.tenant_id,
        "bot_id": conversation.bot_id,
        "place": conversation.place.value,
        "user_id": conversation.user_id,
        "state": orjson.dumps(dict(state)).decode(),
        "welcomed": welcomed,
        "gone_code": "",
        "heard_at": datetime.now(UTC),
    }


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(row.id, row.service_url, row.tenant_id, row.bot_id, Place(row.place), row.user_id)
