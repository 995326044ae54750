"""The people from Microsoft Graph on the command line, against a Graph on loopback."""

from __future__ import annotations

import asyncio

from tests.cli.conftest import Run
from tests.fakes.graph_directory import FakeDirectory


async def test_sync_says_what_changed_and_can_be_tried_first(run: Run) -> None:
    async with FakeDirectory() as graph:
        graph.change("1", displayName="Anna Holm", manager="2")
        graph.change("2", displayName="Lars", manager="1")
        for number in range(10, 30):
            graph.change(str(number), displayName=f"Person {number}")

        async def sync(*words: str) -> tuple[int, str, str]:
            done = await asyncio.to_thread(run, "sync-people", *words, HJEMMEBOT_GRAPH_URL=graph.url)
            return done.returncode, done.stdout, done.stderr

        code, said, remarks = await sync("--dry-run")
        assert code == 0
        assert said.startswith("22 added:\n  Anna Holm\n")
        assert said.endswith("22 people: 22 added, 0 changed, 0 left. Nothing was stored.\n")
        assert "2 and 1 would lead each other" in remarks
        assert "22 added" in (await sync())[1]
        for number in range(10, 16):
            graph.delete(str(number))
        code, _, remarks = await sync()
        assert code == 1
        assert "6 of 22 people would leave; nothing was stored" in remarks
        graph.answer_next(403)
        code, _, remarks = await sync()
        assert (code, "users: 403" in remarks, "Traceback" in remarks) == (4, True, False)
    assert graph.refused == []


def test_without_graph_it_says_so(run: Run) -> None:
    done = run("sync-people")
    assert done.returncode == 3
    assert "HJEMMEBOT_GRAPH_URL is not set" in done.stderr
