"""Somebody erased after a long day in town: no table of ours or the engine's holds them, and neither does the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import inspect, text

from storage import personal_data
from storage.database import Database
from tests.journeys.test_quiet_logs import WORDS, a_day
from tests.journeys.town import town

NAMES = ("Anna Holm", "anna@nyborg.dk", "29:anna", "a:anna")
OF_ANNA = (WORDS["phone"], WORDS["thing"], WORDS["placing"], WORDS["reason"])


def cells(database: Database) -> Iterator[tuple[str, str]]:
    """Yield each cell of each table in the database as text, the durable engine's included, with where it stands."""
    with database.reading() as session:
        connection = session.connection()
        for schema in [None] if database.is_sqlite else ["public", "dbos"]:
            for table in inspect(connection).get_table_names(schema=schema):
                name = f'"{schema}"."{table}"' if schema else f'"{table}"'
                for row in connection.execute(text(f"SELECT * FROM {name}")).mappings():
                    yield from ((f"{table}.{column}", str(value)) for column, value in row.items())


def found(database: Database) -> dict[str, str]:
    """Return where the person stands, by name, address, id or own words."""
    return {
        place: cell
        for place, cell in cells(database)
        if cell == "anna" or '"anna"' in cell or any(one in cell for one in (*NAMES, *OF_ANNA))
    }


async def test_who_is_erased_leaves_no_trace(database_url: str) -> None:
    async with town(database_url) as here:
        await a_day(here)
        await here.lars.says("udstyr til Anna")
        await here.bo.says("hvem er hjemme på torsdag?")
        await here.hanne.says("slet alt om Anna Holm")  # and says neither yes nor no
        await here.settles()
        database = here.house.database
        assert len(found(database)) > 10
        with database.writing() as session:
            personal_data.erase(session, "anna", datetime.now(UTC))
        assert found(database) == {}
    if database_url.startswith("sqlite"):
        folder = Path(database_url.removeprefix("sqlite:///")).parent
        kept = b"".join(file.read_bytes() for file in folder.iterdir())
        assert [one for one in (*NAMES, *OF_ANNA) if one.encode() in kept] == []
        assert b"Bo Skov" in kept
