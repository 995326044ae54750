"""Writing to a connector without having been spoken to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.metrics import Metrics
from bot.settings import Settings
from bot.teams.connector import Connector
from bot.teams.patience import Patience
from bot.teams.post import TeamsPost
from cards.drawn import Drawn
from domain.conversations import Conversation, Place
from tests.edge.running import QUICK, TENANT, make_settings
from tests.fakes.connector import FakeConnector

HELLO = Drawn("Hej", None, "Hej")


@asynccontextmanager
async def posting(
    settings: Settings | None = None, patience: Patience = QUICK, metrics: Metrics | None = None
) -> AsyncIterator[TeamsPost]:
    settings = settings or make_settings()
    sender = Connector(settings, (metrics or Metrics()).send, patience)
    await sender.start()
    try:
        yield TeamsPost(settings, sender)
    finally:
        await sender.close()


def chat(connector: FakeConnector, **changes: Any) -> Conversation:
    fixed = {
        "id": "a:1/æ ?#;messageid=1",
        "service_url": f"{connector.url}/emea/",
        "tenant_id": TENANT,
        "bot_id": "28:b",
        "place": Place.PERSONAL,
        "user_id": "29:1",
    }
    return Conversation(**fixed | changes)
