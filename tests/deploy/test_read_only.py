"""The bot runs where all but its database's folder is read-only, without a home or a place for temporary files."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.process import free_port

ROOT = Path(__file__).parents[2]
READY_SECONDS = 40.0


@pytest.fixture
def shut(tmp_path: Path) -> list[str]:
    """The command that lets a process write in one folder only."""
    tool = shutil.which("bwrap")
    if tool is None:
        pytest.skip("bubblewrap is not here")
    walls = [tool, "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"]
    walls += ["--bind", str(tmp_path), str(tmp_path)]
    if subprocess.run([*walls, "true"], capture_output=True, check=False).returncode:
        pytest.skip("bubblewrap may not make a root here")
    return walls


@pytest.fixture
def port(shut: list[str], tmp_path: Path) -> Iterator[int]:
    port = free_port()
    given = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": "/nonexistent", "HJEMMEBOT_PORT": str(port)}
    given["HJEMMEBOT_DATABASE_URL"] = f"sqlite:///{tmp_path}/bot.db"
    with (tmp_path / "said").open("w") as said:
        bot = subprocess.Popen(
            [*shut, sys.executable, "-m", "bot", "serve"], cwd=ROOT, env=given, stdout=said, stderr=said
        )
        yield port
        bot.terminate()
        bot.wait(20)


def ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def test_it_gets_ready(port: int, tmp_path: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while not ready(port):
        assert time.monotonic() < until, (tmp_path / "said").read_text()
        time.sleep(0.1)
    said = (tmp_path / "said").read_text()
    assert "Read-only" not in said
    assert "Traceback" not in said
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"bot", "said"}


def test_the_walls_hold(shut: list[str], tmp_path: Path) -> None:
    for place in (ROOT / "nobody", Path("/tmp/nobody")):
        done = subprocess.run([*shut, "touch", str(place)], capture_output=True, text=True, check=False)
        assert "Read-only" in done.stderr
    assert subprocess.run([*shut, "touch", str(tmp_path / "here")], check=False).returncode == 0
