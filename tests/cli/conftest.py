"""The command line as people call it: a process of its own, with nothing of ours in its environment."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with nothing of ours in it but a database of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
    return kept | {"HJEMMEBOT_DATABASE_URL": f"sqlite:///{tmp_path / 'cli.db'}", "COLUMNS": "200", "NO_COLOR": "1"}


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Run hjemmebot in an empty folder with a database of its own, and return what came of it."""

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


@pytest.fixture
def terminal(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Run hjemmebot as `run` does, but read what is typed from a terminal."""

    def run(*words: str, said: str = "") -> subprocess.CompletedProcess[str]:
        ours, theirs = pty.openpty()
        try:
            os.write(ours, said.encode())
            return subprocess.run(
                [sys.executable, "-m", "bot", *words],
                stdin=theirs,
                capture_output=True,
                text=True,
                timeout=60,
                cwd=tmp_path,
                env=environment,
                check=False,
            )
        finally:
            os.close(ours)
            os.close(theirs)

    return run
