"""Frames come back as they were set; two who set the same version do not write over each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.frames import Approval, LocalFrame
from storage import frames
from storage.database import Database
from storage.errors import Conflict
from tests.storage.values import MONDAY, NOW

FIRST = LocalFrame("lars", 1, NOW, date(2026, 10, 28))
SECOND = LocalFrame(
    "lars",
    2,
    NOW + timedelta(days=1),
    date(2026, 11, 1),
    Approval.NONE,
    (1, 3),
    (date(2026, 12, 17), date(2027, 1, 29)),
    2,
    3,
    "kl. 9-15",
    "borgermøder",
    True,
    MONDAY,
)


def test_what_is_set_comes_back_with_all_versions(database: Database) -> None:
    with database.writing() as session:
        frames.add(session, FIRST)
        frames.add(session, SECOND)
        frames.add(session, replace(FIRST, leader_id="ole"))
    with database.reading() as session:
        assert frames.current(session, "lars") == SECOND
        assert frames.history(session, "lars") == [SECOND, FIRST]
        assert frames.current(session, "mette") is None
        assert frames.current(session, None) is None


def test_the_same_version_is_not_set_twice(database: Database) -> None:
    with database.writing() as session:
        frames.add(session, FIRST)
    with pytest.raises(Conflict), database.writing() as session:
        frames.add(session, replace(FIRST, notice=5))
    with database.reading() as session:
        assert frames.current(session, "lars") == FIRST


def test_only_the_version_that_holds_falls_due(database: Database) -> None:
    with database.writing() as session:
        frames.add(session, replace(FIRST, discuss_on=MONDAY))
        frames.add(session, replace(FIRST, leader_id="ole", discuss_on=MONDAY + timedelta(days=1)))
    with database.reading() as session:
        assert [one.leader_id for one in frames.due(session, MONDAY)] == ["lars"]
        assert frames.due(session, MONDAY - timedelta(days=1)) == []
    with database.writing() as session:
        frames.add(session, replace(SECOND, discuss_on=None))
    with database.reading() as session:
        assert frames.due(session, MONDAY) == []
