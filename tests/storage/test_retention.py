"""What is old and over goes, in small batches; what is live, waits or is still out stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select, update

from domain.deeds import Deed, Done
from domain.equipment import Fate, Item
from domain.facts import Topic
from domain.home_days import HomeDay, Status
from domain.keeping import Keep
from domain.notices import Notice, NoticeKind
from domain.people import Person
from storage import advice, audit, deliveries, downloads, equipment, home_days, people, sent_cards
from storage.database import Database
from storage.deliveries import DELIVERY, State
from storage.person_row import PERSON
from storage.retention import parts
from storage.tables import METADATA
from tests.storage.values import NOW

KEEP = Keep()
TODAY = NOW.date()


@pytest.fixture
def full(database: Database) -> Database:
    """Old and new of everything, of one who is here and two who left long ago."""
    old_day = _day(TODAY - timedelta(days=KEEP.home_days + 1), Status.APPROVED)
    edge, coming = _day(TODAY - timedelta(days=KEEP.home_days), Status.APPROVED), _day(TODAY, Status.ASKED)
    with database.writing() as session:
        people.replace_all(session, [Person(one, one) for one in ("anna", "gone", "owes")])
        home_days.add(session, [old_day, edge, coming])
        for number, day in enumerate((old_day, edge, coming)):
            sent_cards.note(session, Topic.MY_REQUEST, day.request_id, "anna", "chat", str(number))
        for day in (old_day, edge):
            advice.give(session, "anna", day.on, "raad-kontakt")
        long_ago = NOW - timedelta(days=KEEP.notices + 1)
        for kind, at in ((NoticeKind.DECISION, long_ago), (NoticeKind.REQUEST, long_ago), (NoticeKind.DECISION, NOW)):
            deliveries.leave(session, [Notice(kind, "anna", uuid4(), "x")], at)
        session.connection().execute(
            update(DELIVERY).where(DELIVERY.c.kind == NoticeKind.DECISION.value).values(state=State.SENT.value)
        )
        downloads.make(session, uuid4(), "anna", NOW - timedelta(hours=2), NOW + timedelta(hours=1))
        downloads.make(session, uuid4(), "anna", NOW - timedelta(hours=2), NOW - timedelta(hours=1))
        equipment.add(session, Item(uuid4(), "owes", "Skærm", TODAY, "anna"))
        left = {"left_at": NOW - timedelta(days=KEEP.left + 1)}
        session.connection().execute(update(PERSON).where(PERSON.c.id.in_(("gone", "owes"))).values(left))
    _note(database, Done(Deed.ASKED, "gone"), NOW - timedelta(days=KEEP.audit + 1))
    _note(database, Done(Deed.ASKED, "gone"), NOW)
    return database


def _note(database: Database, done: Done, at: datetime) -> None:
    with database.writing() as session:
        audit.append(session, [done], "anna", at)


def _day(on: date, status: Status) -> HomeDay:
    return HomeDay(uuid4(), "anna", on, uuid4(), status=status)


def _run(database: Database, most: int = 200) -> dict[str, int]:
    gone: dict[str, int] = {}
    for part in parts(KEEP, NOW):
        gone[part.name] = 0
        while went := _batch(database, part.batch, most):
            assert went <= most
            gone[part.name] += went
    return gone


def _batch(database: Database, batch: object, most: int) -> int:
    with database.writing() as session:
        return batch(session, most)  # type: ignore[operator,no-any-return]


def _count(database: Database) -> dict[str, int]:
    with database.reading() as session:
        return {
            name: session.connection().execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in METADATA.tables.items()
        }


@pytest.mark.parametrize("most", [1, 200])
def test_what_is_old_and_over_goes_and_nothing_else(full: Database, most: int) -> None:
    before = _count(full)
    assert _run(full, most) == {
        "days": 1,
        "advice": 1,
        "notices": 1,
        "receivers": 0,
        "broadcasts": 0,
        "rounds": 0,
        "downloads": 1,
        "left": 1,
        "audit": 1,
    }
    after = _count(full)
    changed = {name: after[name] - count for name, count in before.items() if after[name] != count}
    assert changed == {"home_day": -1, "advice": -1, "sent_card": -1, "delivery": -1, "download": -1, "person": -1}
    with full.reading() as session:  # one line let go, and one that tells of the erasure
        assert audit.verify(session).flaw is None
        assert [one.deed for one in audit.read(session, audit.Wanted("gone"), 9)] == [Deed.ERASED, Deed.ASKED]
        assert deliveries.waiting(session, 9, NOW) != []


def test_a_second_night_finds_nothing(full: Database) -> None:
    _run(full)
    assert set(_run(full).values()) == {0}


def test_who_left_with_something_still_out_is_kept_until_it_came_back(full: Database) -> None:
    _run(full)
    with full.writing() as session:
        (item,) = equipment.of_people(session, ["owes"])
        session.connection().execute(
            update(equipment.EQUIPMENT).where(equipment.EQUIPMENT.c.id == item.id).values(fate=Fate.RETURNED.value)
        )
    assert _run(full)["left"] == 1
    assert _count(full)["equipment"] == 0
