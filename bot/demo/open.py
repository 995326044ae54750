"""The town wired beside a house: its connector and its page on the house's own port."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.compose import House, build
from bot.demo.chats import Chats
from bot.demo.clock import Clock
from bot.demo.connector import TownConnector
from bot.demo.guard import guard
from bot.demo.page import TownPage
from bot.demo.sender import Sender
from bot.demo.town import TENANT, Town, load_town, move_in
from bot.settings import Settings
from storage import people, personal_data, questions

HOST = "127.0.0.1"


class OpenTown:
    """A house with a town around it. Serve `house`, then `settle()`."""

    def __init__(self, port: int, data: Path, *, lexical: bool = False) -> None:
        self.town: Town = load_town()
        address = f"http://{HOST}:{port}"
        self.house: House = build(_settings(port, data, f"{address}/connector"), lexical=lexical)
        self.chats = Chats(data / "chats.jsonl")
        self.clock = Clock(data / "clock.txt")
        self.sender = Sender(self.chats, self.clock, f"{address}/api/messages", f"{address}/connector")
        self._anew = asyncio.Lock()
        self.house.app.middlewares.append(guard)
        TownConnector(self.town, self.chats, self.clock).add_to(self.house.app)
        TownPage(self.town, self.chats, self.clock, self.sender, self.begin_anew).add_to(self.house.app)

    async def settle(self) -> None:
        """Move the people in and install the app for those who have not got it."""
        await asyncio.to_thread(self._move_in)
        for person in self.town.people:
            if not self.chats.of(person.id):
                await self.sender.install(person)

    async def begin_anew(self) -> None:
        """Forget everything that was said and stored, and settle again, today. One at a time."""
        async with self._anew:
            await asyncio.to_thread(self._forget)
            self.chats.clear()
            self.clock.reset()
            for person in self.town.people:
                await self.sender.remove(person)
            await self.settle()
            self.chats.tell_all()

    def _move_in(self) -> None:
        with self.house.database.reading() as session:
            if people.everybody(session):
                return
        move_in(self.town, self.house.database)

    def _forget(self) -> None:
        with self.house.database.writing() as session:
            for person in self.town.people:
                personal_data.erase(session, person.id, datetime.now(UTC))
            questions.forget_all(session)


def _settings(port: int, data: Path, service_url: str) -> Settings:
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    (data / "journal").mkdir(mode=0o700, exist_ok=True)
    return Settings(
        _env_file=None,
        database_url=f"sqlite:///{data / 'hjemmebot.db'}",
        host=HOST,
        port=port,
        app_id="",
        tenant_id=TENANT,
        graph_url="",
        judge_url="",
        service_urls=(service_url,),
        calendar_url="",
        journal_dir=data / "journal",
        replica="demo",
    )
