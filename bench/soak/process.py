"""The bot of the soak as a process: started, killed, asked to stop, and started again on the same database."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import time
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

import aiohttp

from bench.mail.machine import megabytes
from bench.measure import Failed, free_port
from bench.soak.moved import begin

PATIENCE = 60.0
STOPPING = 30.0
REPLICA = "soak"


class Bot:
    """`up` is set while it can be spoken to. Its log lies in `log`, over all its starts.

    Each start is a fork of a process that has loaded the code and done nothing else, so that starting is quick.
    """

    def __init__(self, database_url: str, service_url: str, log: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        self.up = asyncio.Event()
        self._process: BaseProcess | None = None
        self._settings = {
            "HJEMMEBOT_DATABASE_URL": database_url,
            "HJEMMEBOT_PORT": str(self.port),
            "HJEMMEBOT_SERVICE_URLS": service_url,
            "HJEMMEBOT_SEND_RATE": "2000",
            "HJEMMEBOT_REPLICA": REPLICA,
        }

    async def start(self, at: datetime) -> None:
        """Start it with its clock at a moment, and wait until it is ready. Raises Failed."""
        kind = multiprocessing.get_context("forkserver")
        kind.set_forkserver_preload(["bench.soak.moved"])
        process = kind.Process(target=begin, args=(self._settings, at, self.log), daemon=True)
        self._process = process
        await asyncio.to_thread(process.start)
        began = time.perf_counter()
        async with aiohttp.ClientSession() as http:
            while not await _ready(http, self.url):
                if not process.is_alive() or time.perf_counter() - began > PATIENCE:
                    raise Failed(f"the bot did not start; see {self.log}")
                await asyncio.sleep(0.02)
        self.up.set()

    async def stop(self, how: signal.Signals) -> None:
        """End it: SIGKILL as a power cut would, SIGTERM as a deploy does. Raises Failed where it will not end."""
        self.up.clear()
        if self._process is None or self._process.pid is None or not self._process.is_alive():
            return
        os.kill(self._process.pid, how)
        await asyncio.to_thread(self._process.join, STOPPING)
        if self._process.is_alive():
            self._process.kill()
            raise Failed("the bot did not stop when it was asked to")

    def megabytes(self) -> float:
        """Return what it holds in memory."""
        running = self._process is not None and self._process.is_alive()
        return megabytes(self._process.pid or 0) if self._process is not None and running else 0.0


async def _ready(http: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with http.get(f"{url}/readyz") as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False
