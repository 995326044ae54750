"""The secret address of a person's calendar feed. Whoever has the token reads the feed, so it can be renewed."""

from __future__ import annotations

from secrets import token_urlsafe

from sqlalchemy import bindparam, select
from sqlmodel import Field, Session, SQLModel

from storage.columns import OWNER, table_of
from storage.dialect import Upsert
from storage.people import PERSON

TOKEN_BYTES = 32


class FeedRow(SQLModel, table=True):
    """The token of one person's feed."""

    __tablename__ = "feed"

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    token: str = Field(unique=True)


FEED = table_of(FeedRow)
_TOKEN_OF = select(FEED.c.token).where(FEED.c.person_id == bindparam("person"))
_PERSON_OF = (
    select(FEED.c.person_id)
    .join(PERSON, (PERSON.c.id == FEED.c.person_id) & PERSON.c.left_at.is_(None))
    .where(FEED.c.token == bindparam("token"))
)
_MAKE = Upsert(FEED, lambda insert: insert.on_conflict_do_nothing(index_elements=["person_id"]))
_RENEW = Upsert(
    FEED,
    lambda insert: insert.on_conflict_do_update(index_elements=["person_id"], set_={"token": insert.excluded.token}),
)


def token_of(session: Session, person_id: str) -> str:
    """Return the person's token; the first time it is made, so the session must be one that writes."""
    token: str | None = session.connection().execute(_TOKEN_OF, {"person": person_id}).scalar()
    if token is None:
        _MAKE.run(session, {"person_id": person_id, "token": token_urlsafe(TOKEN_BYTES)})
        token = session.connection().execute(_TOKEN_OF, {"person": person_id}).scalar_one()
    return token


def person_of(session: Session, token: str) -> str | None:
    """Return the id of the person whose feed this is; None for an old or unknown token and for those who left."""
    return session.connection().execute(_PERSON_OF, {"token": token}).scalar()


def renew(session: Session, person_id: str) -> str:
    """Make a new token and return it; the old address stops working."""
    token = token_urlsafe(TOKEN_BYTES)
    _RENEW.run(session, {"person_id": person_id, "token": token})
    return token
