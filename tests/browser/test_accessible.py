"""axe-core finds nothing serious on the page, in either theme and on a phone; and it can be used by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.people import presses, reads, says

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
FACES = [("light", 1440), ("dark", 1440), ("light", 375), ("dark", 375)]


def serious(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [
        f"{one['id']}: {one['help']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width"), FACES)
def test_axe_finds_nothing_serious(new_page: NewPage, scheme: str, width: int) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed")
    page = new_page(scheme, width)
    says(page, "Anna Holm", "hjemme på tirsdag i næste uge")
    presses(page, "Anna Holm", "Ret")
    reads(page, "Anna Holm", "Hvor meget af dagen")
    says(page, "Anna Holm", "hvor langt skal der være til skærmen?")
    reads(page, "Anna Holm", "mellem 50 og 70 cm")
    says(page, "Lars Vestergaard", "teamet i næste uge")
    reads(page, "Lars Vestergaard", "Teamet i uge")
    assert serious(page) == []
    if width < 640:
        page.get_by_role("button", name="Personer").click()
        assert serious(page) == []
    page.get_by_role("button", name="Begynd forfra").click()
    assert serious(page) == []


def test_a_day_is_asked_for_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    page.get_by_label("Skriv som Anna Holm").focus()
    page.keyboard.type("hjemme på tirsdag i næste uge")
    page.keyboard.press("Enter")
    reads(page, "Anna Holm", "Skal jeg spørge Lars")
    page.get_by_role("button", name="Send", exact=True).first.focus()
    for _ in range(12):
        if page.evaluate("document.activeElement.closest('.bubble') && document.activeElement.textContent") == "Send":
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    reads(page, "Anna Holm", "Jeg har sendt din anmodning til Lars.")


def test_every_part_of_the_page_has_a_name(new_page: NewPage) -> None:
    page = new_page()
    for role, name in (("banner", ""), ("navigation", "Personer"), ("main", "Samtaler")):
        expect(page.get_by_role(role, name=name) if name else page.get_by_role(role).first).to_be_visible()  # type: ignore[arg-type]
    assert page.locator("html").get_attribute("lang") == "da"
