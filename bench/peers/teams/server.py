"""An echo on the Teams SDK for Python, without tokens; its own server, on loopback and without an access log."""

from __future__ import annotations

import asyncio
import os

import uvicorn
from fastapi import FastAPI
from microsoft_teams.api import MessageActivity
from microsoft_teams.apps import ActivityContext, App, FastAPIAdapter

PORT = int(os.environ["PORT"])


def server(app: FastAPI) -> uvicorn.Server:
    return uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=PORT, log_level="warning", access_log=False))


app = App(dangerously_allow_unauthenticated_requests=True, http_server_adapter=FastAPIAdapter(server_factory=server))


@app.on_message
async def echo(ctx: ActivityContext[MessageActivity]) -> None:
    await ctx.send(f"Du skrev: {ctx.activity.text}")


asyncio.run(app.start(PORT))
