"""The sentences that were agreed on, word for word, and the buttons beside them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from cards.buttons import read
from cards.draw import draw
from domain import commands as c
from domain import facts as f
from domain.home_days import Half, Status
from domain.people import Language
from domain.refusals import Refusal, Rule
from tests.cards.cast import ANNA, LARS, REQUEST, TODAY, day
from tests.cards.examples import FACTS, drawn, setting
from tests.cards.walk import button, nodes, texts, titles


def _words(name: str, language: Language = Language.DANISH) -> str:
    """Return what a card shows, its lines joined."""
    return " ".join(texts(drawn(name, language).card))


AGREED = {
    "welcome": "Hej Anna. Jeg er Nyborg Kommunes hjemmearbejdsbot. Jeg svarer ud fra politikken, noterer dine "
    "hjemmedage og giver besked, når noget ændrer sig. Svarene er automatiske. "
    'Skriv fx "hjemme på torsdag" eller "hvem betaler for en stol?"',
    "understood a day": "Skal jeg spørge Lars om torsdag den 26. november hjemmefra?",
    "my request waits": "Jeg har sendt din anmodning til Lars. Du hører fra mig, når Lars har svaret.",
    "my request approved": "Lars har sagt ja til torsdag den 26. november. Dagen står i din kalender.",
    "decision approved": "Lars har sagt ja til torsdag den 26. november. Dagen står i din kalender.",
    "my request declined": 'Lars har sagt nej til torsdag den 26. november: "Vi har oplæring af Ida." '
    "Du kan foreslå en anden dag.",
    "decision declined": "Lars har sagt nej til torsdag den 26. november. Du kan foreslå en anden dag.",
    "my cancellation": 'Din hjemmedag torsdag den 26. november er aflyst af Lars: "Akut personalemøde om budgettet." '
    "Du skal møde på arbejdspladsen.",
    "not covered": "Det står der ikke noget om i politikken.",
    "answer discussion": "Det aftaler I på arbejdspladsen. Politikken stiller spørgsmålet sådan:",
    "fault": "Det gik galt hos mig, og der er ikke ændret noget. Prøv igen om lidt. Sker det igen, så giv HR dette "
    "nummer: 7F3A.",
    "leader request mixed": "Dagen er ændret siden dette kort. Her er den, som den står nu.",
    "leader request waits": "4 af 9 i teamet er hjemme den dag.",
    "leader cancellation": "Anna har ikke set det endnu.",
    "leader cancellation seen": "Anna har set det kl. 14.03.",
    "did you mean": "Mente du …?",
}


@pytest.mark.parametrize("name", AGREED)
def test_the_agreed_sentence_is_on_the_card_and_in_the_text(name: str) -> None:
    shown = drawn(name)
    assert AGREED[name] in " ".join(texts(shown.card))
    assert AGREED[name] in shown.text.replace("\n\n", " ").replace("**", "")


def test_a_no_shows_its_rule_and_the_nearest_yes() -> None:
    shown = _words("refused with nearest")
    assert shown.startswith("Jeg kan ikke sende tirsdag den 1. december videre")
    assert "Politikken siger: Der kan være krav om dage, hvor alle ansatte i teamet / afdelingen er" in shown
    assert "Du kan i stedet vælge onsdag den 2. december." in shown
    card = drawn("refused with nearest").card
    assert read(button(card, "Bed om onsdag den 2. december")) == c.ProposeDays(days=(c.Wanted(on=date(2026, 12, 2)),))


@pytest.mark.parametrize("rule", Rule)
def test_every_refusal_has_its_own_words(rule: Rule) -> None:
    others = {draw(f.Refused(Refusal(one)), setting()).text for one in Rule if one is not rule}
    assert draw(f.Refused(Refusal(rule)), setting()).text not in others


def test_the_source_of_a_passage_is_named() -> None:
    assert "Politik for hjemmearbejde, version 1, side 8 · punkt på tjeklisten" in _words("answer")


def test_a_passage_is_quoted_word_for_word_with_its_translation_beneath() -> None:
    shown = _words("answer related", Language.ENGLISH)
    assert "Ledelsen kan til enhver tid og med kort varsel annullere en aftalt hjemmearbejdsdag" in shown
    assert shown.index("Ledelsen kan") < shown.index("Unofficial translation: Management may at any time")
    assert "Uofficiel" not in _words("answer related")


def test_an_answer_offers_what_belongs_to_it() -> None:
    card = drawn("answer related").card
    assert titles(card) == ["Se også", "Åbn dokumentet", "Det hjalp", "Det hjalp ikke"]
    helped = c.RateAnswer(passage_id="ramme-annullering", helped=True)
    assert read(button(card, "Det hjalp")) == helped


def test_choices_are_told_apart_by_their_own_words() -> None:
    assert "1. Ledelsen kan til enhver tid og med kort varsel annullere en" in _words("did you mean")
    assert "1. Management may at any time" in _words("did you mean", Language.ENGLISH)
    card = drawn("did you mean").card
    assert titles(card) == ["Vis 1", "Vis 2", "Vis 3", "Ingen af dem"]
    assert read(button(card, "Vis 1")) == c.ShowPassage(passage_id="ramme-annullering")


def test_an_understood_day_can_be_sent_corrected_or_let_go() -> None:
    card = drawn("understood half a day").card
    assert titles(card) == ["Send", "Ret", "Vis dagen", "Fortryd"]
    on = date(2026, 11, 26)
    assert read(button(card, "Send")) == c.MarkDays(request_id=REQUEST, days=(c.Wanted(on=on, half=Half.MORNING),))
    assert read(button(card, "Vis dagen")) == c.CorrectDays(on=on, half=Half.MORNING)
    assert read(button(card, "Fortryd")) == c.LetGo()


def test_only_sendable_days_are_sent_and_the_rest_is_explained() -> None:
    card = drawn("understood several").card
    command = read(button(card, "Send"))
    assert isinstance(command, c.MarkDays)
    assert [one.on.day for one in command.days] == [26, 27]
    shown = _words("understood several")
    assert "Onsdag den 25. november er allerede en hjemmedag." in shown
    assert "Tirsdag den 24. november har du allerede spurgt om." in shown
    assert "Fredag den 25. december er en helligdag (Juledag)." in shown
    assert "Lørdag den 28. november og søndag den 29. november ligger i weekenden." in shown
    assert "Send" not in titles(drawn("understood none").card)


def test_a_waiting_request_is_answered_by_its_buttons() -> None:
    fact = FACTS["leader request several"]
    assert isinstance(fact, f.LeaderRequest)
    card = draw(fact, setting()).card
    assert titles(card) == [
        "Godkend alle",
        "Godkend nogle",
        "Godkend torsdag den 26. november",
        "Godkend fredag den 27. november",
        "Godkend tirsdag den 1. december (formiddag)",
        "Afvis alle",
        "Afvis",
    ]
    refs = tuple(c.DayRef(id=one.id, version=1) for one in fact.days)
    assert read(button(card, "Godkend alle")) == c.ApproveDays(days=refs)
    assert read(button(card, "Godkend fredag den 27. november")) == c.ApproveDays(days=refs[1:2])
    assert read(button(card, "Afvis")) == c.DeclineDays(days=refs)


def test_an_answered_request_has_only_the_button_that_counts() -> None:
    card = drawn("leader request approved").card
    assert titles(card) == ["Aflys …", "Aflys nu"]
    assert "Godkendt af Lars kl. 14.03" in texts(card)
    assert titles(drawn("leader request declined").card) == []
    assert titles(drawn("leader request past").card) == []


def test_cancelling_twice_from_one_card_is_one_cancellation() -> None:
    approved = FACTS["leader request approved"]
    first, second = (read(button(draw(approved, setting()).card, "Aflys nu")) for _ in range(2))
    assert isinstance(first, c.CancelDays)
    assert first == second
    assert isinstance(approved, f.LeaderRequest)
    other = f.LeaderRequest(approved.request_id, ANNA, (day(status=Status.APPROVED, version=4),))
    changed = read(button(draw(other, setting()).card, "Aflys nu"))
    assert isinstance(changed, c.CancelDays)
    assert changed.cancellation_id != first.cancellation_id


def test_the_reason_of_a_cancellation_is_demanded() -> None:
    card = drawn("cancel form missing").card
    assert card is not None
    field = next(one for one in card["body"] if one["type"] == "Input.Text")
    assert field["id"] == "reason"
    assert field["isRequired"] is True
    assert field["maxLength"] == 500
    assert field["errorMessage"] == "Skriv en begrundelse først."
    keep = next(one for one in card["actions"] if one["title"] == "Behold dagene")
    assert keep["associatedInputs"] == "none"
    assert "Skriv en kort begrundelse, så Anna ved hvorfor." in texts(card)


def test_seen_is_asked_for_until_it_was_said() -> None:
    assert titles(drawn("my cancellation").card) == ["Set"]
    assert titles(drawn("my cancellation seen").card) == []
    assert "Du har set det kl. 14.03." in _words("my cancellation seen")
    assert "Ledelsen kan til enhver tid og med kort varsel annullere" in _words("my cancellation")


def test_requests_on_one_card_keep_their_reasons_apart() -> None:
    card = drawn("waiting").card
    assert titles(card) == ["Godkend", "Afvis", "Afvis", "Godkend", "Afvis", "Afvis", "Godkend alle"]
    second = _declines(card)[1]
    command = read(second | {"reason.1": "til Anna", "reason.2": "til Bo"})
    assert isinstance(command, c.DeclineDays)
    assert command.reason == "til Bo"
    assert len(command.days) == 2


def _declines(card: object) -> list[dict[str, object]]:
    return [dict(n["data"]) for n in nodes(card) if n.get("verb") == "decline_days"]


def test_approve_all_takes_what_is_on_the_card() -> None:
    command = read(button(drawn("waiting").card, "Godkend alle"))
    assert isinstance(command, c.ApproveDays)
    assert len(command.days) == 3
    assert "Der kommer 12 flere, når du har svaret på disse." in _words("waiting many")


def test_my_days_say_how_each_stands_and_can_be_cancelled() -> None:
    card = drawn("my days").card
    assert titles(card) == ["Kalender", "Mine indstillinger", "Aflys 26/11", "Ja, aflys", "Aflys 27/11", "Ja, aflys"]
    shown = texts(card)
    for words in ("Venter på svar", "Godkendt af Lars", 'Afvist af Lars: "Vi har oplæring."', "Trukket tilbage"):
        assert words in shown


def test_the_team_week_is_a_table_with_a_legend_and_the_same_in_words() -> None:
    shown = drawn("team week")
    assert shown.card is not None
    table = next(one for one in shown.card["body"] if one["type"] == "Table")
    rows = [[" ".join(texts(cell)) for cell in row["cells"]] for row in table["rows"]]
    assert rows[0] == ["Navn", "Man 23", "Tirs 24", "Ons 25", "Tors 26", "Fre 27"]
    assert rows[1] == ["Anna Holm", "–", "?", "–", "H", "–"]
    assert rows[2] == ["Bo Friis", "–", "–", "K", "H½", "–"]
    assert rows[-1] == ["Hjemme", "0", "0", "0", "2", "0"]
    assert "H hjemme" in _words("team week")
    assert "Torsdag den 26. november, hjemme: Anna Holm og Bo Friis (eftermiddag)." in shown.text
    assert titles(shown.card) == ["Se 2 anmodninger", "Uge 47", "Uge 49"]


def test_who_is_home_never_says_why() -> None:
    assert _words("who is home") == (
        "Hvem er hjemme torsdag den 26. november Hjemme: Anna Holm og Bo Friis (formiddag). Uden hjemmedag: Lars Juhl."
    )


def test_help_follows_the_role() -> None:
    assert "Teamets uge" not in titles(drawn("help").card)
    assert "Teamets uge" in titles(drawn("help leader hr").card)
    assert "Som HR" in _words("help leader hr")
    assert "Som leder" not in _words("help")


@pytest.mark.parametrize(
    ("name", "title", "command"),
    [
        ("date invalid", "Ja, mandag den 30. november", c.ProposeDays(days=(c.Wanted(on=date(2026, 11, 30)),))),
        ("date past", "Ja, torsdag den 26. november", c.ProposeWithdrawal(dates=(date(2026, 11, 26),))),
        (
            "date past cancel",
            "Ja, torsdag den 26. november",
            c.ProposeCancellation(employee_id="a", dates=(date(2026, 11, 26),)),
        ),
        ("date too many", "Ja, torsdag den 26. november", c.WhoIsHome(on=date(2026, 11, 26))),
        ("which date leads", "Tirsdag den 1. december", c.WhoIsHome(on=date(2026, 12, 1))),
        ("which date", "Tirsdag den 1. december", c.ProposeDays(days=(c.Wanted(on=date(2026, 12, 1)),))),
    ],
)
def test_a_question_back_completes_what_was_asked(name: str, title: str, command: c.Command) -> None:
    assert read(button(drawn(name).card, title)) == command


def test_a_person_is_chosen_with_the_dates_and_the_reason() -> None:
    card = drawn("which person").card
    assert read(button(card, "Bo Friis")) == c.ProposeCancellation(
        employee_id="b", dates=(date(2026, 11, 26),), reason="Akut personalemøde"
    )


def test_many_days_are_counted_in_the_sentence_and_listed_below() -> None:
    shown = drawn("my request sixty declined")
    assert "Lars har sagt nej til 60 dage: " in shown.text
    assert shown.text.count("\n- ") == 60


def test_the_notification_is_useful_without_a_click() -> None:
    assert drawn("leader request waits").summary == ("Anna Holm vil gerne arbejde hjemme: Torsdag den 26. november")
    assert drawn("my cancellation").summary == AGREED["my cancellation"]
    assert drawn("decision approved").summary == AGREED["decision approved"]


def test_an_unknown_leader_is_your_leader() -> None:
    request = f.MyRequest(UUID(int=1), (day(status=Status.APPROVED),), None, (LARS,))
    assert "Lars har sagt ja" in draw(request, setting()).text
    waits = _words("my request without leader")
    assert "Jeg har sagt det til HR og Personale, og dit ønske venter." in waits
    assert "Din leder bliver spurgt, så snart der er en." in waits


def test_english_says_the_same() -> None:
    english = setting(Language.ENGLISH)
    assert (
        "Lars has said yes to Thursday 26 November. The day is in your calendar."
        in draw(FACTS["my request approved"], english).text
    )
    assert "You are to come to the workplace." in draw(FACTS["my cancellation"], english).text
    assert english.today == TODAY
