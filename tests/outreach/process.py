"""The bot as a process of its own, which can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from types import TracebackType
from typing import Self

import aiohttp

READY_SECONDS = 30.0


class BotProcess:
    """`hjemmebot serve` on a free port. Leaving the block ends it, by its own pid."""

    def __init__(self, database_url: str, service_url: str, module: str = "bot", **settings: str) -> None:
        self._module = module
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        ours = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
        self._environment = ours | {
            "HJEMMEBOT_DATABASE_URL": database_url,
            "HJEMMEBOT_PORT": str(self.port),
            "HJEMMEBOT_SERVICE_URLS": service_url,
            **settings,
        }
        self._process: asyncio.subprocess.Process | None = None
        self.ready_after = 0.0

    async def __aenter__(self) -> Self:
        began = time.monotonic()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self._module, "serve", env=self._environment, stdout=asyncio.subprocess.DEVNULL
        )
        async with aiohttp.ClientSession() as session:
            while not await _is_ready(session, self.url):
                if time.monotonic() - began > READY_SECONDS or self._process.returncode is not None:
                    raise AssertionError("the bot did not get ready")
                await asyncio.sleep(0.02)
        self.ready_after = time.monotonic() - began
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        await self.end(signal.SIGTERM)

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    async def kill(self) -> None:
        """End it as a power cut would."""
        await self.end(signal.SIGKILL)

    async def end(self, how: signal.Signals) -> int | None:
        """End it and return its exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(how)
            await asyncio.wait_for(self._process.wait(), 20)
        return self._process.returncode


async def _is_ready(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(f"{url}/readyz") as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
