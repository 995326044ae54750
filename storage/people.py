"""The people of the municipality, as the directory last gave them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    RowMapping,
    Select,
    String,
    bindparam,
    func,
    insert,
    select,
    union,
    update,
)
from sqlmodel import Field, Session, SQLModel

from domain.directory import Listed, from_file
from domain.people import Language, Person, Role, Standing
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.once import forget, once


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
    given: str = ""  # the fields that the people file gave, separated by spaces; empty: known from Microsoft Graph only


PERSON = table_of(PersonRow)
LEADER = PERSON.alias("leader")
DEPUTY = PERSON.alias("deputy")
LANGUAGE = func.coalesce(func.nullif(PERSON.c.chosen_language, ""), PERSON.c.language)
_WIDTH = len(PERSON.c)
_ME = bindparam("me", type_=String)
_ALL = select(PERSON).order_by(PERSON.c.name, PERSON.c.id)
_HERE = _ALL.where(PERSON.c.left_at.is_(None))
_LEFT = _ALL.where(PERSON.c.left_at.is_not(None))
_FIND = _HERE.where(PERSON.c.id == _ME)
_BY_EMAIL = _HERE.where(PERSON.c.email_key == bindparam("key")).limit(2)
_BY_IDS = _ALL.where(PERSON.c.id.in_(bindparam("ids", expanding=True)))
_SOME_ROLE = _HERE.where(PERSON.c.roles != "")
_OF_LEADER = _HERE.where(PERSON.c.leader_id == bindparam("leader"))
_IDS_OF_LEADER = select(PERSON.c.id).where(PERSON.c.leader_id == bindparam("leader"), PERSON.c.left_at.is_(None))
_DEPUTY_ID = func.coalesce(PERSON.c.deputy_id, LEADER.c.deputy_id)


def _not_led_by(deputy: FromClause, person: FromClause) -> ColumnElement[bool]:
    """A leader's deputy acts towards the team, never towards the leader: nobody answers for whoever leads them."""
    return func.coalesce(deputy.c.leader_id, "") != person.c.id


_STANDING = (
    select(PERSON, LEADER, DEPUTY)
    .select_from(PERSON)
    .outerjoin(LEADER, (LEADER.c.id == PERSON.c.leader_id) & LEADER.c.left_at.is_(None))
    .outerjoin(DEPUTY, (DEPUTY.c.id == _DEPUTY_ID) & DEPUTY.c.left_at.is_(None) & _not_led_by(DEPUTY, PERSON))
    .where(PERSON.c.id == _ME, PERSON.c.left_at.is_(None))
)
_HELD = (
    select(PERSON.c.id)
    .where(PERSON.c.id.in_(bindparam("people", expanding=True)))
    .order_by(PERSON.c.id)
    .with_for_update()
)
_THEIRS = union(  # each part by an index of its own, never by a walk through everybody
    select(PERSON.c.id).where(PERSON.c.leader_id == _ME),
    select(PERSON.c.id)
    .join(DEPUTY, DEPUTY.c.id == PERSON.c.deputy_id)
    .where(PERSON.c.deputy_id == _ME, _not_led_by(DEPUTY, PERSON)),
    select(PERSON.c.id)
    .join(LEADER, LEADER.c.id == PERSON.c.leader_id)
    .join(DEPUTY, DEPUTY.c.id == LEADER.c.deputy_id)
    .where(LEADER.c.deputy_id == _ME, LEADER.c.left_at.is_(None), _DEPUTY_ID == _ME, _not_led_by(DEPUTY, PERSON)),
)
_AM_HERE = select(LEADER.c.id).where(LEADER.c.id == _ME, LEADER.c.left_at.is_(None)).exists()
_LED_BY = _HERE.where(PERSON.c.id.in_(_THEIRS), PERSON.c.id != _ME, _AM_HERE)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many people an import added, changed and marked as left."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What sets the directory apart from another list: who is new, back, otherwise now, and gone (ids)."""

    new: tuple[Listed, ...]
    back: tuple[Listed, ...]
    changed: tuple[Listed, ...]
    gone: tuple[str, ...]

    @property
    def report(self) -> ImportReport:
        """How many of each."""
        return ImportReport(len(self.new) + len(self.back), len(self.changed), len(self.gone))


@once
def find(session: Session, person_id: str) -> Person | None:
    """Return the person by Entra object id; None for strangers and those who left."""
    row = session.connection().execute(_FIND, {"me": person_id}).first()
    return None if row is None else _person(row)


def find_by_email(session: Session, email: str) -> Person | None:
    """Return the person by e-mail address, whatever its case; None where nobody or more than one has it."""
    key = _email_key(email)
    found = _many(session, _BY_EMAIL, key=key) if key else []
    return found[0] if len(found) == 1 else None


@once
def standing(session: Session, person_id: str) -> Standing | None:
    """Return the employee with leader and deputy; None for strangers. An unknown leader or deputy is None."""
    row = session.connection().execute(_STANDING, {"me": person_id}).first()
    if row is None:
        return None
    leader, deputy = row[_WIDTH : 2 * _WIDTH], row[2 * _WIDTH :]
    return Standing(
        _person(row[:_WIDTH]),
        _person(leader) if leader[0] is not None else None,
        _person(deputy) if deputy[0] is not None else None,
    )


