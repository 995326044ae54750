"""Serving the bot."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Coroutine
from contextlib import nullcontext

from bot.cli.console import err, out, told, working
from bot.logs import LogFormat, write_log
from bot.settings import Settings

log = logging.getLogger("hjemmebot.serve")

OPEN = "Without HJEMMEBOT_APP_ID: open to this machine only, and no token is asked for."


@told
def serve() -> None:
    """Serve the bot with the settings of the environment and .env (docs/settings.md).

    Example: HJEMMEBOT_APP_ID=… HJEMMEBOT_TENANT_ID=… hjemmebot serve
    """
    from bot.compose import build, served

    settings = Settings()
    write_log(settings.log_format)
    for_machines = settings.log_format is LogFormat.JSON  # who read every line of it
    if not settings.app_id:
        log.warning(OPEN) if for_machines else err.print(OPEN, style="yellow")
    with nullcontext() if for_machines else working("Starting"):
        house = build(settings)

    async def run() -> None:
        async with served(house) as port:
            listening = f"Listening on http://{settings.host}:{port}/api/messages"
            log.info("%s", listening) if for_machines else out.print(listening)
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
    """Wait for Ctrl-C or a polite request to end. Whoever asks once more does not want to wait: it ends at once.

    That is as a power cut, which loses nothing (docs/decisions/0003-outreach.md).
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def told_to(number: signal.Signals) -> None:
        if stop.is_set():
            os._exit(128 + number)
        stop.set()

    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, told_to, one)
    await stop.wait()
