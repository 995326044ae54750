"""However often the numbers are read, the database is asked once in a while."""

from __future__ import annotations

import asyncio

from sqlalchemy import event

from bot.backlog import KEPT_SECONDS, Backlog
from bot.metrics import Metrics
from storage.database import open_database


async def test_many_readers_ask_the_database_once_until_the_answer_is_old(sqlite_url: str) -> None:
    database, now, asked = open_database(sqlite_url), 1_000.0, []
    event.listen(
        database._readers,
        "before_cursor_execute",
        lambda *args: asked.append(args[2]) if "audit_head" in args[2] else None,
    )
    one = Backlog(database, lambda: now)
    metrics = Metrics()
    metrics.look_up(one)
    await asyncio.gather(*(metrics.fresh() for _ in range(50)))
    await metrics.fresh()
    assert len(asked) == 1
    assert b"hjemmebot_database_up 1.0" in metrics.page()
    now += KEPT_SECONDS
    await asyncio.gather(*(metrics.fresh() for _ in range(50)))
    assert len(asked) == 2
    database.dispose()
