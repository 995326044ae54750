"""The secret address of a person's calendar feed. Whoever has the token reads the feed, so it can be renewed."""

from __future__ import annotations

from secrets import token_urlsafe

from sqlalchemy import select
from sqlmodel import Field, Session, SQLModel

from storage.columns import OWNER, table_of
from storage.dialect import insert_into
from storage.people import PERSON

TOKEN_BYTES = 32


class FeedRow(SQLModel, table=True):
    """The token of one person's feed."""

    __tablename__ = "feed"

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    token: str = Field(unique=True)


FEED = table_of(FeedRow)


def token_of(session: Session, person_id: str) -> str:
    """Return the person's token; the first time it is made, so the session must be one that writes."""
    query = select(FEED.c.token).where(FEED.c.person_id == person_id)
    token = session.connection().execute(query).scalar()
    if token is None:
        fresh = insert_into(session, FEED).values(person_id=person_id, token=token_urlsafe(TOKEN_BYTES))
        session.connection().execute(fresh.on_conflict_do_nothing(index_elements=["person_id"]))
        token = session.connection().execute(query).scalar_one()
    return str(token)


def person_of(session: Session, token: str) -> str | None:
    """Return the id of the person whose feed this is; None for an old or unknown token and for those who left."""
    here = (PERSON.c.id == FEED.c.person_id) & PERSON.c.left_at.is_(None)
    query = select(FEED.c.person_id).join(PERSON, here).where(FEED.c.token == token)
    return session.connection().execute(query).scalar()


def renew(session: Session, person_id: str) -> str:
    """Make a new token and return it; the old address stops working."""
    token = token_urlsafe(TOKEN_BYTES)
    statement = insert_into(session, FEED).values(person_id=person_id, token=token)
    session.connection().execute(statement.on_conflict_do_update(index_elements=["person_id"], set_={"token": token}))
    return token
