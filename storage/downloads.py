"""Addresses of files that can be fetched for a short while: whoever has the token has the file."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select
from sqlmodel import Field, Session, SQLModel

from storage.columns import OWNER, Moment, table_of

TOKEN_BYTES = 32


class DownloadRow(SQLModel, table=True):
    """The hash of a token, what it opens, for whom it was made, and until when."""

    __tablename__ = "download"

    token_hash: str = Field(primary_key=True)
    subject: UUID
    person_id: str = Field(index=True, sa_column_kwargs=OWNER)
    until: datetime = Field(sa_type=Moment)


DOWNLOAD = table_of(DownloadRow)
_FIND = select(DOWNLOAD).where(DOWNLOAD.c.token_hash == bindparam("hash"), DOWNLOAD.c.until > bindparam("now"))
_OLDER = delete(DOWNLOAD).where(DOWNLOAD.c.subject == bindparam("of"), DOWNLOAD.c.person_id == bindparam("whose"))
_OVER = delete(DOWNLOAD).where(DOWNLOAD.c.until <= bindparam("now"))


def make(session: Session, subject: UUID, person_id: str, now: datetime, until: datetime) -> str:
    """Return a new token. The person's older one for the same thing stops working, and those that are over are gone."""
    token = token_urlsafe(TOKEN_BYTES)
    session.connection().execute(_OLDER, {"of": subject, "whose": person_id})
    session.connection().execute(_OVER, {"now": now})
    values = {"token_hash": hashed(token), "subject": subject, "person_id": person_id, "until": until}
    session.connection().execute(insert(DOWNLOAD), values)
    return token


def opened_by(session: Session, token: str, now: datetime) -> tuple[UUID, str] | None:
    """Return what a token opens and for whom it was made, or None when it is unknown or over."""
    row = session.connection().execute(_FIND, {"hash": hashed(token), "now": now}).first()
    return None if row is None else (row.subject, row.person_id)


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return sha256(token.encode()).hexdigest()
