"""No lookup of a turn walks through a whole table: SQLite is asked how it would go about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event
from sqlmodel import Session

from domain.assessment import Assessment, Change
from domain.broadcasts import Broadcast, Stage
from domain.calendars import FeedScope
from domain.conversations import Conversation
from domain.facts import Topic
from domain.home_days import Status
from domain.notices import Notice, NoticeKind
from domain.papers import Source
from domain.people import Person
from domain.preferences import Preferences
from domain.workplace import Workplace
from storage import (
    agreements,
    assessments,
    audiences,
    backlog,
    broadcasts,
    calendar_entries,
    checklists,
    conversations,
    counts,
    deliveries,
    downloads,
    feeds,
    home_days,
    mailbag,
    papers,
    people,
    preferences,
    receivers,
    sent_cards,
)
from storage.database import Database, open_database
from tests.storage.values import MONDAY, NOW, a_day

# walks of an index that holds only what is under way
UNDER_WAY = (
    "ix_delivery_open|ix_broadcast_moving|ix_calendar_entry_open|uq_workplace_list_unfinished"
    "|ix_calendar_entry_failed|ix_delivery_quiet|ix_receiver_open"
)
HEAD = "audit_head$"  # one row
WALK = re.compile(
    rf"SCAN (?!due$|{HEAD}|.* VIRTUAL TABLE|.*USING (COVERING )?INDEX ({UNDER_WAY}))"
)  # virtual: what was handed over
Statements = list[tuple[str, Any]]


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    database = open_database(sqlite_url)
    database.follow_outlook()
    yield database
    database.dispose()


def _lookups(session: Session) -> None:
    someone, chat = Person("a", "A", leader_id="b"), Conversation("c", "u", "t", "b")
    backlog.backlog(session)
    people.find(session, "a")
    people.find_by_email(session, "a@b.dk")
    people.standing(session, "a")
    people.led_by(session, "a")
    people.colleagues(session, someone)
    people.team_of(session, "a")
    people.by_ids(session, ["a", "b"])
    home_days.by_ids(session, [uuid4()])
    home_days.of_request(session, uuid4())
    home_days.of_cancellation(session, uuid4())
    home_days.live_on(session, "a", [MONDAY])
    home_days.from_date(session, "a", MONDAY)
    home_days.between(session, ["a", "b"], MONDAY, MONDAY)
    home_days.at_home(session, ["a", "b"], MONDAY, MONDAY)
    home_days.asked_by(session, ["a", "b"], MONDAY)
    home_days.asked_from(session, MONDAY)
    home_days.unseen(session, MONDAY)
    day = a_day(version=1)
    home_days.add(session, [day])
    conversations.find(session, "c")
    conversations.remember(session, chat, "a", {}, "1", welcomed=True)
    conversations.personal_of(session, "a")
    conversations.expect(session, "c", {})
    conversations.mark_gone(session, "c", "x")
    sent_cards.note(session, Topic.REQUEST, uuid4(), "a", "c", "1")
    sent_cards.about(session, Topic.REQUEST, uuid4())
    sent_cards.about(session, Topic.REQUEST, uuid4(), "a")
    (left,) = deliveries.leave(session, [Notice(NoticeKind.REQUEST, "a", uuid4(), "x")], NOW)
    deliveries.take(session, [left.id], NOW, deliveries.Lease("one", NOW + timedelta(seconds=60)))
    deliveries.release(session, "one", NOW)
    deliveries.next_due(session)
    deliveries.mark(session, deliveries.Mark(left.id, deliveries.State.SENT, NOW))
    deliveries.waiting(session, 10)
    deliveries.waiting(session, 10, NOW)
    feeds.opened_by(session, feeds.renew(session, "a", FeedScope.OWN, NOW))
    feeds.open_of(session, "a")
    feeds.close(session, "a", FeedScope.OWN)
    calendar_entries.follow(session, replace(day, status=Status.APPROVED))
    calendar_entries.touch(session, "a", MONDAY)
    (entry,) = calendar_entries.take(session, 10, datetime.now(UTC), NOW)
    calendar_entries.know(session, entry.day_id, "x")
    calendar_entries.settle(session, entry, calendar_entries.EntryState.DONE, NOW)
    calendar_entries.lagging(session, "a", MONDAY)
    calendar_entries.follow(session, replace(day, status=Status.CANCELLED))
    preferences.of_people(session, ["a", "b"])
    preferences.save(session, Preferences("a", version=1))
    preferences.save(session, Preferences("a", version=2))
    counts.add(session, MONDAY, "x")
    broadcast = Broadcast(uuid4(), "a", stage=Stage.SENDING)
    broadcasts.add(session, broadcast)
    broadcasts.find(session, broadcast.id)
    broadcasts.due(session, NOW)
    broadcasts.in_motion(session)
    receivers.list_people(session, broadcast.id, ["a"], NOW)
    audiences.fill(session, broadcast, MONDAY, NOW)
    (taken,) = mailbag.take(session, broadcast.id, 10, NOW, deliveries.Lease("one", NOW))
    mailbag.mark(session, [mailbag.Mark(taken, receivers.State.DONE)], NOW)
    mailbag.mark(session, [mailbag.Mark(taken, receivers.State.DONE, is_sent=True)], NOW)
    mailbag.next_due(session, broadcast.id)
    receivers.confirm(session, broadcast.id, "a", NOW)
    receivers.last_confirmed(session, broadcast.id)
    receivers.of_person(session, broadcast.id, "a")
    downloads.opened_by(session, "x", NOW)
    made = uuid4()
    papers.put(session, made, 1, "a", Source("", "", "", ()), NOW)
    papers.are_due(session, NOW)
    (paper,) = papers.take(session, 5, NOW, NOW, "one")
    papers.source(session, made, 1)
    papers.settle(session, paper, papers.PaperState.FILED, NOW)
    one = Workplace(uuid4(), "a", "1", (), NOW)
    checklists.add(session, one)
    checklists.save(session, replace(one, edition=2))
    checklists.find(session, one.id)
    checklists.workplace_state(session, "a", MONDAY)
    checklists.of_people(session, ["a", "b"])
    checklists.unfinished(session)
    checklists.reviewed_between(session, NOW, NOW)
    of_team = Assessment(uuid4(), "a", "Drift", "1", (), NOW)
    assessments.add(session, of_team)
    assessments.save(session, replace(of_team, edition=2), [Change("x", "y", "a", NOW)])
    assessments.find(session, of_team.id)
    assessments.of_leader(session, "a")
    assessments.of_department(session, "Drift")
    agreements.waiting(session, NOW, NOW)
    assessments.due(session, MONDAY)
    assessments.history(session, of_team.id, 10)


def test_every_lookup_uses_an_index(sqlite: Database) -> None:
    statements: Statements = []
    with sqlite.writing() as session:
        people.replace_all(session, [Person("a", "A")])
    with sqlite.writing() as session:
        connection = session.connection()

        @event.listens_for(connection, "before_cursor_execute")
        def note(_connection: object, _cursor: object, sql: str, values: object, *_rest: object) -> None:
            statements.append((sql, values))

        _lookups(session)
        event.remove(connection, "before_cursor_execute", note)
        assert len(statements) > 25
        for sql, values in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            steps = [str(row[3]) for row in plan]
            walks = [step for step in steps if WALK.match(step)]
            assert walks == [], sql
