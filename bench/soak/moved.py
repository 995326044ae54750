"""The bot on a virtual clock, as a function for a process of its own.

It also takes POST /soak/at/{moment}: the clock is put there, and the duties go their round. The clock runs on at its
own speed in between; what is waited for (leases, tries again) is waited for as always.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import time_machine
from aiohttp import web
from sqlalchemy.util import queue

from bot.cli.serve import on_a_quick_loop, until_told_to_stop
from bot.compose import build, served
from bot.logs import write_log
from bot.settings import Settings


async def _serve(clock: time_machine.Traveller) -> None:
    house = await asyncio.to_thread(build, Settings(_env_file=None), lexical=True)

    async def put(request: web.Request) -> web.Response:
        clock.move_to(datetime.fromisoformat(request.match_info["moment"]))
        await asyncio.to_thread(house.rounds.go_round)
        return web.Response(text="ok")

    house.app.router.add_post("/soak/at/{moment}", put)
    async with served(house, shutdown_seconds=5):
        await until_told_to_stop()


def begin(settings: Mapping[str, str], at: datetime, log: Path) -> None:
    """Serve until told to stop, in a process made for it: what is printed and logged goes to a file."""
    with log.open("ab") as to:
        os.dup2(to.fileno(), 1)
        os.dup2(to.fileno(), 2)
    os.environ.update(settings)
    queue._time = time.monotonic  # noqa: SLF001 - or whoever waits for a connection while the clock is moved has waited too long
    with time_machine.travel(at, tick=True) as clock:
        write_log()
        on_a_quick_loop(_serve(clock))
