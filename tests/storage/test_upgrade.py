"""From the first released schema, with data, to the newest; and what a replica of the version before may rely on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from domain.calendars import FeedScope
from domain.directory import from_file
from domain.facts import Topic
from storage import conversations, counts, deliveries, directory, feeds, home_days, migrate, people, sent_cards
from storage.database import Database, open_database
from storage.deliveries import Lease, State
from tests.storage import first_schema
from tests.storage.together import at_once
from tests.storage.values import MONDAY, NOW

REVISIONS = sorted(one.revision for one in ScriptDirectory.from_config(migrate.configuration()).walk_revisions())
BEFORE_THE_RULE = {"0005"}  # feed addresses became hashes while nobody ran two versions side by side


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    opened = open_database(empty_url)
    yield opened
    opened.dispose()


def _upgrade(database: Database, revision: str) -> None:
    with database.writing() as session:
        command.upgrade(migrate.configuration(session.connection()), revision)


def _first(database: Database) -> None:
    _upgrade(database, "0001")
    with database.writing() as session:
        first_schema.settle(session.connection())
        first_schema.open_feed(session.connection())


def _found_again(database: Database) -> None:
    """Everything of the town is read by the rooms of today, and its deliveries go on."""
    with database.writing() as session:
        assert {one.id: one for one in people.everybody(session)} == {one.id: one for one in first_schema.PEOPLE}
        assert {one.person.id: one for one in directory.listed(session)} == {
            one.id: from_file(one) for one in first_schema.PEOPLE
        }  # all that a person has was given by the file
        found = home_days.from_date(session, "anna", MONDAY)
        assert sorted(found, key=str) == sorted(first_schema.DAYS, key=str)
        chat = conversations.find(session, "chat-anna")
        assert chat is not None
        assert (chat.person_id, chat.handled, chat.welcomed) == ("anna", ("one", "two"), True)
        assert [
            card.activity_id for card in sent_cards.about(session, Topic.REQUEST, first_schema.named("request"))
        ] == ["1"]
        assert counts.totals(session) == {"answers": 41}
        assert {state: number for state, number in deliveries.counts(session).items() if number} == {
            State.WAITING: 1,
            State.SENDING: 1,
            State.SENT: 1,
        }
        later = NOW + timedelta(minutes=5)
        open_ = [one.id for one in deliveries.waiting(session, 10)]
        assert len(deliveries.take(session, open_, later, Lease("replica", later))) == 2


def test_the_first_schema_with_data_becomes_the_newest(empty: Database) -> None:
    _first(empty)
    migrate.migrate(empty)
    assert not migrate.pending(empty)
    _found_again(empty)
    with empty.reading() as session:
        assert feeds.opened_by(session, first_schema.TOKEN) == ("anna", FeedScope.OWN)


def test_two_replicas_that_upgrade_data_at_once(empty: Database) -> None:
    _first(empty)
    others = [open_database(empty.engine.url.render_as_string(hide_password=False)) for _ in range(2)]
    assert at_once(2, lambda number: migrate.migrate(others[number])) == [None] * 2
    for other in others:
        other.dispose()
    _found_again(empty)


def test_a_failed_upgrade_leaves_the_old_schema_and_its_rows(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    _first(empty)
    upgrade = migrate._upgrade

    def fail_at_the_end(connection: Connection) -> None:
        upgrade(connection)
        raise RuntimeError

    monkeypatch.setattr(migrate, "_upgrade", fail_at_the_end)
    with pytest.raises(RuntimeError):
        migrate.migrate(empty)
    with empty.reading() as session:
        connection = session.connection()
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0001"
        assert connection.execute(text("SELECT token FROM feed")).scalar() == first_schema.TOKEN
        assert "broadcast" not in inspect(connection).get_table_names()
    monkeypatch.undo()
    migrate.migrate(empty)
    _found_again(empty)


def test_what_the_first_version_writes_is_taken_by_the_newest_tables(database: Database) -> None:
    with database.writing() as session:
        first_schema.settle(session.connection())
    _found_again(database)


Shape = dict[str, dict[str, bool]]  # table → column → whether an insert may leave it out


def _shape(database: Database) -> Shape:
    with database.reading() as session:
        seen = inspect(session.connection())
        return {
            table: {one["name"]: one["nullable"] or one["default"] is not None for one in seen.get_columns(table)}
            for table in seen.get_table_names()
        }


def _breaks(before: Shape, after: Shape) -> set[str]:
    """Return what a replica that knows only the tables before would stumble over in those after."""
    lost = {f"{table}.{name}" for table, columns in before.items() for name in columns.keys() - after.get(table, {})}
    demanded = {
        f"{table}.{name}"
        for table in before.keys() & after.keys()
        for name, left_out in after[table].items()
        if not left_out and before[table].get(name, True)
    }
    return lost | demanded


def test_a_migration_only_adds(empty: Database) -> None:
    found = {}
    before: Shape = {}
    for revision in REVISIONS:
        _upgrade(empty, revision)
        after = _shape(empty)
        found[revision] = _breaks(before, after)
        before = after
    assert {revision for revision, broken in found.items() if broken} == BEFORE_THE_RULE


def test_what_breaks_the_rule_is_noticed() -> None:
    before: Shape = {"person": {"id": False, "name": False, "phone": True}}
    assert _breaks(before, {}) == {"person.id", "person.name", "person.phone"}
    assert _breaks(before, {"person": {"id": False, "name": False, "phone": False}}) == {"person.phone"}
    assert _breaks(before, {"person": {**before["person"], "new": False}}) == {"person.new"}
    assert _breaks(before, {"person": {**before["person"], "new": True}, "other": {"id": False}}) == set()
