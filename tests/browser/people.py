"""What people do on the page, by what they see."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SCREENS = Path(__file__).parents[2] / "test-output" / "screens"
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
    """Keep a screenshot as test output; as a picture of the README only where HJEMMEBOT_PICTURES asks for it."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}.png")
    if picture and os.environ.get("HJEMMEBOT_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{picture}.png")
