"""The soak from the first morning to the last afternoon, and what came of it."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import aiohttp

from bench.measure import Failed
from bench.soak.connector import connector
from bench.soak.found import Found
from bench.soak.municipality import Municipality, found
from bench.soak.process import Bot
from bench.soak.reading import read
from bench.soak.scenes import Scene, Stage
from bench.soak.walking import TENANT, Walk, Walked
from bench.soak.week import TIMES, Slot, moment, planned
from domain.conversations import Conversation
from storage import conversations, deliveries, frames, people
from storage.broadcasts import in_motion
from storage.database import Database

UNMET = 0.03  # of all have never met the bot
PATIENCE = 60.0
Scenes = Callable[[Stage], dict[datetime, Scene]]


@dataclass(frozen=True, slots=True)
class Soaked:
    """What a soak came to: seconds by the wall, megabytes of the bot at its first start and at the end."""

    found: Found
    walked: Walked
    seconds: float
    megabytes: tuple[float, float, float]  # at the start, at most, at the end
    requests: int
    refused: int
    forbidden: int
    kills: int


async def soak(url: str, database: Database, number: int, days: int, scenes: Scenes, folder: Path, seed: int) -> Soaked:
    """Let so many people work so many days on a fresh, migrated database. Raises Failed."""
    before = found(number, seed, moment(0, TIMES[0]))
    async with connector(seed) as chats, aiohttp.ClientSession() as http:
        await asyncio.to_thread(settle, database, before, chats.url, seed)
        bot = Bot(url, chats.url, folder / "soak.log")
        began = time.perf_counter()
        await bot.start(moment(0, TIMES[0]))
        try:
            walk = Walk(bot, chats, http, seed)
            stage = Stage(bot, chats, walk, database, before, seed)
            held = [bot.megabytes()]
            playing = scenes(stage)
            for slot in planned(before, days, seed):
                await _through(slot, stage, http, playing.get(slot.at))
                held.append(bot.megabytes())
            seen = await read(stage, http, database)
        finally:
            await bot.stop(signal.SIGTERM)
        memory = (held[0], max(held), held[-1])
        wall = time.perf_counter() - began
        return Soaked(seen, walk.walked, wall, memory, chats.requests, chats.refused, chats.forbidden, stage.kills)


async def _through(slot: Slot, stage: Stage, http: aiohttp.ClientSession, scene: Scene | None) -> None:
    """Put all clocks to the slot, let everybody act, a scene in the middle of it, and wait until all is told."""
    stage.walk.at = slot.at
    async with http.post(f"{stage.bot.url}/soak/at/{slot.at.isoformat()}") as response:
        if response.status != 200:
            raise Failed(f"the clock stands still: {response.status}")
    half = len(slot.intents) // 2
    acting = asyncio.gather(*(stage.walk.do(one) for one in slot.intents[:half]))
    if scene is not None:
        await scene()
    await acting
    await asyncio.gather(*(stage.walk.do(one) for one in slot.intents[half:]))
    await told(stage.database)


async def told(database: Database) -> None:
    """Wait until nothing is on its way any more. Raises Failed where that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while await asyncio.to_thread(_waits, database):
        if time.monotonic() > deadline:
            raise Failed("something still waits to be sent")
        await asyncio.sleep(0.02)


def _waits(database: Database) -> bool:
    with database.reading() as session:
        return bool(deliveries.waiting(session, 1) or in_motion(session))


def settle(database: Database, here: Municipality, service_url: str, seed: int) -> None:
    """Store the people, the frames of some teams, and the chats of nearly all."""
    chance = random.Random(f"{seed}:met")
    with database.writing() as session:
        people.replace_all(session, here.people)
        for frame in here.frames:
            frames.add(session, frame)
        for one in here.people:
            if chance.random() >= UNMET:
                chat = Conversation(f"a:{one.id}", service_url, TENANT, "28:hjemmebot", user_id=f"29:{one.id}")
                conversations.remember(session, chat, one.id, {}, "", welcomed=True)
