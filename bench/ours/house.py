"""The whole house as it is served: `python -m bench.ours.house [--lexical] [--without-audit]`.

Without the language model, and without lines in the audit trail (bench.audit measures what they cost).
"""

from __future__ import annotations

import asyncio
import sys

from bot.cli.serve import until_told_to_stop
from bot.compose import build, served
from bot.settings import Settings
from storage import audit


async def main() -> None:
    """Serve until told to stop."""
    if "--without-audit" in sys.argv:
        audit.append = lambda *_: None  # type: ignore[assignment]  # the gate finds it there
    house = await asyncio.to_thread(build, Settings(_env_file=None), lexical="--lexical" in sys.argv)
    async with served(house, shutdown_seconds=1):
        await until_told_to_stop()


if __name__ == "__main__":
    asyncio.run(main())
