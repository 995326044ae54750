"""The audit trail: whatever is changed in it or taken out of it is found, on both engines, over two replicas too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from domain.deeds import BEGINNING, Deed, Done, Flaw, Verdict
from storage import audit, personal_data
from storage.audit import Wanted
from storage.database import Database, open_database
from tests.storage.together import at_once
from tests.storage.values import NOW

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def told(database: Database) -> Database:
    """A trail of six lines."""
    for number in range(3):
        done = [Done(Deed.ASKED, "anna", (THURSDAY,)), Done(Deed.APPROVED, "bo", (THURSDAY, date(2026, 11, 27)))]
        _append(database, done, "lars", number)
    return database


def _append(database: Database, done: list[Done], by: str = "lars", hours: int = 0) -> None:
    with database.writing() as session:
        audit.append(session, done, by, NOW + timedelta(hours=hours))


def _verdict(database: Database) -> Verdict:
    with database.reading() as session:
        return audit.verify(session)


def _run(database: Database, statement: str) -> None:
    with database.writing() as session:
        session.connection().execute(text(statement))


def test_a_trail_that_nobody_touched_is_whole(told: Database) -> None:
    verdict = _verdict(told)
    assert (verdict.checked, verdict.flaw) == (6, None)
    assert verdict.newest != BEGINNING


def test_an_empty_trail_is_whole(database: Database) -> None:
    assert _verdict(database) == Verdict(0, BEGINNING)


@pytest.mark.parametrize(
    ("statement", "flaw", "line"),
    [
        ("UPDATE audit SET deed = 'days_declined' WHERE number = 2", Flaw.CHANGED, 2),
        ("UPDATE audit SET detail = '2026-11-25' WHERE number = 3", Flaw.CHANGED, 3),
        ("UPDATE audit SET at = '2026-11-20 08:00:00' WHERE number = 4", Flaw.CHANGED, 4),
        ("UPDATE audit SET by_id = 'mette' WHERE number = 5", Flaw.NAMES, 5),
        ("UPDATE audit SET whom_id = 'anna' WHERE number = 2", Flaw.NAMES, 2),
        ("UPDATE audit SET whom_id = NULL WHERE number = 2", Flaw.NAMES, 2),
        ("DELETE FROM audit WHERE number = 1", Flaw.MISSING, 1),
        ("DELETE FROM audit WHERE number = 4", Flaw.MISSING, 4),
        ("DELETE FROM audit WHERE number = 6", Flaw.CUT, 6),
        ("DELETE FROM audit", Flaw.CUT, 1),
        ("UPDATE audit_head SET number = 5", Flaw.CUT, 7),
    ],
)
def test_what_is_changed_or_taken_out_is_found(told: Database, statement: str, flaw: Flaw, line: int) -> None:
    _run(told, statement)
    verdict = _verdict(told)
    assert (verdict.flaw, verdict.at_number) == (flaw, line)


def test_a_line_that_is_forged_with_its_own_hash_breaks_the_next(told: Database) -> None:
    _run(told, "UPDATE audit SET detail = 'x', hash = (SELECT hash FROM audit WHERE number = 3) WHERE number = 2")
    assert _verdict(told).at_number == 2


def test_a_trail_that_was_cut_or_made_anew_with_its_head_lacks_the_hash_that_was_kept(told: Database) -> None:
    def with_kept(kept: str) -> Flaw | None:
        with told.reading() as session:
            return audit.verify(session, kept).flaw

    with told.reading() as session:
        number, kept = audit.newest(session)
    assert (number, kept) == (6, _verdict(told).newest)
    _append(told, [Done(Deed.ASKED, "anna")])
    assert with_kept(kept) is None
    assert with_kept("0" * 63 + "1") is Flaw.REMADE
    _run(told, "UPDATE audit_head SET number = 5, hash = (SELECT hash FROM audit WHERE number = 5)")
    _run(told, "DELETE FROM audit WHERE number > 5")
    assert _verdict(told).flaw is None  # by itself it looks whole
    assert with_kept(kept) is Flaw.REMADE
    _run(told, "DELETE FROM audit")
    _run(told, "DELETE FROM audit_head")
    assert _verdict(told).flaw is None
    assert with_kept(kept) is Flaw.REMADE


def test_a_kept_hash_of_the_line_before_the_oldest_still_holds(told: Database) -> None:
    with told.reading() as session:
        _, kept = audit.newest(session)
    with told.writing() as session:
        audit.let_go(session, NOW + timedelta(hours=9), 100)
    with told.reading() as session:
        assert audit.verify(session, kept).flaw is None


def test_it_vanishes_with_a_deed_that_fails(told: Database) -> None:
    with pytest.raises(RuntimeError), told.writing() as session:  # noqa: PT012 - both belong to one deed
        audit.append(session, [Done(Deed.ASKED, "anna")], "anna", NOW)
        raise RuntimeError
    assert _verdict(told).checked == 6


def test_whoever_is_erased_is_named_no_more_and_the_chain_holds(told: Database) -> None:
    with told.writing() as session:
        exported = personal_data.export(session, "anna")
        personal_data.erase(session, "anna", NOW)
    assert [row["deed"] for row in exported["audit.whom_id"]] == ["days_asked"] * 3
    assert not any("salt" in name or "hash" in name for name in exported["audit.whom_id"][0])
    assert (_verdict(told).checked, _verdict(told).flaw) == (6, None)
    with told.reading() as session:
        assert audit.read(session, Wanted("anna"), 10) == []
        rows = session.connection().execute(text("SELECT whom_salt FROM audit WHERE whom_id IS NULL")).scalars()
        assert set(rows) == {None}


def test_it_is_read_by_person_and_period_newest_first(told: Database) -> None:
    with told.reading() as session:
        of_bo = audit.read(session, Wanted("bo"), 10)
        late = audit.read(session, Wanted(since=NOW + timedelta(hours=1), until=NOW + timedelta(hours=2)), 10)
        newest = audit.read(session, Wanted(), 2)
    assert [(one.number, one.by_id, one.deed) for one in of_bo] == [(n, "lars", "days_approved") for n in (6, 4, 2)]
    assert of_bo[0].detail == "2026-11-26 2026-11-27"
    assert [one.number for one in late] == [4, 3]
    assert [one.number for one in newest] == [6, 5]


def test_old_lines_can_be_let_go_and_the_rest_is_whole(told: Database) -> None:
    with told.writing() as session:
        assert audit.let_go(session, NOW + timedelta(hours=1), 1) == 1
        assert audit.let_go(session, NOW + timedelta(hours=1), 100) == 1
        assert audit.let_go(session, NOW + timedelta(hours=1), 100) == 0
    assert (_verdict(told).checked, _verdict(told).flaw) == (4, None)
    _append(told, [Done(Deed.ASKED, "anna")])
    _run(told, "DELETE FROM audit WHERE number = 3")
    assert (_verdict(told).flaw, _verdict(told).at_number) == (Flaw.MISSING, 3)


def test_an_empty_trail_can_be_let_go(database: Database) -> None:
    with database.writing() as session:
        assert audit.let_go(session, NOW, 10) == 0


@pytest.fixture
def pair(database_url: str) -> Iterator[tuple[Database, Database]]:
    """Two processes' view of one database."""
    one, other = open_database(database_url), open_database(database_url)
    yield one, other
    one.dispose()
    other.dispose()


def test_two_replicas_make_one_chain(pair: tuple[Database, Database]) -> None:
    answers = at_once(16, lambda n: [_append(pair[n % 2], [Done(Deed.ASKED, f"p{n}")]) for _ in range(5)])
    assert not any(isinstance(one, Exception) for one in answers)
    verdict = _verdict(pair[0])
    assert (verdict.checked, verdict.flaw) == (80, None)
