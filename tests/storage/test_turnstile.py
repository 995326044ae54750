"""A chat is held by one process at a time; one that dies or loses its connection holds nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from storage.database import Database, open_database
from storage.turnstile import Turnstile

pytestmark = pytest.mark.postgres


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Database]:
    opened = open_database(postgres_url)
    yield opened
    opened.dispose()


@pytest.fixture
def pair(postgres: Database) -> Iterator[tuple[Turnstile, Turnstile]]:
    one, other = Turnstile(postgres), Turnstile(postgres)
    yield one, other
    one.close()
    other.close()


def test_a_chat_is_held_by_one_and_then_by_the_other(pair: tuple[Turnstile, Turnstile]) -> None:
    one, other = pair
    assert one.enter("a:anna")
    assert not other.enter("a:anna")
    assert other.enter("a:lars")
    one.leave("a:anna")
    assert other.enter("a:anna")


def test_one_that_ends_lets_go(pair: tuple[Turnstile, Turnstile]) -> None:
    one, other = pair
    assert one.enter("a:anna")
    one.close()
    assert other.enter("a:anna")


def test_a_lost_connection_holds_nothing_and_is_made_anew(
    postgres: Database, pair: tuple[Turnstile, Turnstile]
) -> None:
    one, other = pair
    assert one.enter("a:anna")
    with postgres.writing() as session:
        session.connection().execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
            )
        )
    until = time.monotonic() + 10  # the server ends the connection in its own time
    while not (entered := other.enter("a:anna")) and time.monotonic() < until:
        time.sleep(0.05)
    assert entered
    one.leave("a:anna")
    assert not one.enter("a:anna")
    assert one.enter("a:lars")
