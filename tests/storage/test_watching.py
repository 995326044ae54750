"""What the database is asked is heard on each engine, by readers and writers, once; errors too."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from storage import people
from storage.database import Database


def test_statements_and_errors_are_heard_once_and_without_their_values(database: Database) -> None:
    errors: list[str] = []
    heard: list[tuple[str, str]] = []

    def began(word: str):  # type: ignore[no-untyped-def]
        return lambda fault: heard.append((word, fault))

    database.watch(errors.append, began)
    with database.reading() as session:
        people.find(session, "anna")
    assert [one for one in heard if one[0] == "SELECT"] == [("SELECT", "")]
    heard.clear()
    with pytest.raises(SQLAlchemyError), database.writing() as session:
        session.connection().execute(text("DELETE FROM nowhere WHERE name = 'Anna'"))
    assert len(errors) == 1
    assert errors[0] in {"OperationalError", "ProgrammingError"}
    assert heard[-1] == ("DELETE", errors[0])
    heard.clear()
    with database.writing() as session:
        session.connection().execute(text("VALUES (1)"))
    assert ("other", "") in heard
