"""The checklist as people see it: filled in by halves on a phone, gone through by the leader, in light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.people import pane, presses, reads, says, screen

pytestmark = pytest.mark.browser
ANNA, LARS = "Anna Holm", "Lars Vestergaard"
FACES = [("light", 375, 760), ("dark", 1440, 900)]
ITEMS = 11
NEED = 7  # the one that asks for a need


def chooses(page: Page, number: int, answer: str) -> None:
    """Tick an answer of an item on Anna's newest card."""
    groups = pane(page, ANNA).locator(".ac-choiceSetInput-expanded")
    groups.nth(groups.count() - ITEMS + number - 1).get_by_text(answer, exact=True).click()


@pytest.mark.parametrize(("scheme", "width", "height"), FACES, ids=["phone", "dark"])
def test_filled_in_by_halves_and_gone_through(new_page: NewPage, scheme: str, width: int, height: int) -> None:
    page = new_page(scheme, width, height)
    look = "phone" if width < 640 else scheme

    says(page, ANNA, "start tjekliste")
    reads(page, ANNA, "0 af 11 besvaret")
    pane(page, ANNA).get_by_text("Tjekliste: din hjemmearbejdsplads").last.scroll_into_view_if_needed()
    screen(page, f"{look}-checklist-0-new")
    for number in range(1, 6):
        chooses(page, number, "Ja")
    pane(page, ANNA).get_by_label("Kommentar til 1 (").last.fill("Jeg bruger gæsteværelset")
    screen(page, f"{look}-checklist-1-form")
    presses(page, ANNA, "Gem og fortsæt senere")
    reads(page, ANNA, "5 af 11 besvaret")
    screen(page, f"{look}-checklist-2-kept")

    page.get_by_role("button", name="+1 dag").click()
    says(page, ANNA, "tjekliste")
    reads(page, ANNA, "5 af 11 besvaret")
    expect(pane(page, ANNA).get_by_label("Kommentar til 1 (").last).to_have_value("Jeg bruger gæsteværelset")
    for number in range(6, ITEMS + 1):
        chooses(page, number, "Ja, der er behov" if number == NEED else "Ja")
    presses(page, ANNA, "Send til leder")
    reads(page, ANNA, "Din tjekliste er sendt")
    screen(page, f"{look}-checklist-3-sent")

    reads(page, LARS, "Tjekliste fra Anna Holm")
    reads(page, LARS, "1 punkt at finde en løsning på")
    lars = pane(page, LARS)
    lars.get_by_text("Vi stiller udstyr til rådighed", exact=True).last.click()
    lars.get_by_label("Udstyr, som stilles til rådighed").last.fill("Skærm 27 tommer")
    screen(page, f"{look}-checklist-4-review")
    presses(page, LARS, "Afslut gennemgangen")
    reads(page, LARS, "Kravene er opfyldt.")
    reads(page, ANNA, "Vi stiller udstyr til rådighed: Skærm 27 tommer")
    screen(page, f"{look}-checklist-5-result")
