"""The row of a person, and the person it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, RowMapping
from sqlmodel import Field, SQLModel

from domain.directory import Listed
from domain.people import Language, Person, Role
from storage.columns import MENTION, OWNER, Moment, table_of

NOTHING = "-"  # given: known from Microsoft Graph only


class PersonRow(SQLModel, table=True):
    """A person. Those who left stay, marked, for days they decided on still name them."""

    __tablename__ = "person"

    id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    name: str
    email: str = ""
    email_key: str = Field(default="", index=True)  # the address as compared: casefolded
    leader_id: str | None = Field(default=None, index=True, sa_column_kwargs=MENTION)
    deputy_id: str | None = Field(default=None, index=True, sa_column_kwargs=MENTION)
    department: str = ""
    roles: str = ""  # separated by spaces
    language: str = Language.DANISH
    workplace: str = ""
    left_at: datetime | None = Field(default=None, sa_type=Moment)
    chosen_language: str = ""  # by the person; it counts before the directory's
    given: str = ""  # the fields that the people file gave, separated by spaces; empty: all that are there


PERSON = table_of(PersonRow)


def email_key(email: str) -> str:
    """Return an address as it is compared."""
    return email.strip().casefold()


def values_of(one: Listed) -> dict[str, Any]:
    """Return what an import writes of somebody who is here, without the id."""
    person = one.person
    return {
        "name": person.name,
        "email": person.email,
        "email_key": email_key(person.email),
        "leader_id": person.leader_id or None,
        "deputy_id": person.deputy_id or None,
        "department": person.department,
        "roles": " ".join(sorted(person.roles)),
        "language": str(person.language),
        "workplace": person.workplace,
        "left_at": None,
        "given": " ".join(sorted(one.given)) or NOTHING,
    }


def kept_of(row: RowMapping) -> dict[str, Any]:
    """Return what stands in a row of what an import writes."""
    return {name: value for name, value in row.items() if name not in ("id", "chosen_language")}


def person_of(row: Row[Any] | tuple[Any, ...]) -> Person:
    """Return the person of a row, in the language of their own choice."""
    id_, name, email, _, leader_id, deputy_id, department, roles, language, workplace, _, chosen, _ = tuple(row)
    return Person(
        id_,
        name,
        email,
        leader_id,
        deputy_id,
        department,
        frozenset(map(Role, roles.split())),
        Language(chosen or language),
        workplace,
    )


def listed_of(row: Row[Any]) -> Person:
    """Return the person of a row, in the language that the directory has."""
    return replace(person_of(row), language=Language(row.language))
