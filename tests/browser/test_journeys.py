"""The journeys of the main job with three persons, as a person sees them: light, dark, and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.people import pane, presses, reads, says, screen

pytestmark = pytest.mark.browser
ANNA, LARS, BO = "Anna Holm", "Lars Vestergaard", "Bo Skovgaard"
PASSAGE = "Ledelsen kan til enhver tid og med kort varsel annullere"
FACES = [("light", 1440, 900), ("dark", 1440, 900), ("light", 375, 760)]


@pytest.mark.parametrize(("scheme", "width", "height"), FACES, ids=["light", "dark", "phone"])
def test_asked_approved_cancelled_and_seen(new_page: NewPage, scheme: str, width: int, height: int) -> None:
    page = new_page(scheme, width, height)
    look = "phone" if width < 640 else scheme

    says(page, ANNA, "hvor langt skal der være til skærmen?")
    reads(page, ANNA, "mellem 50 og 70 cm")
    reads(page, ANNA, "Krav til hjemmearbejdspladsen")
    reads(page, ANNA, "side 8")
    screen(page, f"{look}-1-answer")

    says(page, ANNA, "jeg vil gerne arbejde hjemme på tirsdag i næste uge")
    reads(page, ANNA, "Skal jeg spørge Lars om tirsdag den")
    screen(page, f"{look}-2-understood")
    presses(page, ANNA, "Send")
    reads(page, ANNA, "Jeg har sendt din anmodning til Lars. Du hører fra mig, når Lars har svaret.")

    reads(page, LARS, "Anna Holm vil gerne arbejde hjemme")
    screen(page, f"{look}-3-request", "chat-light" if look == "light" else "")
    presses(page, LARS, "Godkend")
    reads(page, LARS, "Godkendt af Lars")
    expect(pane(page, LARS).locator(".bubble").get_by_role("button", name="Godkend", exact=True)).to_have_count(0)
    reads(page, ANNA, "Lars har svaret")
    expect(pane(page, ANNA).get_by_text("Lars har sagt ja til tirsdag")).to_have_count(2)
    screen(page, f"{look}-4-approved", "approve-dark" if look == "dark" else "")

    says(page, LARS, "aflys Annas hjemmedag på tirsdag i næste uge")
    reads(page, LARS, PASSAGE)
    presses(page, LARS, "Aflys dagen")  # without a reason: the card says what is missing, nothing is sent
    expect(pane(page, LARS).locator(".ac-input-validation-failed").last).to_be_visible()
    pane(page, LARS).get_by_label("Begrundelse til Anna").last.fill("Akut personalemøde om budgettet.")
    screen(page, f"{look}-5-reason")
    presses(page, LARS, "Aflys dagen")
    reads(page, LARS, "Anna har ikke set det endnu.")
    reads(page, ANNA, PASSAGE)
    screen(page, f"{look}-6-cancelled")
    presses(page, ANNA, "Set")
    reads(page, LARS, "Anna har set det")
    screen(page, f"{look}-7-seen")

    says(page, BO, "hvem er hjemme på tirsdag i næste uge?")
    reads(page, BO, "Ingen har hjemmedag.")
