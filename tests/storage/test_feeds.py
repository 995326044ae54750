from __future__ import annotations

from sqlalchemy import select

from domain.calendars import FeedScope
from domain.people import Person
from storage import feeds, people
from storage.database import Database
from tests.storage.together import at_once
from tests.storage.values import NOW


def _employ(database: Database, *ids: str) -> None:
    with database.writing() as session:
        people.replace_all(session, [Person(id_, id_) for id_ in ids])


def _renew(database: Database, person_id: str = "anna", scope: FeedScope = FeedScope.OWN) -> str:
    with database.writing() as session:
        return feeds.renew(session, person_id, scope, NOW)


def _opened(database: Database, token: str) -> tuple[str, FeedScope] | None:
    with database.reading() as session:
        return feeds.opened_by(session, token)


def test_a_token_leads_to_its_person_and_scope_only(database: Database) -> None:
    _employ(database, "anna", "bo")
    own, team, of_bo = _renew(database), _renew(database, scope=FeedScope.TEAM), _renew(database, "bo")
    assert len(own) >= 43  # 256 bits
    assert _opened(database, own) == ("anna", FeedScope.OWN)
    assert _opened(database, team) == ("anna", FeedScope.TEAM)
    assert _opened(database, of_bo) == ("bo", FeedScope.OWN)
    assert _opened(database, "x") is None
    assert _opened(database, "") is None


def test_the_database_does_not_know_the_token(database: Database) -> None:
    token = _renew(database)
    with database.reading() as session:
        stored = session.connection().execute(select(feeds.FEED)).one()
    assert token not in str(stored)
    assert _opened(database, stored.token_hash) is None  # what is stored opens nothing


def test_a_renewed_token_ends_the_old_one(database: Database) -> None:
    _employ(database, "anna")
    old, other = _renew(database), _renew(database, scope=FeedScope.TEAM)
    new = _renew(database)
    assert _opened(database, old) is None
    assert _opened(database, new) == ("anna", FeedScope.OWN)
    assert _opened(database, other) == ("anna", FeedScope.TEAM)


def test_a_closed_feed_is_gone(database: Database) -> None:
    _employ(database, "anna")
    token = _renew(database)
    with database.writing() as session:
        assert feeds.open_of(session, "anna") == {FeedScope.OWN}
        feeds.close(session, "anna", FeedScope.OWN)
        assert feeds.open_of(session, "anna") == frozenset()
    assert _opened(database, token) is None


def test_renewed_at_once_one_token_is_left(database: Database) -> None:
    _employ(database, "anna")
    tokens = at_once(10, lambda _number: _renew(database))
    assert sum(_opened(database, token) is not None for token in tokens) == 1


def test_the_feed_of_somebody_who_left_is_closed(database: Database) -> None:
    _employ(database, "anna")
    token = _renew(database)
    _employ(database, "bo")
    assert _opened(database, token) is None
