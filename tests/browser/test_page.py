"""The page itself: its marks, its clock, its end, what it says when something fails, and what it keeps."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from bot.minds import now_here
from tests.browser.conftest import NewPage
from tests.browser.people import pane, presses, reads, says
from tests.demo.process import DemoTown

pytestmark = pytest.mark.browser
ANNA, LARS, BO = "Anna Holm", "Lars Vestergaard", "Bo Skovgaard"
FROM_THE_END = "log => log.scrollHeight - log.scrollTop - log.clientHeight"


def line_of(page: Page, name: str):  # type: ignore[no-untyped-def]
    return page.get_by_role("navigation", name="Personer").get_by_role("button").filter(has_text=name)


def test_a_new_message_is_marked_until_it_is_read(new_page: NewPage) -> None:
    page = new_page()
    line = line_of(page, BO)
    expect(line).to_contain_text("1 ny besked")
    line.click()
    expect(line).not_to_contain_text("ny besked")

    lars = pane(page, LARS)
    lars.get_by_label("Skriv som").focus()
    expect(lars.locator(".line-new")).to_have_count(0)
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    presses(page, ANNA, "Send")
    reads(page, LARS, "Anna Holm vil gerne arbejde hjemme")
    mark = lars.locator(".line-new + .message")
    expect(mark).to_have_count(1)
    expect(mark).to_contain_text("Anna Holm vil gerne arbejde hjemme")
    expect(line_of(page, LARS)).to_contain_text("1 ny besked")
    lars.get_by_label("Skriv som").focus()
    expect(lars.locator(".line-new")).to_have_count(0)
    expect(line_of(page, LARS)).not_to_contain_text("ny besked")


def test_the_chat_stays_at_its_end(new_page: NewPage) -> None:
    page = new_page()
    for text in ("hjælp", "hvor langt skal der være til skærmen?", "hjemme på tirsdag i næste uge"):
        says(page, ANNA, text)
    reads(page, ANNA, "Skal jeg spørge Lars")
    log = pane(page, ANNA).get_by_role("log")
    page.wait_for_timeout(200)
    assert log.evaluate(FROM_THE_END) <= 1
    presses(page, ANNA, "Ret")  # the form unfolds below the buttons
    page.wait_for_timeout(200)
    assert log.evaluate(FROM_THE_END) <= 1
    page.set_viewport_size({"width": 1440, "height": 600})
    page.wait_for_timeout(200)
    assert log.evaluate(FROM_THE_END) <= 1
    log.evaluate("log => { log.scrollTop = 0; }")
    page.wait_for_timeout(100)
    presses(page, LARS, "Hvad kan du?")
    says(page, LARS, "hej")
    assert log.evaluate("log => log.scrollTop") == 0  # who reads further up is left alone


def test_days_and_times_are_copenhagens_in_danish(new_page: NewPage) -> None:
    page = new_page()
    now = now_here()
    kept = [(now + timedelta(minutes=late)).strftime("kl. %H.%M") for late in (-1, 0, 1)]
    assert page.locator("#now").inner_text() in kept
    expect(page.get_by_label("Byens dag").locator("option:checked")).to_have_text(re.compile("^I dag, [a-zø]+dag "))
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    presses(page, ANNA, "Ret")
    expect(pane(page, ANNA).locator(".in-words").last).to_have_text(re.compile(r"^tirsdag den \d+\. [a-z]+ \d{4}$"))
    assert pane(page, ANNA).locator(".message time").last.inner_text() in [one.removeprefix("kl. ") for one in kept]


def test_the_clock_moves_every_open_page_to_another_day(new_page: NewPage) -> None:
    page, other = new_page(), new_page(kept=True)
    today, tomorrow = now_here().date(), now_here().date() + timedelta(days=1)
    page.get_by_role("button", name="+1 dag").click()
    for one in (page, other):
        expect(one.locator("#now")).to_have_attribute("datetime", re.compile(f"^{tomorrow}"))
    page.get_by_label("Byens dag").select_option(str(today + timedelta(days=14)))
    expect(other.get_by_label("Byens dag")).to_have_value(str(today + timedelta(days=14)))
    says(page, ANNA, "hjælp")
    expect(pane(page, ANNA).locator(".day")).to_have_count(2)
    page.get_by_role("button", name="I dag", exact=True).click()
    expect(page.locator("#now")).to_have_attribute("datetime", re.compile(f"^{today}"))


def test_starting_over_asks_first_and_reaches_every_open_page(new_page: NewPage) -> None:
    page, other = new_page(), new_page(kept=True)
    says(page, ANNA, "mine dage")
    reads(other, ANNA, "Mine hjemmedage")
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Fortryd").click()
    reads(page, ANNA, "Mine hjemmedage")
    page.get_by_role("button", name="Begynd forfra").click()
    page.get_by_role("button", name="Slet og begynd forfra").click()
    for one in (page, other):
        expect(pane(one, ANNA).get_by_text("Mine hjemmedage")).to_have_count(0)
        reads(one, ANNA, "Hej Anna. Jeg er Nyborg Kommunes hjemmearbejdsbot.")


def test_a_pressed_card_is_busy_and_keeps_the_focus(new_page: NewPage) -> None:
    page = new_page()
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    reads(page, ANNA, "Skal jeg spørge Lars")
    waiting: list[Route] = []
    page.route("**/demo/press", lambda route: waiting.append(route))
    card = pane(page, ANNA).locator(".message").last
    card.get_by_role("button", name="Send", exact=True).click()
    expect(card).to_have_attribute("aria-busy", "true")
    expect(card.get_by_text("sender …")).to_be_visible()
    card.get_by_role("button", name="Send", exact=True).click()  # once more in haste
    page.wait_for_timeout(100)
    assert len(waiting) == 1
    waiting[0].continue_()
    reads(page, ANNA, "Jeg har sendt din anmodning til Lars.")
    expect(pane(page, ANNA).locator("[aria-busy]")).to_have_count(0)
    assert card.evaluate("card => card.contains(document.activeElement)")


def test_what_fails_is_told_kindly_and_nothing_written_is_lost(new_page: NewPage) -> None:
    page = new_page(broken=True)
    alert = page.get_by_role("alert")
    page.route("**/demo/say", lambda route: route.abort())
    says(page, ANNA, "hej med dig")
    expect(alert).to_contain_text("Prøvebyen svarer ikke.")
    expect(page.get_by_label(f"Skriv som {ANNA}")).to_have_value("hej med dig")
    page.unroute("**/demo/say")
    page.route("**/demo/press", lambda route: route.fulfill(status=502, json={"word": "", "silent": True}))
    presses(page, ANNA, "Hvad kan du?")
    expect(alert).to_contain_text("Hjemmebot svarede ikke. Prøv igen om lidt.")
    expect(pane(page, ANNA).locator("[aria-busy]")).to_have_count(0)


def test_the_theme_changes_under_what_is_being_written(new_page: NewPage) -> None:
    page = new_page()
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    presses(page, ANNA, "Ret")
    pane(page, ANNA).get_by_label("Hvor meget af dagen").select_option("pm")
    page.get_by_label(f"Skriv som {ANNA}").fill("en kladde")
    before = page.evaluate("getComputedStyle(document.querySelector('.ac-adaptiveCard')).backgroundColor")
    page.get_by_role("button", name="Mørkt tema").click()
    assert page.evaluate("getComputedStyle(document.querySelector('.ac-adaptiveCard')).backgroundColor") != before
    expect(pane(page, ANNA).get_by_label("Hvor meget af dagen")).to_have_value("pm")
    line_of(page, BO).click()
    line_of(page, ANNA).click()
    expect(page.get_by_label(f"Skriv som {ANNA}")).to_have_value("en kladde")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_missing_date_is_told_in_danish_and_nothing_is_sent(new_page: NewPage) -> None:
    page = new_page()
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    presses(page, ANNA, "Ret")
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.url) if asked.url.endswith("/press") else None)
    pane(page, ANNA).get_by_label("Dato").fill("")
    presses(page, ANNA, "Vis dagen")
    reads(page, ANNA, "Vælg en dato.")
    assert sent == []


def test_the_page_finds_back_to_a_town_that_was_closed(new_page: NewPage, town: DemoTown) -> None:
    page = new_page(broken=True)
    says(page, ANNA, "hjemme på tirsdag i næste uge")
    presses(page, ANNA, "Send")
    reads(page, LARS, "Anna Holm vil gerne arbejde hjemme")
    page.get_by_label(f"Skriv som {BO}").or_(page.get_by_label(f"Skriv som {LARS}")).first.fill("en kladde")
    assert town.stop() == 0
    expect(page.get_by_text("Forbindelsen til prøvebyen er væk.")).to_be_visible()
    assert town.start() < 10
    expect(page.get_by_text("Forbindelsen til prøvebyen er væk.")).to_have_count(0)
    expect(page.get_by_label(f"Skriv som {LARS}")).to_have_value("en kladde")
    page.reload()
    presses(page, LARS, "Godkend")
    reads(page, ANNA, "Lars har svaret")


@pytest.mark.parametrize("width", [320, 375, 800, 1024, 1440])
def test_nothing_is_cut_off(new_page: NewPage, width: int) -> None:
    page = new_page("light", width, 760, kept=True)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    for one in page.locator(".bar button:visible, .bar select:visible, .write button:visible").all():
        box = one.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
