"""One demo town and one headless Chromium for all browser tests."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "test-output" / "screens"
READY_SECONDS = 40.0
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class DemoTown:
    """`hjemmebot demo` as a process; its data folder outlives a restart."""

    def __init__(self, data: Path) -> None:
        self._data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> float:
        """Start, and return the seconds until everybody had moved in."""
        began = time.monotonic()
        ours = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo", "--port", str(self._port), "--data-dir", str(self._data)],
            env=ours | {"NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if "Ctrl-C" in line:
                return time.monotonic() - began
            if time.monotonic() - began > READY_SECONDS:
                break
        raise AssertionError("the town did not open")

    def stop(self) -> int:
        """Press Ctrl-C and return the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=20)
        return self._process.returncode

    def answers(self) -> bool:
        """Return whether something listens."""
        with contextlib.suppress(urllib.error.URLError):
            return urllib.request.urlopen(f"{self.url}/healthz", timeout=2).status == 200
        return False


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoTown]:
    """A town that has been open for a moment."""
    if not (ROOT / "node_modules" / "adaptivecards").is_dir():
        pytest.skip("the card renderer is not installed")
    one = DemoTown(tmp_path_factory.mktemp("town"))
    one.start()
    yield one
    if one.answers():
        one.stop()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield one
        one.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, town: DemoTown) -> Iterator[NewPage]:
    """Open the town's page anew: everything begun afresh unless `kept`, and every error on it fails the test."""
    wrong: list[str] = []
    contexts = []

    def new_page(scheme: str = "light", width: int = 1440, height: int = 900, kept: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="da-DK",
            timezone_id="America/New_York",  # the town's time is Copenhagen's, wherever the browser is
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(town.url)
        page.wait_for_selector(".message")
        if not kept:
            page.evaluate(
                "async () => { await fetch('/demo/restart', {method: 'POST', headers: {'Content-Type':"
                " 'application/json'}, body: '{}'}) }"
            )
            page.reload()
            page.wait_for_selector(".message")
        return page

    yield new_page
    for context in contexts:
        context.close()
    assert wrong == []
