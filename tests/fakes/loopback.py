"""Serving a fake on this machine alone."""

from __future__ import annotations

from aiohttp import web


async def on_loopback(app: web.Application) -> tuple[web.AppRunner, str]:
    """Serve on a free port of 127.0.0.1; return what stops it (`cleanup`), and the address without a slash."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"
