"""Starting a contender, loading it, and reading what it cost. Linux only: the figures come from /proc."""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson

from bench.contender import Contender, Stage
from bench.environments import BUILD, PEERS, ROOT
from bench.loopback import LoopbackConnector, drive

WARM_UP = 100
ROUNDS = 3
AT_ONCE = 16
PATIENCE = 30.0  # seconds for a server to come up, or for the last messages to come in


class Failed(Exception):
    """A contender did not start, or did not do what it was asked."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one contender cost: the median of the rounds."""

    cpu_ms: float  # a turn, all threads of the server
    per_second: float
    ready_s: float  # from the start of the process
    rss_mb: float  # after the load
    connections: int  # to the connector, in all


@dataclass(frozen=True, slots=True)
class Server:
    """A process of a contender that answers."""

    pid: int
    port: int
    ready_s: float


async def measure(contender: Contender, python: Path, turns: int) -> Figures:
    """Return the contender's figures for rounds of so many turns. Raises Failed."""
    async with LoopbackConnector() as connector:
        with tempfile.TemporaryDirectory() as folder:
            clean = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
            stage = Stage(Path(folder), clean, WARM_UP + ROUNDS * turns, connector.url)
            port = free_port()
            stage.env |= {"PORT": str(port), "HJEMMEBOT_PORT": str(port), "PYTHONPATH": str(ROOT)}
            make = await asyncio.to_thread(contender.prepare, stage)
            bodies = [orjson.dumps(make(number)) for number in range(stage.turns)]
            async with running(contender, python, stage, port) as server:
                return await _rounds(contender, server, connector, bodies, turns)


async def _rounds(
    contender: Contender, server: Server, connector: LoopbackConnector, bodies: list[bytes], turns: int
) -> Figures:
    await _round(contender, server, connector, bodies[:WARM_UP])
    costs = [
        await _round(contender, server, connector, bodies[first : first + turns])
        for first in range(WARM_UP, len(bodies), turns)
    ]
    return Figures(
        cpu_ms=statistics.median(cpu for cpu, _ in costs) / turns * 1000,
        per_second=turns / statistics.median(wall for _, wall in costs),
        ready_s=server.ready_s,
        rss_mb=_rss(server.pid),
        connections=connector.connections,
    )


async def _round(
    contender: Contender, server: Server, connector: LoopbackConnector, bodies: list[bytes]
) -> tuple[float, float]:
    """Return the seconds of CPU and of wall time that these turns took."""
    due = connector.messages + contender.sends * len(bodies)
    cpu, began = cpu_of(server.pid), time.perf_counter()
    good = await drive(server.port, bodies, AT_ONCE)
    if good < len(bodies):
        raise Failed(f"{len(bodies) - good} of {len(bodies)} turns were not answered with 2xx")
    await until(lambda: connector.messages >= due, "messages are missing at the connector")
    return cpu_of(server.pid) - cpu, time.perf_counter() - began


@asynccontextmanager
async def running(contender: Contender, python: Path, stage: Stage, port: int) -> AsyncIterator[Server]:
    """Start the contender's server and yield it once it is ready; its log lies in build/bench. Raises Failed."""
    BUILD.mkdir(parents=True, exist_ok=True)
    where = PEERS / contender.peer if contender.peer else ROOT
    with log_of(contender).open("wb") as log:
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            str(python), *contender.command, cwd=where, env=stage.env, stdout=log, stderr=log
        )
        try:
            while not await _answers(port, contender.ready):
                if process.returncode is not None or time.perf_counter() - began > PATIENCE:
                    raise Failed(f"it did not start; see build/bench/{log_of(contender).name}")
                await asyncio.sleep(0.02)
            yield Server(process.pid, port, time.perf_counter() - began)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


def log_of(contender: Contender) -> Path:
    """Return where the log of a contender's server lies."""
    return BUILD / f"{''.join(letter if letter.isalnum() else '-' for letter in contender.name)}.log"


async def _answers(port: int, path: str) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        if not path:
            return True
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        return b" 200 " in await reader.readline()
    finally:
        writer.close()


async def until(done: object, failure: str) -> None:
    """Wait for it to be so. Raises Failed, with these words, when it takes too long."""
    began = time.perf_counter()
    while not done():  # type: ignore[operator]
        if time.perf_counter() - began > PATIENCE:
            raise Failed(failure)
        await asyncio.sleep(0.005)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cpu_of(pid: int) -> float:
    """Return the seconds on a core of all threads, from schedstat (nanoseconds; stat counts in hundredths)."""
    spent = (task.read_text().split()[0] for task in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(nanoseconds) for nanoseconds in spent) / 1e9


def _rss(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
