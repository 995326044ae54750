"""Taking receivers of a broadcast for sending and noting what became of them: in batches, never all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select, update
from sqlmodel import Session

from domain.conversations import Conversation, Place
from domain.people import Language
from storage.conversations import CHAT
from storage.deliveries import Lease
from storage.people import PERSON
from storage.receivers import OF_BROADCAST, OPEN, RECEIVER, State, Task

_DUE = (
    select(RECEIVER.c.id)
    .where(OF_BROADCAST, OPEN, RECEIVER.c.not_before <= bindparam("now"))
    .order_by(RECEIVER.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)  # on PostgreSQL; on SQLite there is one writer anyway
    .cte("due")  # which is asked once; PostgreSQL may ask a subquery for each row, and then takes far more than `most`
)
_TAKE = (
    update(RECEIVER)
    .where(RECEIVER.c.id.in_(select(_DUE.c.id)), OPEN)
    .values(
        state=State.SENDING.value,
        attempts=RECEIVER.c.attempts + 1,
        not_before=bindparam("until", type_=RECEIVER.c.not_before.type),
        code=bindparam("by"),
    )
    .returning(RECEIVER.c.id)
)
_IS_PERSONAL = (CHAT.c.place == Place.PERSONAL.value) & (CHAT.c.gone_code == "")
_CHAT_OF = (CHAT.c.person_id == RECEIVER.c.person_id) & _IS_PERSONAL
_TAKEN = (
    select(
        RECEIVER.c.id,
        RECEIVER.c.person_id,
        RECEIVER.c.task,
        RECEIVER.c.attempts,
        RECEIVER.c.confirmed_at.is_not(None).label("has_confirmed"),
        RECEIVER.c.conversation_id,
        RECEIVER.c.cards,
        RECEIVER.c.edition,
        PERSON.c.language,
        PERSON.c.left_at.is_(None).label("is_here"),
        *(CHAT.c[name].label(f"chat_{name}") for name in ("id", "service_url", "tenant_id", "bot_id", "user_id")),
    )
    .join(PERSON, PERSON.c.id == RECEIVER.c.person_id, isouter=True)
    .join(CHAT, _CHAT_OF, isouter=True)
    .where(RECEIVER.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(RECEIVER.c.id, CHAT.c.heard_at)  # of several chats the one heard from last
)
_RELEASE = (
    update(RECEIVER)
    .where(OPEN, RECEIVER.c.state == State.SENDING.value, RECEIVER.c.code == bindparam("by"))
    .values(not_before=bindparam("now", type_=RECEIVER.c.not_before.type))
)
_SAME = ("state", "code", "attempts", "conversation_id", "cards", "edition")
_MOMENT = RECEIVER.c.not_before.type
_MARK = (
    update(RECEIVER)
    .where(RECEIVER.c.id == bindparam("row"))
    .values({RECEIVER.c[name]: bindparam(f"new_{name}") for name in _SAME})
)
_MARK_DONE = _MARK.values(sent_at=func.coalesce(RECEIVER.c.sent_at, bindparam("now", type_=_MOMENT)))
_MARK_LATER = _MARK.values(not_before=bindparam("at", type_=_MOMENT))
_NEXT = select(func.min(RECEIVER.c.not_before)).where(OF_BROADCAST, OPEN)


@dataclass(frozen=True, slots=True)
class Receiver:
    """One who was taken for sending, with where they are met. `chat` is None where the bot never met them."""

    id: int
    broadcast_id: UUID
    person_id: str
    task: Task
    attempts: int
    until: datetime
    language: Language
    is_here: bool
    chat: Conversation | None
    has_confirmed: bool
    conversation_id: str
    cards: tuple[str, ...]
    edition: int


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a receiver got. `at` is when one that waits may be tried again. Being told to wait is no attempt."""

    receiver: Receiver
    state: State
    code: str = ""
    at: datetime | None = None
    is_sent: bool = False  # a message arrived
    conversation_id: str = ""
    cards: tuple[str, ...] = ()
    edition: int = 0
    is_attempt: bool = True


def take(session: Session, broadcast_id: UUID, most: int, now: datetime, lease: Lease) -> list[Receiver]:
    """Take some that are due: mark them so, for the time of a lease, and count the attempt.

    What another replica has taken is left alone until its lease is over.
    """
    values = {"broadcast": broadcast_id, "most": most, "now": now, "until": lease.until, "by": lease.by}
    ids = list(session.connection().execute(_TAKE, values).scalars())
    if not ids:
        return []
    found = {row[0]: _receiver(row, broadcast_id, lease) for row in session.connection().execute(_TAKEN, {"ids": ids})}
    return [found[one] for one in sorted(found)]


def mark(session: Session, marks: Sequence[Mark], now: datetime) -> None:
    """Note how far receivers got, now."""
    connection = session.connection()
    if later := [_marked(one) | {"at": one.at or now} for one in marks if not one.is_sent]:
        connection.execute(_MARK_LATER, later)
    if done := [_marked(one) | {"now": now} for one in marks if one.is_sent]:
        connection.execute(_MARK_DONE, done)


def release(session: Session, by: str, now: datetime) -> None:
    """Make due what this replica had taken when it died."""
    session.connection().execute(_RELEASE, {"by": by, "now": now})


def next_due(session: Session, broadcast_id: UUID) -> datetime | None:
    """Return when the next is due, or None when nothing is left to do. Aware."""
    return session.connection().execute(_NEXT, {"broadcast": broadcast_id}).scalar()


def _marked(one: Mark) -> dict[str, Any]:
    was = one.receiver
    return {
        "row": was.id,
        "new_state": one.state.value,
        "new_code": one.code,
        "new_attempts": was.attempts if one.is_attempt else was.attempts - 1,
        "new_conversation_id": one.conversation_id or was.conversation_id,
        "new_cards": " ".join(one.cards),
        "new_edition": one.edition,
    }


def _receiver(row: Row[Any], broadcast_id: UUID, lease: Lease) -> Receiver:
    id_, person_id, task, attempts, has_confirmed, conversation_id, cards, edition, language, is_here, *chat = tuple(
        row
    )
    chat_id, service_url, tenant_id, bot_id, user_id = chat
    return Receiver(
        id_,
        broadcast_id,
        person_id,
        Task(task),
        attempts,
        lease.until,
        Language(language) if language else Language.DANISH,
        language is not None and bool(is_here),
        Conversation(chat_id, service_url, tenant_id, bot_id, Place.PERSONAL, user_id) if chat_id is not None else None,
        bool(has_confirmed),
        conversation_id,
        tuple(cards.split()),
        edition,
    )