def hold(session: Session, person_ids: Iterable[str]) -> None:
    """Let nobody else decide on these people until this transaction ends, so that what is counted here stays counted.

    Only where a rule counts several days together; one day is guarded by its version. SQLite has one writer anyway.
    """
    if session.connection().dialect.name != "sqlite":
        session.connection().execute(_HELD, {"people": sorted(set(person_ids))})


def led_by(session: Session, person_id: str) -> list[Person]:
    """Return those this person answers for, as leader or as deputy (named by them or by their leader), by name."""
    return _many(session, _LED_BY, me=person_id)


def colleagues(session: Session, person: Person) -> list[Person]:
    """Return those with the same leader by name, the person included; only the person where no leader is named."""
    if person.leader_id is None:
        return _many(session, _FIND, me=person.id)
    return _many(session, _OF_LEADER, leader=person.leader_id)


@once
def team_of(session: Session, leader_id: str) -> frozenset[str]:
    """Return the ids of those whose leader this is."""
    return frozenset(session.connection().execute(_IDS_OF_LEADER, {"leader": leader_id}).scalars())


def by_ids(session: Session, ids: Iterable[str]) -> list[Person]:
    """Return these people by name, those who left included, for names on cards. Not for access."""
    return _many(session, _BY_IDS, ids=set(ids))


def everybody(session: Session) -> list[Person]:
    """Return all who are here, by name."""
    return _many(session, _HERE)


def as_listed(session: Session) -> list[Person]:
    """Return all who are here, by name, in the language that the directory has for them."""
    return [_as_listed(row) for row in session.connection().execute(_HERE)]


def who_left(session: Session) -> list[Person]:
    """Return those who left and are not yet erased, by name."""
    return _many(session, _LEFT)


def of_hr(session: Session) -> list[Person]:
    """Return all who work in HR and are here, by name."""
    return [one for one in _many(session, _SOME_ROLE) if Role.HR in one.roles]


def listed(session: Session) -> list[Listed]:
    """Return all who are here with what the people file gave, by name, in the language that the directory has."""
    rows = session.connection().execute(_HERE)
    return [Listed(_as_listed(row), frozenset(row.given.split())) for row in rows]


def replace_all(session: Session, people: Iterable[Person]) -> ImportReport:
    """Make the directory be exactly these people of a file. See `put`."""
    return put(session, map(from_file, people))


def put(session: Session, people: Iterable[Listed]) -> ImportReport:
    """Make the directory be exactly these people. Who is missing is marked as left; who comes back is here again."""
    found = difference(session, people)
    carry_out(session, found)
    return found.report


def difference(session: Session, people: Iterable[Listed]) -> Difference:
    """Return what would have to change for the directory to be exactly these people."""
    wanted = {one.person.id: one for one in people}
    stored = {row["id"]: row for row in session.connection().execute(select(PERSON)).mappings()}
    here = {id_: _as_kept(row) for id_, row in stored.items() if row["left_at"] is None}
    return Difference(
        new=tuple(one for id_, one in wanted.items() if id_ not in stored),
        back=tuple(one for id_, one in wanted.items() if id_ in stored and id_ not in here),
        changed=tuple(one for id_, one in wanted.items() if id_ in here and here[id_] != _values(one)),
        gone=tuple(id_ for id_ in here if id_ not in wanted),
    )


def carry_out(session: Session, found: Difference) -> None:
    """Store the difference."""
    _insert(session, found.new)
    _update(session, [{"row_id": one.person.id, **_values(one)} for one in found.back + found.changed])
    now = datetime.now(UTC)
    _update(session, [{"row_id": id_, "left_at": now} for id_ in found.gone])
    forget(session)


def choose_language(session: Session, person_id: str, language: Language) -> None:
    """Note the language that a person wants to be spoken to in, whatever the directory says."""
    _update(session, [{"row_id": person_id, "chosen_language": language.value}])
    forget(session)


def _insert(session: Session, people: Sequence[Listed]) -> None:
    if people:
        session.connection().execute(insert(PERSON), [{"id": one.person.id, **_values(one)} for one in people])


def _update(session: Session, values: list[dict[str, Any]]) -> None:
    if values:
        session.connection().execute(update(PERSON).where(PERSON.c.id == bindparam("row_id")), values)


def _many(session: Session, query: Select[Any], **values: object) -> list[Person]:
    return [_person(row) for row in session.connection().execute(query, values)]


def _email_key(email: str) -> str:
    return email.strip().casefold()


def _values(one: Listed) -> dict[str, Any]:
    person = one.person
    return {
        "name": person.name,
        "email": person.email,
        "email_key": _email_key(person.email),
        "leader_id": person.leader_id or None,
        "deputy_id": person.deputy_id or None,
        "department": person.department,
        "roles": " ".join(sorted(person.roles)),
        "language": str(person.language),
        "workplace": person.workplace,
        "left_at": None,
        "given": " ".join(sorted(one.given)),
    }


def _as_kept(row: RowMapping) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "chosen_language")}


def _person(row: Row[Any] | tuple[Any, ...]) -> Person:
    id_, name, email, _key, leader_id, deputy_id, department, roles, language, workplace, _left, chosen, _given = tuple(
        row
    )
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


def _as_listed(row: Row[Any]) -> Person:
    return replace(_person(row), language=Language(row.language))
