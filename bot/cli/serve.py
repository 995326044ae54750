"""Serving the bot."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Coroutine

from bot.cli.console import err, out, told, working
from bot.settings import Settings


@told
def serve() -> None:
    """Serve the bot with the settings of the environment and .env (docs/settings.md).

    Example: HJEMMEBOT_APP_ID=… HJEMMEBOT_TENANT_ID=… hjemmebot serve
    """
    from bot.compose import build, served

    settings = Settings()
    write_log()
    if not settings.app_id:
        err.print("Without HJEMMEBOT_APP_ID: open to this machine only, and no token is asked for.", style="yellow")
    with working("Starting"):
        house = build(settings)

    async def run() -> None:
        async with served(house) as port:
            out.print(f"Listening on http://{settings.host}:{port}/api/messages")
            await until_told_to_stop()

    on_a_quick_loop(run())


def on_a_quick_loop(serving: Coroutine[None, None, None]) -> None:
    """Run on uvloop where there is one (not on Windows): a message costs a fifth less CPU than on asyncio's own."""
    try:
        import uvloop
    except ImportError:
        asyncio.run(serving)
    else:
        uvloop.run(serving)


async def until_told_to_stop() -> None:
    """Wait for Ctrl-C or a polite request to end."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    await stop.wait()


def write_log() -> None:
    """Write the log to stderr, one line an event, without content and without names."""
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("hjemmebot").setLevel(logging.INFO)
