from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.facts import Topic
from domain.notices import Lane, Notice, NoticeKind
from storage import deliveries
from storage.database import Database
from storage.deliveries import DELIVERY, Delivery, Lease, Mark, State
from tests.storage.together import at_once
from tests.storage.values import NOW, ids, many, texts

LEASE = timedelta(seconds=60)
notices = st.builds(
    Notice,
    kind=st.sampled_from(NoticeKind),
    to=ids,
    subject=st.uuids(),
    occasion=texts,
    redraws=st.sampled_from(["", *Topic]),
)


def _notice(kind: NoticeKind = NoticeKind.REQUEST, to: str = "lars") -> Notice:
    return Notice(kind, to, uuid4(), "1.1")


def _leave(database: Database, *left: Notice) -> list[int]:
    with database.writing() as session:
        return [one.id for one in deliveries.leave(session, left, NOW)]


def _take(database: Database, *ids_: int, now: datetime = NOW, by: str = "one") -> list[Delivery]:
    with database.writing() as session:
        return deliveries.take(session, ids_, now, Lease(by, now + LEASE))


@many
@given(notice=notices)
def test_a_notice_reads_back_equal(database: Database, notice: Notice) -> None:
    left = _leave(database, notice)
    (taken,) = _take(database, *left)
    assert taken == Delivery(left[0], notice, notice.lane, State.SENDING, 1, NOW + LEASE, "one", NOW, None)
    with database.writing() as session:
        deliveries.mark(session, Mark(taken.id, State.SENT, NOW))


def test_nothing_is_told_twice(database: Database) -> None:
    one, two = _notice(), _notice()
    first = _leave(database, one)
    assert len(first) == 1
    assert _leave(database, one) == []
    second = _leave(database, one, two, two)
    assert len(second) == 1
    assert second != first
    assert _leave(database) == []


def test_the_same_notice_left_at_once_by_many(database: Database) -> None:
    notice = _notice()
    left = at_once(10, lambda _number: _leave(database, notice))
    assert sorted(len(one) for one in left if isinstance(one, list)) == [0] * 9 + [1]


def test_a_cancelled_day_goes_first(database: Database) -> None:
    usual, urgent = _notice(), _notice(NoticeKind.CANCELLATION)
    left = _leave(database, usual, urgent)
    with database.reading() as session:
        assert [one.notice for one in deliveries.waiting(session, 10)] == [urgent, usual]
        assert [one.notice for one in deliveries.waiting(session, 1)] == [urgent]
    taken = _take(database, *left)
    assert [one.lane for one in taken] == [Lane.CANCELLATION, Lane.DECISION]


@pytest.mark.parametrize("state", [State.SENT, State.GONE, State.FAILED])
def test_what_has_ended_is_not_taken_again(database: Database, state: State) -> None:
    left = _leave(database, _notice(), _notice())
    with database.writing() as session:
        deliveries.mark(session, Mark(left[0], state, NOW, "why"))
    assert [one.id for one in _take(database, *left)] == left[1:]
    with database.reading() as session:
        assert [one.id for one in deliveries.waiting(session, 10)] == left[1:]


def test_what_was_being_sent_when_it_crashed_is_taken_again_after_its_lease(database: Database) -> None:
    left = _leave(database, _notice())
    _take(database, *left)
    with database.reading() as session:
        assert [one.id for one in deliveries.waiting(session, 10)] == left
        assert deliveries.waiting(session, 10, NOW) == []
        assert deliveries.next_due(session) == NOW + LEASE
    assert _take(database, *left, by="another") == []
    assert [one.attempts for one in _take(database, *left, now=NOW + LEASE, by="another")] == [2]


def test_what_a_replica_had_taken_when_it_died_is_due_when_it_is_back(database: Database) -> None:
    ours, theirs = _leave(database, _notice(), _notice())
    _take(database, ours)
    _take(database, theirs, by="another")
    with database.writing() as session:
        deliveries.release(session, "one", NOW)
    assert [one.id for one in _take(database, ours, theirs)] == [ours]


def test_what_is_left_with_a_lease_is_taken_from_the_start(database: Database) -> None:
    notice = replace(_notice(NoticeKind.REDRAW), redraws=Topic.REQUEST, spares="1:card")
    with database.writing() as session:
        (left,) = deliveries.leave(session, [notice], NOW, Lease("one", NOW + LEASE))
    assert left == Delivery(left.id, notice, Lane.DECISION, State.SENDING, 1, NOW + LEASE, "one", NOW, None)
    with database.reading() as session:
        assert deliveries.waiting(session, 10) == [left]
        assert deliveries.waiting(session, 10, NOW) == []
    assert _take(database, left.id, by="another") == []
    (taken,) = _take(database, left.id, by="another", now=NOW + LEASE)
    assert (taken.notice, taken.attempts, taken.code) == (notice, 2, "another")


def test_nothing_is_due_when_all_has_arrived(database: Database) -> None:
    with database.reading() as session:
        assert deliveries.next_due(session) is None


def test_what_must_wait_is_not_due(database: Database) -> None:
    left = _leave(database, _notice())
    later = NOW + timedelta(minutes=5)
    with database.writing() as session:
        deliveries.mark(session, Mark(left[0], State.WAITING, later, "429"))
    with database.reading() as session:
        assert deliveries.waiting(session, 10, NOW) == []
        (due,) = deliveries.waiting(session, 10, later)
        assert (due.not_before, due.code, due.sent_at) == (later, "429", None)
        assert deliveries.waiting(session, 10) == [due]


def test_when_it_was_sent(database: Database) -> None:
    left = _leave(database, _notice())
    with database.writing() as session:
        deliveries.mark(session, Mark(left[0], State.SENT, NOW))
        row = session.connection().execute(deliveries.DELIVERY.select()).one()
        assert (row.state, row.sent_at) == ("sent", NOW)


def test_how_many_are_in_each_state(database: Database) -> None:
    left = _leave(database, *(_notice() for _ in range(5)))
    _take(database, left[0])
    with database.writing() as session:
        deliveries.mark(session, Mark(left[1], State.SENT, NOW))
    with database.reading() as session:
        assert deliveries.counts(session) == {
            State.WAITING: 3,
            State.SENDING: 1,
            State.QUIET: 0,
            State.SENT: 1,
            State.GONE: 0,
            State.FAILED: 0,
        }


def test_an_id_is_never_given_twice(database: Database) -> None:
    left = _leave(database, _notice())
    with database.writing() as session:
        session.connection().execute(deliveries.DELIVERY.delete())
    assert _leave(database, _notice()) > left


def test_many_at_once(database: Database) -> None:
    left = _leave(database, *(_notice(to=str(number)) for number in range(1500)))
    assert len(set(left)) == 1500
    assert len(_take(database, *left)) == 1500


def test_a_kind_that_only_a_newer_version_knows_is_left_to_it(database: Database) -> None:
    """A replica of the version before would fall over it, and send nothing that stands behind it."""
    first, behind = _leave(database, _notice(), _notice())
    with database.writing() as session:
        session.connection().execute(DELIVERY.update().where(DELIVERY.c.id == first).values(kind="of_the_next"))
    with database.reading() as session:
        assert [one.id for one in deliveries.waiting(session, 9, NOW)] == [behind]
    assert [one.id for one in _take(database, first, behind)] == [behind]
    with database.reading() as session:
        assert deliveries.next_due(session) == NOW + LEASE
