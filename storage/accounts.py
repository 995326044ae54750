"""The open accounts of the tenant as Microsoft Graph last described them: what the directory is put together from.

Kept as they came, managers outside the directory included, for a later change may make a link good that is not now.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, select
from sqlmodel import Field, Session, SQLModel

from domain.directory import Account
from domain.people import Language
from storage.columns import MENTION, OWNER, table_of
from storage.dialect import Upsert


class AccountRow(SQLModel, table=True):
    """One user (domain.directory.Account)."""

    __tablename__ = "graph_person"

    id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    name: str = ""
    email: str = ""
    leader_id: str | None = Field(default=None, sa_column_kwargs=MENTION)
    department: str = ""
    workplace: str = ""
    language: str = ""
    hr: bool = False


ACCOUNT = table_of(AccountRow)
_FIELDS = ("name", "email", "leader_id", "department", "workplace", "language", "hr")
_ALL = select(ACCOUNT).order_by(ACCOUNT.c.id)
_PUT = Upsert(
    ACCOUNT,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["id"],
        set_={name: insert.excluded[name] for name in _FIELDS},
    ),
)
_DROP = delete(ACCOUNT).where(ACCOUNT.c.id == bindparam("gone"))


def everybody(session: Session) -> list[Account]:
    """Return all users, by id."""
    return [_account(row) for row in session.connection().execute(_ALL).mappings()]


def change(session: Session, changed: Collection[Account], gone: Collection[str]) -> None:
    """Store users that are new or changed, and drop those who are none any more."""
    if changed:
        _PUT.run(session, [_values(one) for one in changed])
    if gone:
        session.connection().execute(_DROP, [{"gone": one} for one in gone])


def _values(one: Account) -> dict[str, Any]:
    return {**asdict(one), "language": one.language.value if one.language else ""}


def _account(row: RowMapping) -> Account:
    return Account(**{**row, "language": Language(row["language"]) if row["language"] else None})
