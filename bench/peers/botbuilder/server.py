"""The stock Bot Framework SDK's empty echo, without tokens."""

from __future__ import annotations

import os

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class Echo(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(f"Du skrev: {turn_context.activity.text}")


class Configuration:
    APP_ID = ""
    APP_PASSWORD = ""


adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration()))
bot = Echo()


async def messages(request: web.Request) -> web.Response:
    return await adapter.process(request, bot) or web.Response()


app = web.Application()
app.router.add_post("/api/messages", messages)
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), access_log=None, print=None)
