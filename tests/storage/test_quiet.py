"""What is put aside for quiet hours: on both engines, and nobody who sends comes upon it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4

from domain.broadcasts import Audience, AudienceKind, Broadcast, Stage
from domain.home_days import HomeDay, Status
from domain.notice_settings import NoticeSettings
from domain.notices import Notice, NoticeKind
from domain.people import Language, Person
from domain.quiet import Quiet
from storage import (
    advice,
    audiences,
    broadcasts,
    deliveries,
    home_days,
    mailbag,
    notice_settings,
    people,
    quiet_receivers,
    receivers,
)
from storage.database import Database
from storage.deliveries import Lease
from storage.mailbag import Mark
from storage.receivers import State

EVENING = datetime(2026, 11, 23, 18, tzinfo=UTC)  # 19 by the clock
MORNING = datetime(2026, 11, 24, 6, tzinfo=UTC)  # 7 by the clock
EVENINGS = NoticeSettings(Quiet(time(17), time(7)))
LEASE = timedelta(seconds=60)
STAFF = [Person(one, one.title()) for one in ("anna", "bo", "carl")]


def _set(database: Database, **settings: NoticeSettings) -> None:
    with database.writing() as session:
        for person_id, one in settings.items():
            notice_settings.save(session, person_id, one)


def test_settings_come_back_and_the_later_holds(database: Database) -> None:
    _set(database, anna=EVENINGS, bo=NoticeSettings(Quiet(free_days=True), advice=True), carl=NoticeSettings())
    _set(database, anna=replace(EVENINGS, advice=True))
    with database.reading() as session:
        assert notice_settings.find(session, "anna") == replace(EVENINGS, advice=True)
        assert notice_settings.find(session, "nobody") == NoticeSettings()
        quiet = notice_settings.quiet_of(session, ["anna", "bo", "carl", "nobody"])
        assert quiet == {"anna": EVENINGS.quiet, "bo": Quiet(free_days=True)}
        assert len(notice_settings.kinds_of_quiet(session)) == 2


def test_a_notice_that_is_put_aside_is_taken_when_it_is_due_and_once(database: Database) -> None:
    aside, usual = (Notice(NoticeKind.REQUEST, to, uuid4(), "1") for to in ("anna", "bo"))
    with database.writing() as session:
        left = deliveries.leave(session, [aside, usual], EVENING, Lease("one", EVENING + LEASE), {aside.key: MORNING})
        assert [one.state for one in left] == [deliveries.State.QUIET, deliveries.State.SENDING]
        assert [one.notice for one in deliveries.waiting(session, 10)] == [usual]
        assert deliveries.next_due(session) == EVENING + LEASE
        assert deliveries.take(session, [left[0].id], MORNING, Lease("two", MORNING + LEASE)) == []
        assert [one.notice for one in deliveries.quiet_for(session, "anna")] == [aside]
        assert deliveries.leave(session, [aside], EVENING) == []  # its key holds
    for now, found in ((MORNING - timedelta(seconds=1), []), (MORNING, [aside]), (MORNING, [])):
        with database.writing() as session:
            woken = deliveries.wake(session, now, Lease("two", now + LEASE))
            assert [one.notice for one in woken] == found
            assert all(one.attempts == 1 and one.state is deliveries.State.SENDING for one in woken)


def _begun(database: Database, now: datetime) -> UUID:
    one = Broadcast(uuid4(), "hanne", stage=Stage.SENDING, audience=Audience(AudienceKind.ALL), started_at=now)
    with database.writing() as session:
        people.replace_all(session, STAFF)
        broadcasts.add(session, one)
        audiences.fill(session, one, now.date(), now)
        quiet_receivers.hold(session, one.id, now)
    return one.id


def _taken(database: Database, one: UUID, now: datetime) -> list[str]:
    with database.writing() as session:
        quiet_receivers.wake(session, one, now)
        taken = mailbag.take(session, one, 10, now, Lease("x", now + LEASE))
        taken = quiet_receivers.awake(session, taken, now)
        mailbag.mark(session, [Mark(to, State.DONE, is_sent=True, cards=("1",)) for to in taken], now)
        return sorted(to.person_id for to in taken)


def test_a_broadcast_waits_for_those_who_have_quiet_hours_and_for_nobody_else(database: Database) -> None:
    _set(database, anna=EVENINGS, bo=NoticeSettings(Quiet(time(9), time(10))))
    one = _begun(database, EVENING)
    assert _taken(database, one, EVENING) == ["bo", "carl"]
    with database.reading() as session:
        tally = receivers.tally(session, one)
        assert (tally.total, tally.waiting, tally.quiet, tally.sent) == (3, 1, 1, 2)
        assert mailbag.next_due(session, one) is None
        assert quiet_receivers.next_due(session, one) == MORNING
    assert _taken(database, one, MORNING - timedelta(seconds=1)) == []
    assert _taken(database, one, MORNING) == ["anna"]
    with database.reading() as session:
        assert quiet_receivers.next_due(session, one) is None


def test_the_evening_that_comes_while_it_is_sent_counts_too_and_is_no_try(database: Database) -> None:
    _set(database, anna=EVENINGS)
    one = _begun(database, EVENING - timedelta(hours=4))
    with database.reading() as session:
        assert quiet_receivers.next_due(session, one) is None
    assert _taken(database, one, EVENING) == ["bo", "carl"]
    with database.writing() as session:
        quiet_receivers.wake(session, one, MORNING)
        (anna,) = mailbag.take(session, one, 10, MORNING, Lease("x", MORNING + LEASE))
        assert (anna.person_id, anna.attempts) == ("anna", 1)


def test_changed_hours_plan_anew_what_waits(database: Database) -> None:
    _set(database, anna=EVENINGS)
    one = _begun(database, EVENING)
    _taken(database, one, EVENING)
    with database.writing() as session:
        quiet_receivers.change(session, "anna", Quiet(time(17), time(9)), EVENING)
        assert quiet_receivers.next_due(session, one) == MORNING + timedelta(hours=2)
        notice_settings.save(session, "anna", NoticeSettings())
        quiet_receivers.change(session, "anna", None, EVENING)
    assert _taken(database, one, EVENING) == ["anna"]


def test_who_sleeps_is_called_back_too_and_is_never_written_to(database: Database) -> None:
    _set(database, anna=EVENINGS)
    one = _begun(database, EVENING)
    _taken(database, one, EVENING)
    with database.writing() as session:
        assert receivers.recall(session, one, EVENING) == 2
        assert receivers.tally(session, one).why == (("CalledBack", 1),)
        assert quiet_receivers.next_due(session, one) is None


def test_the_chosen_language_outlives_the_directory(database: Database) -> None:
    with database.writing() as session:
        people.replace_all(session, STAFF)
        people.choose_language(session, "anna", Language.ENGLISH)
        assert people.find(session, "anna") == replace(STAFF[0], language=Language.ENGLISH)
    with database.writing() as session:
        report = people.replace_all(session, STAFF)
        assert (report.added, report.changed, report.removed) == (0, 0, 0)
    one = _begun(database, EVENING)
    with database.writing() as session:
        taken = mailbag.take(session, one, 10, EVENING, Lease("x", EVENING + LEASE))
        assert {to.person_id for to in taken if to.language is Language.ENGLISH} == {"anna"}


def test_advice_is_due_once_to_those_who_want_it_and_are_home(database: Database) -> None:
    today = EVENING.date()
    wants = NoticeSettings(advice=True)
    _set(database, anna=wants, bo=wants)
    with database.writing() as session:
        for person_id, status in (("anna", Status.APPROVED), ("bo", Status.ASKED), ("carl", Status.APPROVED)):
            home_days.add(session, [HomeDay(uuid4(), person_id, today, uuid4(), status=status, asked_at=EVENING)])
        assert advice.due(session, today) == ["anna"]
        assert advice.give(session, "anna", today, "raad-kontakt")
        assert not advice.give(session, "anna", today, "raad-stilling")
        assert advice.due(session, today) == []
        assert advice.given_on(session, "anna", today) == "raad-kontakt"
        assert advice.given_since(session, ["anna", "bo"], today - timedelta(days=31)) == {
            "anna": {"raad-kontakt"},
            "bo": set(),
        }
        assert advice.given_since(session, ["anna"], today) == {"anna": set()}
