"""The secret addresses of calendar feeds. Only a hash of each is kept: whoever reads the database reads no feed."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import Index, bindparam, delete, select
from sqlmodel import Field, Session, SQLModel

from domain.calendars import FeedScope
from storage.columns import OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.person_row import PERSON

TOKEN_BYTES = 32


class FeedRow(SQLModel, table=True):
    """The hash of the token of one feed. A person has at most one feed of each scope."""

    __tablename__ = "feed"
    __table_args__ = (Index("uq_feed_token_hash", "token_hash", unique=True),)

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    scope: str = Field(primary_key=True)
    token_hash: str
    made_at: datetime = Field(sa_type=Moment)


FEED = table_of(FeedRow)
_OPEN = select(FEED.c.scope).where(FEED.c.person_id == bindparam("person"))
_OPENED_BY = (
    select(FEED.c.person_id, FEED.c.scope)
    .join(PERSON, (PERSON.c.id == FEED.c.person_id) & PERSON.c.left_at.is_(None))
    .where(FEED.c.token_hash == bindparam("hash"))
)
_CLOSE = delete(FEED).where(FEED.c.person_id == bindparam("person"), FEED.c.scope == bindparam("of"))
_RENEW = Upsert(
    FEED,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["person_id", "scope"],
        set_={"token_hash": insert.excluded.token_hash, "made_at": insert.excluded.made_at},
    ),
)


def renew(session: Session, person_id: str, scope: FeedScope, now: datetime) -> str:
    """Make a new token (256 bits) and return it, this once; the old address stops working."""
    token = token_urlsafe(TOKEN_BYTES)
    values = {"person_id": person_id, "scope": scope.value, "token_hash": hashed(token), "made_at": now}
    _RENEW.run(session, values)
    return token


def close(session: Session, person_id: str, scope: FeedScope) -> None:
    """Make the address stop working. Nothing happens where there is none."""
    session.connection().execute(_CLOSE, {"person": person_id, "of": scope.value})


def open_of(session: Session, person_id: str) -> frozenset[FeedScope]:
    """Return which feeds of the person have an address."""
    return frozenset(map(FeedScope, session.connection().execute(_OPEN, {"person": person_id}).scalars()))


def opened_by(session: Session, token: str) -> tuple[str, FeedScope] | None:
    """Return whose feed a token opens and which; None for an old or unknown token and for those who left."""
    row = session.connection().execute(_OPENED_BY, {"hash": hashed(token)}).first()
    return None if row is None else (row.person_id, FeedScope(row.scope))


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return sha256(token.encode()).hexdigest()
