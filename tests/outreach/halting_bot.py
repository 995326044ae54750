"""The bot, standing still at one point of filing, so that it can be killed there: HALT_AT names the point.

"document" and "metadata" are before that file takes its place, "settle" is before the row says it is filed.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from bot.__main__ import main
from bot.papers import filing

ENDINGS = {"document": ".pdf", "metadata": ".json"}
_replace, _settle = Path.replace, filing.Filing._settle


def halt() -> None:
    Path(os.environ["HALTED"]).touch()
    time.sleep(60)


def replace(self: Path, target: Path) -> Path:
    if target.suffix == ENDINGS.get(os.environ["HALT_AT"]):
        halt()
    return _replace(self, target)


def settle(*args: object) -> None:
    if os.environ["HALT_AT"] == "settle":
        halt()
    _settle(*args)  # type: ignore[arg-type]


Path.replace = replace  # type: ignore[method-assign,assignment]
filing.Filing._settle = settle  # type: ignore[method-assign,assignment]
main()
