from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import update

from domain.deeds import Deed, Done
from domain.home_days import Status
from domain.notices import Notice, NoticeKind
from storage import audit, calendar_entries, deliveries
from storage.backlog import Backlog, backlog
from storage.calendar_entries import ENTRY
from storage.database import Database
from storage.deliveries import Lease, Mark, State
from tests.storage.values import NOW, a_day


def _found(database: Database) -> Backlog:
    with database.reading() as session:
        return backlog(session)


def test_an_empty_house_has_nothing_under_way(database: Database) -> None:
    nothing = {"waiting": 0, "sending": 0, "quiet": 0}
    assert _found(database) == Backlog(nothing, {"waiting": 0, "failed": 0})


def test_what_is_open_is_counted_by_state_and_what_is_over_is_not(database: Database) -> None:
    notices = [Notice(NoticeKind.REQUEST, "lars", uuid4(), "1.1") for _ in range(5)]
    later = {notices[4].key: NOW + timedelta(hours=9)}
    with database.writing() as session:
        left = deliveries.leave(session, notices, NOW, None, later)
        deliveries.take(session, [left[0].id], NOW, Lease("one", NOW + timedelta(seconds=60)))
        deliveries.mark(session, Mark(left[1].id, State.SENT, NOW), Mark(left[2].id, State.FAILED, NOW))
        audit.append(session, [Done(Deed.ASKED, "anna", ()), Done(Deed.ASKED, "bo", ())], "lars", NOW)
    found = _found(database)
    assert found.deliveries == {"waiting": 1, "sending": 1, "quiet": 1}
    assert found.due == NOW
    assert found.audit == 2


def test_days_that_outlook_lags_behind_with(database: Database) -> None:
    database.follow_outlook()
    with database.writing() as session:
        days = [replace(a_day(), id=uuid4(), status=Status.APPROVED) for _ in range(3)]
        for day in days:
            calendar_entries.follow(session, day)
        session.connection().execute(update(ENTRY).where(ENTRY.c.day_id == days[0].id).values(state="failed"))
        session.connection().execute(update(ENTRY).where(ENTRY.c.day_id == days[1].id).values(state="done"))
    assert _found(database).calendar == {"waiting": 1, "failed": 1}
