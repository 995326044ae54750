"""What people do on the page, by what they see."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SCREENS = Path(__file__).parents[2] / "test-output" / "screens"
SETTLED = 120  # milliseconds after which a card that was drawn again stands still
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def pane(page: Page, name: str) -> Locator:
    """Return a person's chat, choosing it first where it is not shown."""
    found = page.get_by_role("region", name=f"Samtale mellem {name} og Hjemmebot")
    if not found.is_visible():
        opener = page.get_by_role("button", name="Personer")
        if opener.is_visible():
            opener.click()
        page.get_by_role("navigation", name="Personer").get_by_role("button").filter(has_text=name).click()
    expect(found).to_be_visible()
    return found


def says(page: Page, name: str, text: str) -> None:
    """Write and press Enter."""
    box = pane(page, name).get_by_label(f"Skriv som {name}")
    box.fill(text)
    box.press("Enter")


def presses(page: Page, name: str, title: str) -> None:
    """Press the newest button of that title on a card."""
    pane(page, name).locator(".bubble").get_by_role("button", name=title, exact=True).last.click()


def reads(page: Page, name: str, text: str) -> None:
    """Wait until the words stand in the chat."""
    expect(pane(page, name).get_by_text(text).last).to_be_visible()


def screen(page: Page, name: str, picture: str = "") -> None:
    """Keep a screenshot as test output; as a picture of the documents only where HJEMMEBOT_PICTURES asks for it."""
    _kept(page, name, picture)


def card(page: Page, name: str, holding: str, picture: str) -> None:
    """Keep a picture of the newest card in somebody's chat that holds the words, all of it, for the user guide."""
    with _sized(page, 1440, 2400):
        _kept(pane(page, name).locator(".bubble").filter(has_text=holding).last, picture, picture)


def phone(page: Page, name: str, picture: str, top: str = "") -> None:
    """Keep a picture of somebody's chat as it stands on a phone, for the user guide; from the words `top` on."""
    with _sized(page, 375, 740):
        chat = pane(page, name)
        if top:
            chat.get_by_text(top).last.evaluate("it => it.scrollIntoView({block: 'start'})")
        else:
            chat.locator(".message").last.scroll_into_view_if_needed()
        _kept(chat, picture, picture)


@contextmanager
def _sized(page: Page, width: int, height: int) -> Iterator[None]:
    """The page in another size; a card that was drawn again has come to rest meanwhile."""
    before = page.viewport_size
    assert before is not None
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(SETTLED)
    yield
    page.set_viewport_size(before)


def _kept(seen: Page | Locator, name: str, picture: str) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    seen.screenshot(path=SCREENS / f"{name}.png")
    if picture and os.environ.get("HJEMMEBOT_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        seen.screenshot(path=PICTURES / f"{picture}.png")
