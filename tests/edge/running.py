"""The bot running on loopback, spoken to over real HTTP in Teams' own wire format."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.chat import Chat, Press, Said, Text, Turn
from bot.metrics import Metrics
from bot.settings import Settings
from bot.teams.adapter import Bridge
from bot.teams.connector import Connector
from bot.teams.patience import Patience
from bot.web import Feed, make_app
from cards.drawn import Drawn

TENANT = "4d2f0f3a-5b1e-4c0b-9a77-1f6f1c7c2b10"
APP_ID = "6c1d9c1e-93f7-4a57-8f0e-2b7d5a0c9e41"
BOT = f"28:{APP_ID}"
ANNA = "0b5c6d0e-7a51-4d0f-8c63-3b1f6f0a1111"
NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Svar", "wrap": True}]}
QUICK = Patience(tries=4, timeout=2.0, first=0.01, most=0.02, longest=2.0)


def activity(name: str, /, **changes: Any) -> dict[str, Any]:
    """A real activity from activities/, with fields changed; a field set to None is left out."""
    body: dict[str, Any] = json.loads((Path(__file__).parent / "activities" / f"{name}.json").read_text("utf-8"))
    return {key: value for key, value in (body | changes).items() if value is not None}


def make_settings(**changes: Any) -> Settings:
    """Settings without environment or .env; no app id means no tokens, as on a developer's machine."""
    fixed: dict[str, Any] = {"tenant_id": TENANT} | changes
    return Settings(_env_file=None, **fixed)


@dataclass
class Echo:
    """A tiny turn: says what was written, and answers a button with a card. Keeps what it was given."""

    said: list[Said] = field(default_factory=list)

    async def __call__(self, said: Said, chat: Chat) -> Drawn | None:
        self.said.append(said)
        match said.act:
            case Text(text):
                await chat.say(Drawn(f"Du skrev: {text}"))
            case Press(in_place=True):
                return Drawn("Svar", CARD, "Svar")
            case Press(card_id=card_id):
                await chat.replace(card_id, Drawn("Svar", CARD, "Svar"))
            case _:
                await chat.say(Drawn("Hej"))
        return None


@dataclass
class Answer:
    """An HTTP answer, read."""

    status: int
    body: bytes
    headers: Any

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Running:
    """The bot that runs, and a client of it. `service_url` is put into each activity that is told."""

    url: str
    bridge: Bridge
    metrics: Metrics
    http: aiohttp.ClientSession
    service_url: str
    stop: Callable[[], Awaitable[None]]

    async def tell(self, body: Any, token: str | None = None, **headers: str) -> Answer:
        """Post an activity, from the connector if it names another one."""
        if isinstance(body, dict) and "smba.trafficmanager.net" in str(body.get("serviceUrl")):
            body = body | {"serviceUrl": self.service_url}
        return await self.post(json.dumps(body).encode(), token, **headers)

    async def post(self, data: bytes, token: str | None = None, **headers: str) -> Answer:
        sent = {"Content-Type": "application/json; charset=utf-8"} | headers
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        return await self.ask("POST", "/api/messages", data=data, headers=sent)

    async def ask(self, method: str, path: str, **kwargs: Any) -> Answer:
        async with self.http.request(method, self.url + path, **kwargs) as response:
            return Answer(response.status, await response.read(), response.headers)


async def no_feed(token: str, if_none_match: str | None) -> Feed | None:
    return None


async def always_ready() -> Mapping[str, bool]:
    return {"database": True}


@asynccontextmanager
async def running(
    turn: Turn,
    service_url: str,
    settings: Settings | None = None,
    patience: Patience = QUICK,
    feed: Callable[[str, str | None], Awaitable[Feed | None]] = no_feed,
    ready: Callable[[], Awaitable[Mapping[str, bool]]] = always_ready,
) -> AsyncIterator[Running]:
    """Serve a turn on 127.0.0.1 at a free port."""
    settings = settings or make_settings()
    metrics = Metrics()
    bridge = Bridge(settings, turn, Connector(settings, metrics.send, patience), metrics, now=lambda: NOW)
    runner = web.AppRunner(make_app(bridge, feed, ready, metrics), access_log=None, shutdown_timeout=2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        pool = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=pool, timeout=aiohttp.ClientTimeout(total=30)) as http:
            url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield Running(url, bridge, metrics, http, f"{service_url}/emea/", runner.cleanup)
    finally:
        await runner.cleanup()
