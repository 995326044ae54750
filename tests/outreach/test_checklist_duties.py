"""Reminders of checklists come when they are due, and are the same notice however often they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from bot.outreach.checklist_duties import checklist_reminders, checklist_renewals
from domain.people import Person
from domain.workplace import Workplace
from storage import checklists, people
from storage.database import Database

MONDAY = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
STAFF = (Person("anna", "Anna", leader_id="lars"), Person("lars", "Lars"), Person("ole", "Ole"))


def a_list(**others: object) -> Workplace:
    return Workplace(uuid4(), "anna", "1", (), **{"started_at": MONDAY, **others})  # type: ignore[arg-type]


def told(database: Database, now: datetime) -> list[tuple[str, str]]:
    with database.writing() as session:
        due = [*checklist_reminders(session, now), *checklist_renewals(session, now)]
        assert [one.key for one in due] == [
            one.key for one in (*checklist_reminders(session, now), *checklist_renewals(session, now))
        ]
    return [(one.to, one.occasion) for one in due]


def stored(database: Database, *lists: Workplace) -> None:
    with database.writing() as session:
        people.replace_all(session, STAFF)
        for one in lists:
            checklists.add(session, one)


def test_who_has_not_sent_it_is_reminded_weekly_in_the_daytime(database: Database) -> None:
    stored(database, a_list())
    assert told(database, MONDAY + timedelta(days=6)) == []
    assert told(database, MONDAY + timedelta(days=7)) == [("anna", "reminded:1")]
    assert told(database, MONDAY + timedelta(days=7, hours=-4)) == []
    assert told(database, MONDAY + timedelta(days=21)) == [("anna", "reminded:3")]
    assert told(database, MONDAY + timedelta(days=70)) == []


def test_the_leader_of_today_is_reminded_of_one_that_waits(database: Database) -> None:
    stored(database, a_list(sent_at=MONDAY, edition=2))
    assert told(database, MONDAY + timedelta(days=2)) == []
    assert told(database, MONDAY + timedelta(days=3)) == [("lars", "late:2")]
    with database.writing() as session:
        people.replace_all(session, [replace(one, leader_id="ole") if one.leader_id else one for one in STAFF])
    assert told(database, MONDAY + timedelta(days=3)) == [("ole", "late:2")]


def test_a_list_that_runs_out_is_told_a_month_ahead_unless_a_newer_one_was_sent(database: Database) -> None:
    done = a_list(sent_at=MONDAY, reviewed_at=MONDAY, reviewed_by="lars")
    stored(database, done)
    assert told(database, MONDAY + timedelta(days=322)) == []
    assert told(database, MONDAY + timedelta(days=337)) == [("anna", "renewal")]
    assert told(database, MONDAY + timedelta(days=367)) == []
    newer = a_list(sent_at=MONDAY + timedelta(days=300), reviewed_at=MONDAY + timedelta(days=301))
    stored(database, newer)
    assert told(database, MONDAY + timedelta(days=337)) == []
