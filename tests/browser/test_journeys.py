"""The journeys of the main job with three persons, as a person sees them: light, dark, and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DemoTown, NewPage
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
    reads(page, ANNA, "Lars har fået din anmodning. Du hører fra mig, når Lars har svaret.")

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


def test_a_new_message_is_marked_until_it_is_read(new_page: NewPage) -> None:
    page = new_page()
    line = page.get_by_role("navigation", name="Personer").get_by_role("button").filter(has_text=BO)
    expect(line).to_contain_text("1 ny besked")
    line.click()
    expect(line).not_to_contain_text("ny besked")


def test_chats_survive_a_reload_and_a_restart(new_page: NewPage, town: DemoTown) -> None:
    page = new_page()
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    presses(page, ANNA, "Send")
    reads(page, LARS, "Anna Holm vil gerne arbejde hjemme")
    page.reload()
    reads(page, LARS, "Anna Holm vil gerne arbejde hjemme")
    page.close()
    assert town.stop() == 0
    assert town.start() < 10
    again = new_page(kept=True)
    presses(again, LARS, "Godkend")
    reads(again, ANNA, "Lars har svaret")


def test_the_clock_moves_the_town_to_another_day(new_page: NewPage) -> None:
    page = new_page()
    before = page.locator("#now").get_attribute("datetime")
    page.get_by_role("button", name="+1 dag").click()
    expect(page.locator("#now")).not_to_have_attribute("datetime", before or "")
    page.get_by_role("button", name="I dag").click()
    expect(page.locator("#now")).to_have_attribute("datetime", re.compile(f"^{(before or '')[:10]}"))


def test_starting_over_asks_first(new_page: NewPage) -> None:
    page = new_page()
    says(page, ANNA, "mine dage")
    reads(page, ANNA, "Mine hjemmedage")
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Fortryd").click()
    reads(page, ANNA, "Mine hjemmedage")
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Slet og begynd forfra").click()
    expect(pane(page, ANNA).get_by_text("Mine hjemmedage")).to_have_count(0)
    reads(page, ANNA, "Hej Anna. Jeg er Nyborg Kommunes hjemmearbejdsbot.")
