"""The checklist on the wire: half today, the rest tomorrow, a gap, a screen handed out, and what holds until then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.people import Person
from policy.checklists import workplace_items
from policy.load import load_handbook
from storage import checklists, equipment, people
from tests.journeys.town import MONDAY, STAFF, Town, actions, settle, town

ITEMS = workplace_items(load_handbook())
NEED = next(item for item in ITEMS if item.asks_need)
FINE = {item.id: "no" if item.asks_need else "yes" for item in ITEMS}


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


def answers(given: dict[str, str], **remarks: str) -> dict[str, str]:
    return {f"answers:{item}": each for item, each in given.items()} | {
        f"remarks:{item}": each for item, each in remarks.items()
    }


def decides(item: str, decision: str, thing: str = "", remark: str = "") -> dict[str, str]:
    return {f"decisions:{item}": decision, f"things:{item}": thing, f"remarks:{item}": remark}


def some(first: int, last: int) -> dict[str, str]:
    return {item.id: FINE[item.id] for item in ITEMS[first:last]}


async def filled(here: Town, changed: dict[str, str] | None = None) -> None:
    await here.anna.says("start tjekliste")
    assert "sendt" in await here.anna.presses("Send til leder", **answers(FINE | (changed or {})))
    await here.lars.hears("Tjekliste fra Anna Holm")


async def test_half_today_the_rest_tomorrow_a_gap_and_a_screen(here: Town) -> None:
    anna, lars = here.anna, here.lars
    shown = await anna.says("start tjekliste")
    assert "0 af 11 besvaret" in shown
    assert "Er der plads nok i hjemmet" in shown
    given = answers(some(0, 5), **{ITEMS[0].id: "Jeg sidder i stuen"})
    assert "Gemt" in await anna.presses("Gem og fortsæt senere", **given)
    await here.settles()
    assert "Tjekliste" not in lars.last
    anna.now = MONDAY + timedelta(days=1)
    shown = await anna.says("tjekliste")
    assert "5 af 11 besvaret" in shown
    assert "Jeg sidder i stuen" in shown
    rest = answers(some(5, 10) | {NEED.id: "yes"}, **{NEED.id: "Kun den bærbare"})
    shown = await anna.presses("Send til leder", **rest)
    assert "Alle punkter skal have et svar" in shown
    assert "10 af 11 besvaret" in shown
    assert "er sendt" in await anna.presses("Send til leder", **answers(some(10, 11)))
    shown = await lars.hears("Tjekliste fra Anna Holm")
    assert "1 punkt at finde en løsning på" in shown
    assert "Ja, der er behov · Kun den bærbare" in shown
    assert "Leder kan ikke sige ja til hjemmearbejde" in shown
    assert "skal have en beslutning" in await lars.presses("Afslut gennemgangen", remark="Vi ses", met_on="2026-11-23")
    shown = await lars.presses("Afslut gennemgangen", **decides(NEED.id, "provided", "Skærm 27 tommer"))
    assert "Kravene er opfyldt" in shown
    result = await anna.hears("Kravene er opfyldt")
    assert "Vi stiller udstyr til rådighed: Skærm 27 tommer" in result
    assert "Vi ses" in result
    assert "I mødtes mandag den 23. november" in result
    assert "Skærm 27 tommer" in await anna.says("mit udstyr")
    with here.house.database.reading() as session:
        (line,) = equipment.of_people(session, ["anna"])
        (one,) = checklists.of_person(session, "anna")
    assert (line.what, line.source, line.source_id) == ("Skærm 27 tommer", "gap", one.id)


async def test_home_work_that_is_not_possible_is_said_kindly(here: Town) -> None:
    await filled(here, {ITEMS[1].id: "no"})
    shown = await here.lars.presses("Afslut gennemgangen", **decides(ITEMS[1].id, "not_possible"))
    assert "mere end to hjemmedage om ugen ikke muligt" in shown
    assert "mere end to hjemmedage om ugen ikke muligt" in await here.anna.hears("Hjemmearbejde er ikke muligt")


async def test_the_employee_corrects_what_was_sent_and_the_leaders_old_card_ends_nothing(here: Town) -> None:
    anna, lars = here.anna, here.lars
    await filled(here)
    card_id, close = lars.button("Afslut gennemgangen")
    await anna.presses("Ret mine svar")
    assert "kommet videre" in await lars.presses_action(card_id, close)
    assert "har svaret på 11 af 11" in await lars.says("tjekliste til Anna")
    await anna.presses("Send til leder", **answers({ITEMS[2].id: "unknown"}))
    await here.settles()
    assert "1 punkt" in lars.last
    assert "ændret siden" in await lars.presses_action(card_id, close)
    assert "Gennemgået" not in await anna.says("tjekliste")


async def test_two_open_at_once_lose_nothing(here: Town) -> None:
    anna = here.anna
    await anna.says("tjekliste")
    first, action = anna.button("Gem og fortsæt senere")
    await anna.says("tjekliste")
    second, other = anna.button("Gem og fortsæt senere")
    assert first != second
    await anna.presses_action(second, other, **answers({ITEMS[0].id: "yes"}, **{ITEMS[0].id: "Nyt bord"}))
    old = answers({ITEMS[0].id: "no", ITEMS[1].id: "yes"}, **{ITEMS[0].id: "", ITEMS[1].id: "Min egen stol"})
    shown = await anna.presses_action(first, action, **old)
    assert "ændret siden dette kort" in shown
    assert "Min egen stol" in shown  # what was typed on the old card
    assert "Gemt indtil nu: Ja · Nyt bord" in shown  # what is kept
    assert "1 af 11" in shown
    shown = await anna.presses_action(*anna_button(here, first), **old)
    assert "2 af 11" in shown


def anna_button(here: Town, card_id: str) -> tuple[str, dict[str, Any]]:
    card = here.connector.chats[here.anna.conversation][card_id]
    return card_id, next(one for one in actions(card) if one.get("title") == "Gem og fortsæt senere")


async def test_someone_elses_list_is_neither_read_nor_written(here: Town) -> None:
    await here.anna.says("tjekliste")
    _, save = here.anna.button("Gem og fortsæt senere")
    for other in (here.bo, here.lars, here.hanne, here.ole):
        answer = await other.presses_action("", save, **answers({ITEMS[0].id: "yes"}))
        assert "en andens" in answer + other.last
    await here.anna.presses("Send til leder", **answers(FINE))
    await here.lars.hears("Tjekliste fra Anna Holm")
    _, close = here.lars.button("Afslut gennemgangen")
    for other in (here.bo, here.hanne, here.ole, here.anna):
        await other.presses_action("", close)
        assert "Kravene er opfyldt" not in other.last
    assert "er sendt" in await here.anna.says("tjekliste")
    assert "Hvem" in await here.ole.says("tjekliste til Anna")


async def test_a_remark_of_ten_thousand_characters_and_markup(here: Town) -> None:
    anna = here.anna
    await anna.says("tjekliste")
    card_id, save = anna.button("Gem og fortsæt senere")
    told = await anna.presses_action(card_id, save, **answers({ITEMS[0].id: "yes"}, **{ITEMS[0].id: "å" * 10_000}))
    assert "for lang" in told + anna.last
    assert "0 af 11" in await anna.says("tjekliste")
    markup = "<b>fed</b> [klik](https://y.example) {{DATE(x)}}"
    shown = await anna.presses("Gem og fortsæt senere", **answers({ITEMS[0].id: "maybe"}, **{ITEMS[0].id: markup}))
    assert "<b>fed</b>" in shown
    assert "{{DATE" not in shown
    assert "0 af 11" in shown


async def test_a_leader_who_is_replaced_in_between(here: Town) -> None:
    await filled(here, {ITEMS[1].id: "unknown"})
    card_id, close = here.lars.button("Afslut gennemgangen")
    with here.house.database.writing() as session:
        moved = [replace(one, leader_id="ole") if one.id == "anna" else one for one in STAFF]
        people.replace_all(session, moved)
    settled = decides(ITEMS[1].id, "arranged", remark="Anna bruger gæsteværelset")
    told = await here.lars.presses_action(card_id, close, **settled)
    assert "egen leder" in told + here.lars.last
    assert "1 punkt at finde" in await here.ole.says("tjekliste til Anna")
    assert "Kravene er opfyldt" in await here.ole.presses("Afslut gennemgangen", **settled)
    assert "Gennemgået af Ole Dam" in await here.anna.hears("Kravene er opfyldt")


async def test_a_leader_asks_one_and_all(here: Town) -> None:
    lars = here.lars
    assert "har ikke udfyldt" in await lars.says("tjekliste til Anna")
    await lars.presses("Bed Anna om den")
    assert "Lars Vestergaard beder dig udfylde" in await here.anna.hears("beder dig")
    await lars.says("bed alle om tjekliste")
    assert "spurgt, ikke sendt" in lars.last
    await lars.presses("Spørg 4 personer")
    await here.bo.hears("beder dig udfylde")
    await here.eva.hears("asks you to fill in")
    await here.anna.presses("Send til leder", **answers(FINE))
    await lars.hears("Tjekliste fra Anna Holm")
    assert "venter på dig" in await lars.says("tjeklister")
    await lars.presses("Gennemgå Annas")
    assert "Alt er i orden" in lars.last


async def test_who_has_moved_begins_anew(here: Town) -> None:
    await filled(here)
    assert "Kravene er opfyldt" in await here.lars.presses("Afslut gennemgangen")
    await here.anna.hears("Kravene er opfyldt")
    assert "Er du flyttet" in await here.anna.says("jeg er flyttet")
    assert "0 af 11" in await here.anna.says("ja")
    await here.lars.says("tjeklister")
    assert "spurgt, ikke sendt endnu" in here.lars.last
    assert "0 af 11" in await here.anna.says("tjekliste")


async def test_a_double_press_gives_the_same_answer_and_one_notice(here: Town) -> None:
    anna = here.anna
    await anna.says("tjekliste")
    card_id, send = anna.button("Send til leder")
    for _ in range(2):
        assert "Din tjekliste er sendt" in await anna.presses_action(card_id, send, **answers(FINE))
        assert "kommet videre" not in anna.last
    await here.settles()
    card_id, close = here.lars.button("Afslut gennemgangen")
    for _ in range(2):
        shown = await here.lars.presses_action(card_id, close)
        assert "Kravene er opfyldt" in shown
        assert "kommet videre" not in shown
    await here.settles()
    assert sum("Kravene er opfyldt" in str(one) for one in anna.chat) == 1


async def test_nobody_reviews_when_there_is_no_leader(here: Town) -> None:
    await here.mette.says("tjekliste")
    told = await here.mette.presses("Send til leder", **answers(FINE))
    assert "ikke, hvem din leder er" in told + here.mette.last
    assert "11 af 11" in await here.mette.says("tjekliste")


async def test_over_two_days_a_week_the_leader_cannot_approve_until_the_checklist_is_in_place(here: Town) -> None:
    anna, lars = here.anna, here.lars
    await anna.says("hjemme hver dag i uge 50 og 51")
    assert anna.has("Start tjekliste")
    await anna.presses("Send")
    await lars.hears("passeres i uge 51")
    assert lars.has("Se tjeklisten")
    request, approve = lars.button("Godkend alle")
    await lars.presses_action(request, approve)
    assert "Med de dage arbejder Anna mere end to dage" in lars.last
    assert "Leder kan ikke sige ja til hjemmearbejde" in lars.last
    assert "Venter på svar" in await anna.says("mine dage")
    await lars.presses("Bed om tjeklisten")
    await anna.hears("beder dig udfylde tjeklisten")
    await anna.presses("Send til leder", **answers(FINE | {NEED.id: "yes"}))
    await lars.hears("Tjekliste fra Anna Holm")
    await lars.presses_action(request, approve)
    assert "Med de dage arbejder Anna mere end to dage" in lars.last  # a gap stands
    await lars.presses("Afslut gennemgangen", **decides(NEED.id, "provided", "Skærm"))
    await lars.presses_action(request, approve)
    await anna.hears("har sagt ja til")
    assert "Tjeklisten for hjemmearbejdspladsen er på plads" in await anna.says("mine dage")


async def test_below_two_days_a_week_no_checklist_is_asked_for(here: Town) -> None:
    await here.anna.says("hjemme tirsdag og onsdag i næste uge")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne")
    await here.lars.presses("Godkend alle")
    await here.anna.hears("har sagt ja til")


async def test_two_requests_that_are_each_below_the_limit_do_not_pass_it_together(here: Town) -> None:
    anna, lars = here.anna, here.lars
    for week in ("uge 50", "uge 51"):
        await anna.says(f"hjemme hver dag i {week}")
        await anna.presses("Send")
        await here.settles()
    second, approve = lars.button("Godkend alle")
    await lars.presses_action(second, approve)
    await anna.hears("har sagt ja til")
    (first,) = [one for one in here.connector.chats[lars.conversation] if one != second and has_days(here, one)]
    await lars.presses_action(
        first, next(one for one in actions(card_of(here, first)) if one["title"] == "Godkend alle")
    )
    assert "Med de dage arbejder Anna mere end to dage" in lars.last
    assert "Venter på svar" in await anna.says("mine dage")


def card_of(here: Town, card_id: str) -> dict[str, Any]:
    return here.connector.chats[here.lars.conversation][card_id]


def has_days(here: Town, card_id: str) -> bool:
    return any(one.get("title") == "Godkend alle" for one in actions(card_of(here, card_id)))


async def test_an_agreement_offers_the_checklist_and_approves_nothing_over_a_gap(here: Town) -> None:
    anna, lars = here.anna, here.lars
    settle(here.house.database)
    await anna.says("hjemme hver mandag, tirsdag og onsdag i december")
    await anna.presses("Send")
    await lars.hears("Anna Holm vil gerne")
    shown = await lars.says("start aftale med Anna")
    assert "Tjeklisten for hjemmearbejdspladsen er ikke på plads" in shown
    await lars.presses("Bekræft")
    await anna.hears("udkast")
    assert anna.has("Start tjekliste")
    await anna.says("aftale")
    assert "gælder. Begge har bekræftet" in await anna.presses("Bekræft")
    await here.settles()
    assert not any("har sagt ja til" in str(one) for one in anna.chat)
    assert "Venter på svar" in await anna.says("mine dage")


def test_the_staff_has_somebody_without_a_leader() -> None:
    assert Person("mette", "Mette Friis", "mette@nyborg.dk", department="Direktion") in STAFF
