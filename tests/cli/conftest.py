"""The command line as people call it: a process of its own, with nothing of ours in its environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run hjemmebot in an empty folder with a database of its own, and return what came of it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
    environment |= {"HJEMMEBOT_DATABASE_URL": f"sqlite:///{tmp_path / 'cli.db'}", "COLUMNS": "200", "NO_COLOR": "1"}

    def run(*words: str, said: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            input=said,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=tmp_path,
            env=environment | settings,
            check=False,
        )

    return run
