"""Whoever has not confirmed an agreement is reminded, in the daytime, once a week and three times at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from bot.outreach.agreement_duties import agreements_due
from domain.agreements import Agreement, Terms, Version, change, confirm, hash_of
from domain.people import Person
from storage import agreements, people
from storage.database import Database

MONDAY = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
STAFF = [Person("anna", "Anna Holm", leader_id="lars"), Person("lars", "Lars Juhl")]


def reminded(database: Database, days: int, hours: int = 0) -> list[tuple[str, str]]:
    with database.reading() as session:
        found = agreements_due(session, MONDAY + timedelta(days=days, hours=hours))
        return [(one.to, one.occasion) for one in found]


def test_who_is_missing_is_reminded_until_it_is_confirmed_or_three_weeks_have_passed(database: Database) -> None:
    draft = Agreement(uuid4(), "anna", Version(1, Terms(extent="1 dag"), "anna", MONDAY))
    with database.writing() as session:
        people.replace_all(session, STAFF)
        agreements.add(session, draft)
    assert reminded(database, 6) == []
    assert reminded(database, 7) == [("anna", "1:due:1"), ("lars", "1:due:1")]
    assert reminded(database, 7, 12) == []  # at night
    assert reminded(database, 12) == []  # on a Saturday
    mine = confirm(draft, "anna", MONDAY, hash_of(draft))
    assert isinstance(mine, Agreement)
    with database.writing() as session:
        agreements.save(session, mine)
    assert reminded(database, 14) == [("lars", "1:due:2")]
    assert reminded(database, 21) == [("lars", "1:due:3")]
    assert reminded(database, 28) == []
    both = confirm(mine, "lars", MONDAY, hash_of(mine))
    assert isinstance(both, Agreement)
    with database.writing() as session:
        agreements.save(session, both)
    assert reminded(database, 14) == []


def test_a_change_begins_anew_and_what_has_ended_waits_for_nobody(database: Database) -> None:
    draft = Agreement(uuid4(), "anna", Version(1, Terms(), "anna", MONDAY))
    changed = change(draft, Terms(extent="2 dage"), "lars", MONDAY + timedelta(days=8), 1)
    assert isinstance(changed, Agreement)
    with database.writing() as session:
        people.replace_all(session, STAFF)
        agreements.add(session, draft)
        agreements.save(session, changed)
    assert reminded(database, 14) == []
    assert reminded(database, 15) == [("anna", "2:due:1"), ("lars", "2:due:1")]
    with database.writing() as session:
        agreements.save(session, replace(changed, ended_by="anna", ended_at=MONDAY, edition=changed.edition + 1))
    assert reminded(database, 15) == []
