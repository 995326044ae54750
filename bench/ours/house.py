"""The whole house as it is served, with or without the language model: `python -m bench.ours.house [--lexical]`."""

from __future__ import annotations

import asyncio
import sys

from bot.cli.serve import until_told_to_stop
from bot.compose import build, served
from bot.settings import Settings


async def main() -> None:
    """Serve until told to stop."""
    house = await asyncio.to_thread(build, Settings(_env_file=None), lexical="--lexical" in sys.argv)
    async with served(house, shutdown_seconds=1):
        await until_told_to_stop()


if __name__ == "__main__":
    asyncio.run(main())
