"""Taking receivers of a broadcast for sending and noting what became of them: in batches, never all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Row, bindparam, func, select, update
from sqlmodel import Session

from domain.conversations import Conversation, Place
from domain.people import Language
from storage.conversations import CHAT
from storage.deliveries import Lease
from storage.dialect import Among, Handed
from storage.people import LANGUAGE
from storage.person_row import PERSON
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
    .returning(
        RECEIVER.c.id,
        RECEIVER.c.person_id,
        RECEIVER.c.task,
        RECEIVER.c.attempts,
        RECEIVER.c.confirmed_at,
        RECEIVER.c.conversation_id,
        RECEIVER.c.cards,
        RECEIVER.c.edition,
    )
)
# Two plain lookups by index. As one join, PostgreSQL without statistics walked through all chats for each batch.
_LANGUAGES = Among(select(PERSON.c.id, LANGUAGE).where(PERSON.c.left_at.is_(None)), PERSON.c.id)
_CHATS = Among(
    select(CHAT.c.person_id, CHAT.c.id, CHAT.c.service_url, CHAT.c.tenant_id, CHAT.c.bot_id, CHAT.c.user_id)
    .where(CHAT.c.place == Place.PERSONAL.value, CHAT.c.gone_code == "")
    .order_by(CHAT.c.heard_at),  # of several chats the one heard from last
    CHAT.c.person_id,
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
_MARK_DONE = Handed(
    lambda handed: (
        update(RECEIVER)
        .where(RECEIVER.c.id == handed.c.row)
        .values({RECEIVER.c[name]: handed.c[f"new_{name}"] for name in _SAME})
        .values(sent_at=func.coalesce(RECEIVER.c.sent_at, bindparam("now", type_=_MOMENT)))
    ),
    row=BigInteger(),
    **{f"new_{name}": RECEIVER.c[name].type for name in _SAME},
)
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
    connection = session.connection()
    rows = sorted(connection.execute(_TAKE, values).all(), key=lambda row: int(row[0]))
    if not rows:
        return []
    ids = [row[1] for row in rows]
    languages = {person_id: Language(language) for person_id, language in map(tuple, _LANGUAGES.run(session, ids))}
    chats = {row[0]: _chat(row) for row in _CHATS.run(session, ids)}
    return [_receiver(row, broadcast_id, lease, languages, chats) for row in rows]


def mark(session: Session, marks: Sequence[Mark], now: datetime) -> None:
    """Note how far receivers got, now."""
    connection = session.connection()
    if later := [_marked(one) | {"at": one.at or now} for one in marks if not one.is_sent]:
        connection.execute(_MARK_LATER, later)
    if done := [_marked(one) for one in marks if one.is_sent]:
        _MARK_DONE.run(session, done, now=now)


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


def _chat(row: Sequence[Any]) -> Conversation:
    _, chat_id, service_url, tenant_id, bot_id, user_id = tuple(row)
    return Conversation(chat_id, service_url, tenant_id, bot_id, Place.PERSONAL, user_id)


def _receiver(
    row: Row[Any],
    broadcast_id: UUID,
    lease: Lease,
    languages: Mapping[str, Language],
    chats: Mapping[str, Conversation],
) -> Receiver:
    id_, person_id, task, attempts, confirmed_at, conversation_id, cards, edition = tuple(row)
    return Receiver(
        id_,
        broadcast_id,
        person_id,
        Task(task),
        attempts,
        lease.until,
        languages.get(person_id, Language.DANISH),
        person_id in languages,
        chats.get(person_id),
        confirmed_at is not None,
        conversation_id,
        tuple(cards.split()),
        edition,
    )
