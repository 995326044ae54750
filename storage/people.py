"""The people of the municipality, as the directory last gave them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    bindparam,
    func,
    select,
    union,
    update,
)
from sqlmodel import Session

from domain.directory import from_file
from domain.people import Language, Person, Role, Standing
from storage.directory import ImportReport, put
from storage.once import forget, once
from storage.person_row import PERSON, email_key, listed_of, person_of

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


_LAST_STANDING = (
    select(PERSON, LEADER, DEPUTY)
    .select_from(PERSON)
    .outerjoin(LEADER, (LEADER.c.id == PERSON.c.leader_id) & LEADER.c.left_at.is_(None))
    .outerjoin(DEPUTY, (DEPUTY.c.id == _DEPUTY_ID) & DEPUTY.c.left_at.is_(None) & _not_led_by(DEPUTY, PERSON))
    .where(PERSON.c.id == _ME)
)
_STANDING = _LAST_STANDING.where(PERSON.c.left_at.is_(None))
_CHOOSE = update(PERSON).where(PERSON.c.id == _ME).values(chosen_language=bindparam("chosen"))
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


@once
def find(session: Session, person_id: str) -> Person | None:
    """Return the person by Entra object id; None for strangers and those who left."""
    row = session.connection().execute(_FIND, {"me": person_id}).first()
    return None if row is None else person_of(row)


def ever(session: Session, person_id: str) -> Person | None:
    """Return the person, also when they left. Not for access."""
    return next(iter(by_ids(session, [person_id])), None)


def find_by_email(session: Session, email: str) -> Person | None:
    """Return the person by e-mail address, whatever its case; None where nobody or more than one has it."""
    key = email_key(email)
    found = _many(session, _BY_EMAIL, key=key) if key else []
    return found[0] if len(found) == 1 else None


@once
def standing(session: Session, person_id: str) -> Standing | None:
    """Return the employee with leader and deputy; None for strangers. An unknown leader or deputy is None."""
    return _standing(session, _STANDING, person_id)


def last_standing(session: Session, person_id: str) -> Standing | None:
    """Return the standing as it is or, of who left, as it was; leader and deputy are those who are still here."""
    return _standing(session, _LAST_STANDING, person_id)


def _standing(session: Session, query: Select[Any], person_id: str) -> Standing | None:
    row = session.connection().execute(query, {"me": person_id}).first()
    if row is None:
        return None
    leader, deputy = row[_WIDTH : 2 * _WIDTH], row[2 * _WIDTH :]
    return Standing(
        person_of(row[:_WIDTH]),
        person_of(leader) if leader[0] is not None else None,
        person_of(deputy) if deputy[0] is not None else None,
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
    return [listed_of(row) for row in session.connection().execute(_HERE)]


def who_left(session: Session) -> list[Person]:
    """Return those who left and are not yet erased, by name."""
    return _many(session, _LEFT)


def of_hr(session: Session) -> list[Person]:
    """Return all who work in HR and are here, by name."""
    return [one for one in _many(session, _SOME_ROLE) if Role.HR in one.roles]


def replace_all(session: Session, people: Iterable[Person]) -> ImportReport:
    """Make the directory be exactly these people of a file (storage.directory)."""
    return put(session, map(from_file, people))


def choose_language(session: Session, person_id: str, language: Language) -> None:
    """Note the language that a person wants to be spoken to in, whatever the directory says."""
    session.connection().execute(_CHOOSE, {"me": person_id, "chosen": language.value})
    forget(session)


def _many(session: Session, query: Select[Any], **values: object) -> list[Person]:
    return [person_of(row) for row in session.connection().execute(query, values)]
