"""An echo on the Microsoft 365 Agents SDK, without tokens, in its leanest form (a handler, no turn state)."""

from __future__ import annotations

import os

from aiohttp import web
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import ActivityHandler, TurnContext
from microsoft_agents.hosting.core.authorization import AnonymousTokenProvider
from microsoft_agents.hosting.core.rest_channel_service_client_factory import RestChannelServiceClientFactory


class Echo(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(f"Du skrev: {turn_context.activity.text}")


class NoTokens:
    def get_token_provider(self, *args: object) -> AnonymousTokenProvider:
        return AnonymousTokenProvider()

    get_connection = get_default_connection = get_token_provider_from_activity = get_token_provider


adapter = CloudAdapter(channel_service_client_factory=RestChannelServiceClientFactory(NoTokens()))
bot = Echo()


async def messages(request: web.Request) -> web.Response:
    return await adapter.process(request, bot) or web.Response()


app = web.Application()
app.router.add_post("/api/messages", messages)
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), access_log=None, print=None)
