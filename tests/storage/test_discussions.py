"""Rounds of questions are read back as they were written; two cards at once are told; old ones go with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from domain.check_items import CheckItem
from domain.discussion import Discussion, Opinion, Reply, Stance
from storage import discussions
from storage.database import Database
from storage.errors import Conflict
from tests.storage.values import NOW

QUESTIONS = (CheckItem("a", "Temaer", 9, "Hvad „nu”?"), CheckItem("b", "Temaer", 10, "Og så?"))
OPEN_UNTIL = date(2026, 11, 30)


def a_round(leader_id: str | None = "lars", **others: object) -> Discussion:
    one = Discussion(uuid4(), leader_id, "1", QUESTIONS, NOW, OPEN_UNTIL)
    return replace(one, **others)  # type: ignore[arg-type]


def test_read_back_as_written(database: Database) -> None:
    older, one, other = a_round(started_at=NOW - timedelta(days=9)), a_round(), a_round("ole")
    with database.writing() as session:
        assert [discussions.add(session, each) for each in (older, one, other, one)] == [True, True, True, False]
    with database.reading() as session:
        assert discussions.find(session, one.id) == one
        assert discussions.newest(session, "lars") == one
        assert discussions.newest(session, "mette") is None
        assert {each.id for each in discussions.ending(session, OPEN_UNTIL, OPEN_UNTIL)} == {older.id, one.id, other.id}
        assert discussions.ending(session, NOW.date(), OPEN_UNTIL - timedelta(days=1)) == []


def test_the_first_end_stands(database: Database) -> None:
    one = a_round()
    with database.writing() as session:
        discussions.add(session, one)
        discussions.end(session, one, NOW)
        discussions.end(session, one, NOW + timedelta(hours=1))
        assert discussions.find(session, one.id) == replace(one, closed_at=NOW)
        assert discussions.ending(session, NOW.date(), OPEN_UNTIL) == []


def test_answers_are_read_back_and_two_cards_at_once_are_told(database: Database) -> None:
    one = a_round()
    first = Reply(one.id, "anna", {"a": Opinion(Stance.TALK, "Gerne »fredag«")}, 1)
    second = replace(first, opinions={"b": Opinion(None, "Kun et ord")}, edition=2)
    with database.writing() as session:
        discussions.add(session, one)
        assert discussions.reply(session, one.id, "anna") == Reply(one.id, "anna")
        discussions.save(session, first)
        discussions.save(session, second)
        assert discussions.reply(session, one.id, "anna") == second
        assert discussions.replies(session, one.id) == [second]
    for late in (first, second):
        with pytest.raises(Conflict), database.writing() as session:
            discussions.save(session, late)


def test_what_is_old_goes_with_its_answers(database: Database) -> None:
    old, new = a_round(started_at=NOW - timedelta(days=400)), a_round()
    with database.writing() as session:
        for one in (old, new):
            discussions.add(session, one)
            for person_id in ("anna", "bo"):
                discussions.save(session, Reply(one.id, person_id, {"a": Opinion(Stance.WORKS)}, 1))
    gone = 0
    while True:
        with database.writing() as session:
            if not (went := discussions.let_go(session, NOW - timedelta(days=365), 200)):
                break
            gone += went
    with database.reading() as session:
        assert gone == 3
        assert discussions.find(session, old.id) is None
        assert len(discussions.replies(session, new.id)) == 2
