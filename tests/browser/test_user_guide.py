"""What the user guide shows, walked through as it is written; HJEMMEBOT_PICTURES=1 takes its pictures anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.people import card, pane, phone, presses, reads, says

pytestmark = pytest.mark.browser
ANNA, BO, CAMILLA = "Anna Holm", "Bo Skovgaard", "Camilla Ravn"
LARS, HANNE = "Lars Vestergaard", "Hanne Bruun"
DAY = "på torsdag i næste uge"


def fills(page: Page, name: str, label: str, value: str) -> None:
    """Fill in the newest input of that label."""
    pane(page, name).get_by_label(label).last.fill(value)


def asks_for(page: Page, name: str, day: str) -> None:
    """Ask for a day at home, and send it."""
    says(page, name, f"hjemme {day}")
    presses(page, name, "Send")
    reads(page, name, "Jeg har sendt din anmodning til Lars.")


def test_the_employees_part(new_page: NewPage) -> None:
    page = new_page(locale="da-DK")
    says(page, ANNA, "hvor langt skal der være til skærmen?")
    reads(page, ANNA, "mellem 50 og 70 cm")
    card(page, ANNA, "mellem 50 og 70 cm", "guide-svar")

    says(page, ANNA, f"hjemme {DAY}")
    reads(page, ANNA, "Skal jeg spørge Lars om torsdag")
    phone(page, ANNA, "guide-hjemmedag-telefon")
    presses(page, ANNA, "Send")
    reads(page, LARS, "Anna Holm vil gerne arbejde hjemme")
    card(page, LARS, "Anna Holm vil gerne arbejde hjemme", "guide-anmodning")
    presses(page, LARS, "Godkend")
    reads(page, ANNA, "Lars har svaret")
    phone(page, ANNA, "guide-godkendt-telefon")
    says(page, ANNA, "mine dage")
    reads(page, ANNA, "Mine hjemmedage")
    card(page, ANNA, "Mine hjemmedage", "guide-mine-dage")

    says(page, LARS, f"aflys Annas hjemmedag {DAY}")
    reads(page, LARS, "Begrundelse til Anna")
    fills(page, LARS, "Begrundelse til Anna", "Akut personalemøde om budgettet.")
    card(page, LARS, "Begrundelse til Anna", "guide-aflys")
    presses(page, LARS, "Aflys dagen")
    reads(page, ANNA, "Ledelsen kan til enhver tid og med kort varsel annullere")
    phone(page, ANNA, "guide-aflyst-telefon")
    presses(page, ANNA, "Set")
    reads(page, LARS, "Anna har set det")

    says(page, ANNA, "start tjekliste")
    reads(page, ANNA, "0 af 11 besvaret")
    phone(page, ANNA, "guide-tjekliste-telefon", "Tjekliste: din hjemmearbejdsplads")


def test_the_leaders_part(new_page: NewPage) -> None:
    page = new_page(locale="da-DK")
    says(page, LARS, "sæt rammer")
    fills(page, LARS, "Drøftet i MED", "2026-11-02")
    fills(page, LARS, "Træffetid (kan udelades)", "Kl. 9-14")
    presses(page, LARS, "Se ændringerne")
    presses(page, LARS, "Sæt rammerne")
    reads(page, LARS, "Det gælder nu.")
    says(page, BO, "hvad gælder hos os?")
    reads(page, BO, "Kl. 9-14")
    card(page, BO, "Kl. 9-14", "guide-rammer")

    for name, day in ((BO, "på tirsdag i næste uge"), (CAMILLA, "på tirsdag i næste uge"), (ANNA, DAY)):
        asks_for(page, name, day)
        reads(page, LARS, f"{name} vil gerne arbejde hjemme")
        if name is not ANNA:
            presses(page, LARS, "Godkend")
            reads(page, name, "Lars har svaret")
    says(page, LARS, "teamet i næste uge")
    reads(page, LARS, "Teamet i uge")
    card(page, LARS, "Teamet i uge", "guide-teamets-uge")

    says(page, ANNA, "start aftale")
    presses(page, ANNA, "Ret …")
    fills(page, ANNA, "Omfang", "1 dag om ugen, onsdag")
    presses(page, ANNA, "Gem det")
    reads(page, ANNA, "1 dag om ugen, onsdag")
    presses(page, ANNA, "Bekræft")
    reads(page, LARS, "1 dag om ugen, onsdag")
    presses(page, LARS, "Bekræft")
    reads(page, LARS, "gælder. Begge har bekræftet")
    reads(page, ANNA, "gælder. Begge har bekræftet")
    card(page, LARS, "gælder. Begge har bekræftet", "guide-aftale")


def test_hrs_part(new_page: NewPage) -> None:
    page = new_page(locale="da-DK")
    says(page, ANNA, "må jeg tage min hund med på arbejde?")
    reads(page, ANNA, "Det står der ikke noget om i politikken.")
    card(page, ANNA, "Det står der ikke noget om i politikken.", "guide-ikke-i-politikken")
    presses(page, ANNA, "Send til HR")
    reads(page, ANNA, "HR")
    says(page, HANNE, "ubesvarede spørgsmål")
    reads(page, HANNE, "må jeg tage min hund med på arbejde?")
    card(page, HANNE, "må jeg tage min hund med på arbejde?", "guide-indbakke")

    says(page, HANNE, "udsend")
    form = pane(page, HANNE).locator(".bubble").last
    form.get_by_label("Titel").first.fill("Tal om hjemmearbejde i januar")
    form.get_by_label("Tekst").first.fill("I januar drøfter alle teams hjemmearbejde i MED. Tal sammen inden da.")
    form.get_by_label("Til", exact=True).select_option(label="Alle")
    presses(page, HANNE, "Se den")
    reads(page, HANNE, "I januar drøfter alle teams")
    card(page, HANNE, "I januar drøfter alle teams", "guide-udsendelse")
