"""Whatever happens in the tenant and in the file, what was read by changes is what is read anew."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.graph.client import GraphClient
from bot.graph.directory import GraphDirectory
from bot.graph.people_sync import PeopleSync
from domain.directory import Listed, from_file, put_together
from domain.people import Person
from storage import accounts, directory
from storage.database import Database, open_database
from tests.fakes.graph_directory import FakeDirectory
from tests.graph.test_calendar import NoToken

HR = "0e4d4f5a-9c0c-4a39-8f0e-6a55b6a3c1d2"
names = st.sampled_from("abcdef")
Deed = Callable[[FakeDirectory, Database], object]


def _delete(name: str) -> Deed:
    return lambda graph, _: graph.delete(name) if name in graph.users else None


def _change(name: str, fields: dict[str, object]) -> Deed:
    return lambda graph, _: graph.change(name, **{"displayName": name, **fields})


def _open_or_close(name: str) -> Deed:
    return lambda graph, _: graph.change(
        name, displayName=name, accountEnabled=not graph.users.get(name, {}).get("accountEnabled", False)
    )


def _members(them: list[str]) -> Deed:
    return lambda graph, _: graph.groups.update({HR: them})


def _import(lines: dict[str, str | None]) -> Deed:
    def put(_: FakeDirectory, database: Database) -> None:
        # A leader is an earlier letter: a file with a circle is refused before it comes this far.
        leaders = {id_: leader if leader and leader < id_ else None for id_, leader in lines.items()}
        listed = [from_file(Person(id_, f"listed {id_}", leader_id=leader)) for id_, leader in leaders.items()]
        with database.writing() as session:
            directory.put(session, put_together(listed, accounts.everybody(session)).people)

    return put


fields = st.fixed_dictionaries(
    {},
    optional={
        "manager": st.none() | names,
        "department": st.none() | st.just("Drift"),
        "accountEnabled": st.booleans(),
        "userType": st.sampled_from(["Member", "Guest"]),
        "preferredLanguage": st.sampled_from([None, "en-US", "da-DK", "pl-PL"]),
    },
)
lines = st.dictionaries(names, st.none() | names, max_size=3)
deeds = st.one_of(
    st.builds(_change, names, fields),
    st.builds(_open_or_close, st.sampled_from("ab")),
    st.builds(_open_or_close, st.sampled_from("ab")),
    st.builds(_delete, names),
    st.builds(_members, st.lists(names, max_size=3)),
    st.builds(_import, lines),
)


def _listed(database: Database) -> dict[str, Listed]:
    with database.reading() as session:
        return {one.person.id: one for one in directory.listed(session)}


@settings(max_examples=30)
@given(rounds=st.lists(st.lists(deeds, max_size=3), min_size=2, max_size=4))
def test_by_changes_or_anew_the_directory_is_the_same(sqlite_template: Path, rounds: list[list[Deed]]) -> None:
    file = sqlite_template.parent / "changes.db"
    shutil.copyfile(sqlite_template, file)
    database = open_database(f"sqlite:///{file}")

    async def live() -> None:
        async with FakeDirectory() as graph:
            graph.groups[HR] = []
            for id_, leader in zip("abcdef", "bcdefa", strict=True):
                graph.change(id_, displayName=id_, manager=leader)
            sync = PeopleSync(database, GraphDirectory(GraphClient(graph.url, NoToken()), HR), timedelta(minutes=30))
            await sync.open()
            for round_ in rounds:
                for deed in round_:
                    deed(graph, database)
                await sync.run(yes=True)
                by_changes = _listed(database)
                await sync.run(dry=False, anew=True, yes=True)
                assert _listed(database) == by_changes
            await sync.stop()
            assert graph.refused == []

    asyncio.run(live())
    database.dispose()
