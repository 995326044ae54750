"""The bare bridge with the smallest turn there is, without tokens."""

from __future__ import annotations

import os

from aiohttp import web

from bot.chat import Chat, Said, Text
from bot.metrics import Metrics
from bot.settings import Settings
from bot.teams.adapter import Bridge
from bot.teams.connector import Connector
from bot.web import Feed, make_app
from cards.drawn import Drawn


async def echo(said: Said, chat: Chat) -> Drawn | None:
    """Say what was said."""
    if isinstance(said.act, Text):
        await chat.say(Drawn(f"Du skrev: {said.act.text}"))
    return None


async def no_feed(token: str, if_none_match: str | None) -> Feed | None:
    return None


async def ready() -> dict[str, bool]:
    return {}


settings = Settings(_env_file=None, tenant_id="tenant")
metrics = Metrics()
bridge = Bridge(settings, echo, Connector(settings, metrics.send), metrics)
app = make_app(bridge, no_feed, ready, metrics)
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), access_log=None, print=None)
