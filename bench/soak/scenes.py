"""What happens in the week beside what everybody does: a broadcast, an import, restarts, erasures."""

from __future__ import annotations

import asyncio
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from datetime import time as at

import time_machine

from bench.measure import Failed
from bench.soak.connector import Chats
from bench.soak.municipality import Municipality, changed, gone
from bench.soak.process import REPLICA, Bot
from bench.soak.walking import Walk
from bench.soak.week import moment
from domain.deeds import Deed, Done
from domain.directory import from_file, put_together
from domain.people import Role
from domain.people_file import read_people_file, write_people
from storage import audit, directory, personal_data
from storage.database import Database
from storage.deliveries import DELIVERY
from storage.receivers import RECEIVER, State

Scene = Callable[[], Awaitable[None]]
MOST_ERASED = 5
MIDDLE = 10  # turns into a slot
PATIENCE = 5.0
_FORM = {
    "title": "Ny politik for hjemmearbejde",
    "text": "Fra **1. december** gælder version 2.",
    "confirm": "yes",
    "audience": "all",
    "title_en": "New policy on working from home",
    "text_en": "From **1 December** version 2 applies.",
}


@dataclass
class Stage:
    """Where the scenes play, and what they leave behind for the checks.

    `in_flight` counts, by person, what was on its way when the bot was killed: these and no others may come twice.
    """

    bot: Bot
    chats: Chats
    walk: Walk
    database: Database
    before: Municipality
    seed: int
    after: Municipality = field(init=False)
    in_flight: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    erased: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.after = changed(self.before, self.seed)

    @property
    def hr(self) -> str:
        """The first of HR that can be reached."""
        of_hr = (one.id for one in self.before.people if Role.HR in one.roles)
        return next(one for one in of_hr if not self.chats.blocks(f"a:{one}"))

    async def broadcast(self) -> None:
        """HR writes to everybody and asks for confirmation; in the middle of the sending the bot is killed."""
        already = sum(self.chats.told.values())
        await self.walk.say(self.hr, "udsend")
        await self.walk.press(self.hr, "save_broadcast", _FORM, only=lambda one: one.get("preview", True))
        await self.walk.press(self.hr, "send_broadcast")
        if not await self.walk.press(self.hr, "send_broadcast", only=lambda one: bool(one.get("sure"))):
            raise Failed("HR could not send the broadcast")
        await self._until(lambda: sum(self.chats.told.values()) > already + len(self.before.people) // 4)
        await self.kill()

    async def crash(self) -> None:
        """Kill the bot while it is spoken to."""
        already = len(self.walk.walked.seconds)
        await self._until(lambda: len(self.walk.walked.seconds) > already + MIDDLE)
        await self.kill()

    async def _until(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done() and time.monotonic() < deadline:  # noqa: ASYNC110 - it is the connector that is looked at
            await asyncio.sleep(0.002)

    async def kill(self) -> None:
        """Kill the bot as a power cut would, note what was on its way, and start it again."""
        await self.bot.stop(signal.SIGKILL)
        self.kills += 1
        self.in_flight += await asyncio.to_thread(self._on_their_way)
        await self.bot.start(self.walk.at)

    async def deploy(self) -> None:
        """Ask the bot to stop, and start it again."""
        await self.bot.stop(signal.SIGTERM)
        await self.bot.start(self.walk.at)

    async def import_people(self) -> None:
        """Import the changed people from a file, beside the running bot."""
        await asyncio.to_thread(self._import, write_people(self.after.people))

    async def erase(self) -> None:
        """Erase some of those who left, as HR does beside the running bot. They do not speak any more.

        No leaders: what they were told is still to be counted.
        """
        left = [one for one in gone(self.before, self.after) if one not in self.before.leaders]
        self.erased = tuple(left[:MOST_ERASED])
        self.walk.silent.update(self.erased)
        await asyncio.to_thread(self._erase)

    def _import(self, file: str) -> None:
        listed = [from_file(one) for one in read_people_file(file.encode()).people]
        with time_machine.travel(self.walk.at), self.database.writing() as session:
            directory.put(session, put_together(listed, ()).people)
            audit.append(session, [Done(Deed.IMPORTED, "")], "", self.walk.at)

    def _erase(self) -> None:
        for one in self.erased:
            with time_machine.travel(self.walk.at), self.database.writing() as session:
                audit.append(session, [Done(Deed.ERASED, one)], "", self.walk.at)
                personal_data.erase(session, one, self.walk.at)

    def _on_their_way(self) -> Counter[str]:
        with self.database.reading() as session:
            found: Counter[str] = Counter()
            for table, owner in ((DELIVERY, "to_id"), (RECEIVER, "person_id")):
                query = table.select().where(table.c.state == State.SENDING.value, table.c.code == REPLICA)
                found.update(getattr(row, owner) for row in session.connection().execute(query))
            return found


def week(stage: Stage) -> dict[datetime, Scene]:
    """Return the scenes of a week: two hard stops, a deploy, an import, a broadcast, erasures."""
    return {
        moment(1, at(10)): stage.broadcast,
        moment(2, at(11, 30)): stage.import_people,
        moment(2, at(13)): stage.deploy,
        moment(3, at(13, 30)): stage.crash,
        moment(3, at(15)): stage.erase,
    }


def two_days(stage: Stage) -> dict[datetime, Scene]:
    """Return the same scenes in two days."""
    return {
        moment(0, at(13)): stage.broadcast,
        moment(0, at(15)): stage.import_people,
        moment(1, at(9)): stage.deploy,
        moment(1, at(11)): stage.crash,
        moment(1, at(14)): stage.erase,
    }
