"""A planned broadcast begins once, when its time comes, and only while whoever planned it is HR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from bot.outreach.duties import DUTIES
from bot.outreach.starting import begin_due, finish, remind_to_confirm
from domain.broadcasts import Audience, AudienceKind, Broadcast, Halt, Stage, Wording
from domain.drafts import ZONE, local_moment
from domain.notices import Notice
from domain.people import Person
from storage import audiences, broadcasts, mailbag, people, receivers
from storage.database import Database
from storage.deliveries import Lease
from storage.mailbag import Mark
from storage.receivers import State
from tests.journeys.town import STAFF

NINE = local_moment(date(2027, 3, 29), time(9))
assert NINE is not None


@dataclass
class Kept:
    """An outbox that keeps what is left."""

    left: list[Notice] = field(default_factory=list)

    def leave(self, session: Session, notices: Sequence[Notice]) -> None:
        self.left += notices


def planned(database: Database, **changes: object) -> Broadcast:
    one = Broadcast(
        uuid4(),
        "hanne",
        stage=Stage.SCHEDULED,
        danish=Wording("Titel", "Tekst"),
        audience=Audience(AudienceKind.DEPARTMENTS, ("Drift",)),
        send_at=NINE,
        confirm=True,
        confirm_by=date(2027, 4, 5),
    )
    one = replace(one, **changes)  # type: ignore[arg-type]
    with database.writing() as session:
        people.replace_all(session, STAFF)
        broadcasts.add(session, one)
    return one


def begun(database: Database, now: datetime, outbox: Kept) -> None:
    with database.writing() as session:
        begin_due(session, now, outbox)


def stands(database: Database, one: Broadcast) -> Broadcast:
    with database.reading() as session:
        found = broadcasts.find(session, one.id)
        assert found is not None
        return found


def total(database: Database, broadcast_id: UUID) -> int:
    with database.reading() as session:
        return receivers.tally(session, broadcast_id).total


def test_it_begins_once_though_every_second_of_the_night_the_clocks_change_is_asked(database: Database) -> None:
    at = local_moment(date(2027, 3, 28), time(3))  # a second after 1.59.59
    one, outbox = planned(database, send_at=at), Kept()
    start = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    began = []
    for minute in range(0, 120, 5):
        now = start + timedelta(minutes=minute)
        begun(database, now, outbox)
        if stands(database, one).stage is Stage.SENDING:
            began.append(now.astimezone(ZONE).time())
    assert began[0] == time(3)
    assert len([notice for notice in outbox.left if notice.subject == one.id]) == 1
    assert total(database, one.id) == 5


def test_who_left_before_it_began_does_not_get_it(database: Database) -> None:
    one = planned(database)
    with database.writing() as session:
        people.replace_all(session, [person for person in STAFF if person.id != "bo"])
    begun(database, NINE, Kept())  # type: ignore[arg-type]
    assert total(database, one.id) == 4


@pytest.mark.parametrize("how", ["roles lost", "left"])
def test_without_hr_rights_nothing_is_sent_and_hr_is_told(database: Database, how: str) -> None:
    one, outbox = planned(database, author_id="mette"), Kept()
    staff = [person for person in STAFF if how == "roles lost" or person.id != "mette"]
    with database.writing() as session:
        people.replace_all(session, staff)
    begun(database, NINE, outbox)  # type: ignore[arg-type]
    found = stands(database, one)
    assert (found.stage, found.halted) == (Stage.STOPPED, Halt.NOT_HR)
    assert [notice.to for notice in outbox.left] == ["hanne"]
    assert total(database, one.id) == 0
    begun(database, NINE + timedelta(hours=1), outbox)  # type: ignore[operator]
    assert len(outbox.left) == 1


def test_an_audience_of_nobody_is_told(database: Database) -> None:
    one, outbox = planned(database, audience=Audience(AudienceKind.DEPARTMENTS, ("Ingen",))), Kept()
    begun(database, NINE, outbox)  # type: ignore[arg-type]
    assert stands(database, one).halted is Halt.NOBODY
    assert [notice.to for notice in outbox.left] == ["hanne"]


def _all_arrive(database: Database, one: Broadcast, now: datetime) -> None:
    with database.writing() as session:
        taken = mailbag.take(session, one.id, 100, now, Lease("x", now + timedelta(seconds=60)))
        mailbag.mark(session, [Mark(to, State.DONE, is_sent=True, cards=("1",)) for to in taken], now)
        assert finish(session, stands(database, one), now)


def test_reminders_leave_on_the_working_day_before_and_on_the_last_day_once(database: Database) -> None:
    one = planned(database)
    assert NINE is not None
    begun(database, NINE, Kept())
    _all_arrive(database, one, NINE)
    with database.writing() as session:
        receivers.confirm(session, one.id, "anna", NINE)
    reminded = {}
    for hour in range(24 * 9):
        now = NINE + timedelta(hours=hour)
        with database.writing() as session:
            list(remind_to_confirm(session, now))
        if stands(database, one).stage is Stage.SENDING:
            with database.reading() as session:
                reminded[now.astimezone(ZONE).date()] = receivers.tally(session, one.id).working
            _all_arrive(database, one, now)
    assert reminded == {date(2027, 4, 2): 4, date(2027, 4, 5): 4}  # Friday and Monday, and never Anna
    assert remind_to_confirm in DUTIES


def test_what_was_in_flight_while_it_was_called_back_is_taken_back_too(database: Database) -> None:
    one = planned(database)
    assert NINE is not None
    begun(database, NINE, Kept())
    with database.writing() as session:
        taken = mailbag.take(session, one.id, 2, NINE, Lease("x", NINE + timedelta(seconds=60)))
        broadcasts.move(session, replace(stands(database, one), stage=Stage.RECALLING), Stage.SENDING)
        receivers.recall(session, one.id, NINE)
        mailbag.mark(session, [Mark(to, State.DONE, is_sent=True, cards=("1",)) for to in taken], NINE)
    recalling = stands(database, one)
    with database.writing() as session:
        assert not finish(session, recalling, NINE)
        again = mailbag.take(session, one.id, 10, NINE, Lease("x", NINE + timedelta(seconds=60)))
        assert len(again) == 2
        mailbag.mark(session, [Mark(to, State.DONE) for to in again], NINE)
        assert finish(session, recalling, NINE)
        assert receivers.tally(session, one.id).why == ((receivers.CALLED_BACK, 3),)
    assert stands(database, one).stage is Stage.RECALLED


def test_those_who_were_missed_are_sent_to_again_and_nobody_else(database: Database) -> None:
    one = planned(database)
    assert NINE is not None
    begun(database, NINE, Kept())
    with database.writing() as session:
        taken = mailbag.take(session, one.id, 10, NINE, Lease("x", NINE + timedelta(seconds=60)))
        codes = ["MessageWritesBlocked", receivers.LEFT, "", "", ""]
        marks = [
            Mark(to, State.GONE, code) if code else Mark(to, State.DONE, is_sent=True)
            for to, code in zip(taken, codes, strict=True)
        ]
        mailbag.mark(session, marks, NINE)
        assert receivers.resend(session, one.id, NINE) == 1
        assert receivers.tally(session, one.id).waiting == 1


def test_no_more_are_taken_than_asked_for_and_none_twice(database: Database) -> None:
    one = planned(database, audience=Audience(AudienceKind.ALL), stage=Stage.SENDING)
    crowd = [Person(f"p{number}", "P") for number in range(700)]
    assert NINE is not None
    with database.writing() as session:
        people.replace_all(session, crowd)
        audiences.fill(session, one, NINE.date(), NINE)
    taken: list[int] = []
    for _ in range(8):
        with database.writing() as session:
            batch = mailbag.take(session, one.id, 100, NINE, Lease("x", NINE + timedelta(seconds=60)))
        assert len(batch) <= 100
        taken += [to.id for to in batch]
    assert len(taken) == len(set(taken)) == 700


def test_everybody_is_written_down_once(database: Database) -> None:
    one = planned(database, audience=Audience(AudienceKind.ALL))
    assert NINE is not None
    with database.writing() as session:
        assert audiences.reach(session, one, NINE.date()).count == len(STAFF)
        assert audiences.fill(session, one, NINE.date(), NINE) == len(STAFF)
    leaders = planned(database, audience=Audience(AudienceKind.LEADERS))
    with database.reading() as session:
        assert audiences.reach(session, leaders, NINE.date()).count == 3
