"""One demo town and one headless Chromium for all browser tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.demo.process import DemoTown

ROOT = Path(__file__).parents[2]
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


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoTown]:
    """A town that has been open for a moment."""
    if not (ROOT / "node_modules" / "adaptivecards").is_dir():
        pytest.skip("the card renderer is not installed")
    one = DemoTown(tmp_path_factory.mktemp("town"))
    one.start()
    yield one
    if one.runs:
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
    """Open the town's page: everything begun anew unless `kept`.

    Every error on it fails the test (those of the network only where it is not `broken` on purpose), and so does every
    request to anywhere but the town.
    """
    wrong: list[str] = []
    contexts = []

    def note(said: ConsoleMessage, broken: bool) -> None:
        if said.type in ("error", "warning") and not (broken and "Failed to load resource" in said.text):
            wrong.append(said.text)

    def new_page(
        scheme: str = "light",
        width: int = 1440,
        height: int = 900,
        *,
        kept: bool = False,
        broken: bool = False,
        locale: str = "en-US",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale=locale,  # the town speaks Danish and keeps Copenhagen's time, wherever the browser is
            timezone_id="America/New_York",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: note(said, broken))
        page.on("request", lambda asked: None if asked.url.startswith((town.url, "data:")) else wrong.append(asked.url))
        if not kept:
            town.begin_anew()
        page.goto(town.url)
        page.wait_for_selector(".message")
        return page

    yield new_page
    for context in contexts:
        context.close()
    assert wrong == []
