"""What somebody has erased is past; what is to come, agreed or out stays. Every table is thought of."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import update

from domain.calendars import FeedScope
from domain.equipment import Item
from domain.home_days import HomeDay, Status
from domain.notices import Notice, NoticeKind
from domain.people import Person
from domain.preferences import Preferences
from storage import deliveries, equipment, feeds, home_days, people, preferences
from storage.columns import PERSON
from storage.database import Database
from storage.deliveries import DELIVERY, State
from storage.erasure import FREE, KEPT, PARTLY, counts, erase_past
from storage.tables import METADATA
from tests.storage.values import MONDAY, NOW


def test_every_table_about_a_person_is_free_or_kept_or_partly_kept() -> None:
    about = {
        table.name
        for table in METADATA.tables.values()
        if any(one.info.get(PERSON) in {"owner", "trace"} for one in table.columns)
    }
    assert sorted((*FREE, *PARTLY, *KEPT)) == sorted(about)


def _live(database: Database) -> None:
    with database.writing() as session:
        people.replace_all(session, [Person("anna", "Anna"), Person("bo", "Bo")])
        for person_id in ("anna", "bo"):
            for on in (MONDAY - timedelta(days=3), MONDAY + timedelta(days=3)):
                home_days.add(session, [HomeDay(uuid4(), person_id, on, uuid4(), status=Status.APPROVED)])
            feeds.renew(session, person_id, FeedScope.OWN, NOW)
            preferences.save(session, Preferences(person_id, "12 34 56 78", version=1))
            equipment.add(session, Item(uuid4(), person_id, "Skærm", MONDAY, "bo"))
            deliveries.leave(session, [Notice(NoticeKind.DECISION, person_id, uuid4(), "x")], NOW)
            deliveries.leave(session, [Notice(NoticeKind.REQUEST, person_id, uuid4(), "x")], NOW)
        sent = update(DELIVERY).where(DELIVERY.c.kind == NoticeKind.DECISION.value).values(state=State.SENT.value)
        session.connection().execute(sent)


def test_what_is_past_goes_and_what_is_to_come_stays(database: Database) -> None:
    _live(database)
    with database.writing() as session:
        going, staying = counts(session, "anna", MONDAY)
        assert erase_past(session, "anna", NOW) == going == {"home_day": 1, "delivery": 1, "preferences": 1, "feed": 1}
        assert counts(session, "anna", MONDAY) == ({}, staying)
        assert staying == {"home_day": 1, "delivery": 1, "person": 1, "equipment": 1}
        assert counts(session, "bo", MONDAY)[0] == going
        assert erase_past(session, "anna", NOW) == {}
