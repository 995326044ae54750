from __future__ import annotations

from domain.people import Person
from storage import feeds, people
from storage.database import Database
from tests.storage.together import at_once


def _employ(database: Database, *ids: str) -> None:
    with database.writing() as session:
        people.replace_all(session, [Person(id_, id_) for id_ in ids])


def _token(database: Database, person_id: str = "anna") -> str:
    with database.writing() as session:
        return feeds.token_of(session, person_id)


def _person(database: Database, token: str) -> str | None:
    with database.reading() as session:
        return feeds.person_of(session, token)


def test_a_token_stays_and_leads_to_its_person_only(database: Database) -> None:
    _employ(database, "anna", "bo")
    token = _token(database)
    assert len(token) >= 43  # 256 bits
    assert _token(database) == token
    assert _token(database, "bo") != token
    assert _person(database, token) == "anna"
    assert _person(database, "x") is None
    assert _person(database, "") is None


def test_a_known_token_is_read_without_writing(database: Database) -> None:
    token = _token(database)
    with database.reading() as session:
        assert feeds.token_of(session, "anna") == token


def test_asked_for_at_once_there_is_one_token(database: Database) -> None:
    assert len(set(at_once(10, lambda _number: _token(database)))) == 1


def test_a_renewed_token_ends_the_old_one(database: Database) -> None:
    _employ(database, "anna")
    old = _token(database)
    with database.writing() as session:
        new = feeds.renew(session, "anna")
    assert _person(database, old) is None
    assert _person(database, new) == "anna"
    assert _token(database) == new


def test_a_feed_can_be_renewed_before_it_was_asked_for(database: Database) -> None:
    with database.writing() as session:
        assert feeds.renew(session, "anna") == feeds.token_of(session, "anna")


def test_the_feed_of_somebody_who_left_is_closed(database: Database) -> None:
    _employ(database, "anna")
    token = _token(database)
    _employ(database, "bo")
    assert _person(database, token) is None
