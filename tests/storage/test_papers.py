"""Papers are taken by one at a time, come back after a wait, and are settled once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from domain.papers import Paper, PaperState, Source
from storage import downloads, papers
from storage.database import Database
from tests.storage.values import NOW

SOURCE = Source("Nyborg Kommune", "Politik for hjemmearbejde", "1", (3, 14))
LATER = NOW + timedelta(minutes=2)


def put(database: Database, agreement_id: UUID) -> None:
    with database.writing() as session:
        papers.put(session, agreement_id, 2, "anna", SOURCE, NOW)


def test_a_paper_is_taken_once_and_again_when_its_lease_is_over(database: Database) -> None:
    one = uuid4()
    put(database, one)
    put(database, one)  # a second time changes nothing
    with database.writing() as session:
        assert papers.waiting(session) == 1
        assert papers.take(session, 5, NOW, LATER, "a") == [Paper(one, 2, "anna", 1)]
        assert papers.take(session, 5, NOW, LATER, "b") == []
        assert not papers.are_due(session, NOW)
        assert papers.take(session, 5, LATER, LATER, "b") == [Paper(one, 2, "anna", 2)]
        assert papers.source(session, one, 2) == SOURCE
        assert papers.source(session, one, 1) is None


def test_a_paper_is_settled_once(database: Database) -> None:
    one = uuid4()
    put(database, one)
    with database.writing() as session:
        (paper,) = papers.take(session, 5, NOW, LATER, "a")
        assert papers.settle(session, paper, PaperState.FILED, NOW)
        assert not papers.settle(session, paper, PaperState.WAITING, NOW, "ENOSPC")
        assert papers.state(session, one, 2) is PaperState.FILED
        assert papers.waiting(session) == 0


def test_what_a_process_had_taken_is_due_when_it_starts_again(database: Database) -> None:
    put(database, uuid4())
    with database.writing() as session:
        papers.take(session, 5, NOW, LATER, "a")
        papers.release(session, "b", NOW)
        assert not papers.are_due(session, NOW)
        papers.release(session, "a", NOW)
        assert papers.are_due(session, NOW)


def test_what_came_without_a_folder_is_wanted_when_there_is_one(database: Database) -> None:
    put(database, uuid4())
    with database.writing() as session:
        (paper,) = papers.take(session, 5, NOW, LATER, "a")
        papers.settle(session, paper, PaperState.NOT_WANTED, NOW)
        assert papers.waiting(session) == 0
        papers.want(session, NOW)
        assert papers.waiting(session) == 1


def test_a_new_address_closes_the_one_before(database: Database) -> None:
    subject, other = uuid4(), uuid4()
    with database.writing() as session:
        first = downloads.make(session, subject, "anna", NOW, LATER)
        another = downloads.make(session, other, "anna", NOW, LATER)
        lars = downloads.make(session, subject, "lars", NOW, LATER)
        second = downloads.make(session, subject, "anna", NOW, LATER)
        assert downloads.opened_by(session, first, NOW) is None
        assert downloads.opened_by(session, second, NOW) == (subject, "anna")
        assert downloads.opened_by(session, another, NOW) == (other, "anna")
        assert downloads.opened_by(session, lars, NOW) == (subject, "lars")
        assert downloads.opened_by(session, lars, LATER) is None
