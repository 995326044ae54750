"""A leader asks the team before a talk, on the wire: asked once, answered, reminded, counted, carried on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.outreach.discussing import rounds_of_questions
from domain.people import Person
from storage import discussions, people
from tests.journeys.test_overdue import rounds_at, told
from tests.journeys.town import MONDAY, STAFF, Town, town, words

ASKED = "insp-godkendes,insp-moeder"
TITLE = "Før I taler om hjemmearbejde"


async def asks(here: Town, questions: str = ASKED, closes_on: str = "2026-11-27") -> str:
    await here.lars.says("spørg teamet før mødet")
    shown = await here.lars.presses("Spørg teamet", questions=questions, closes_on=closes_on)
    await here.settles()
    return shown


def on_card(**answers: str) -> dict[str, str]:
    """Return inputs: `godkendes="talk"` is the choice, `moeder_said="…"` the remark."""
    named = ((name.partition("_said"), value) for name, value in answers.items())
    return {f"{'remarks' if said else 'stances'}:insp-{name}": value for (name, said, _), value in named}


async def test_asked_once_answered_changed_and_seen_by_the_leader_when_it_is_over(database_url: str) -> None:
    async with town(database_url) as here:
        anna, bo, lars = here.anna, here.bo, here.lars
        form = await lars.says("spørg teamet før mødet")
        assert "Skal hjemmearbejdsdage godkendes af lederen" in form
        assert "4 medarbejdere bliver spurgt" in form
        card_id, button = lars.button("Spørg teamet")
        for _ in range(2):
            shown = await lars.presses_action(card_id, button, questions=ASKED, closes_on="2026-11-27")
            assert "0 af 4 har svaret" in shown
        await here.settles()
        for someone in (anna, bo, here.dorte):
            assert told(someone, TITLE) == 1
        assert told(here.per, TITLE) == 0
        assert "lars would like to know what you think" in here.eva.last.lower()

        assert "Det bør vi tale om" in await anna.presses(
            "Send mine svar", **on_card(godkendes="talk", godkendes_said="Vi kan selv.")
        )
        await anna.presses("Ret mine svar")
        assert "Tak for dine svar" in await anna.presses(
            "Send mine svar", **on_card(godkendes="works", godkendes_said="")
        )
        await bo.presses("Send mine svar", **on_card(godkendes="talk", moeder_said="Fysisk om fredagen."))

        open_still = await lars.says("runden")
        assert "2 af 4 har svaret" in open_still
        assert "Fysisk om fredagen" not in open_still
        result = await lars.presses("Luk, og se svarene")
        assert "Det fungerer, som det er: 1 · Det bør vi tale om: 1" in result
        assert "Fysisk om fredagen." in result
        assert "Vi kan selv" not in result
        assert "Anna" not in result
        assert "Bo" not in result

        assert "Runden er lukket" in await anna.presses("Ret mine svar")
        assert "Runden er lukket" in await here.dorte.presses("Send mine svar", **on_card(godkendes="talk"))
        await lars.presses("Før over i rammerne")
        carried = lars.last
        assert "Hvad skal gælde hos jer?" in carried
        assert "Fysisk om fredagen." in carried
        assert "Lars har sat" not in carried
        with here.house.database.reading() as session:
            one = discussions.newest(session, "lars")
            assert one is not None
            assert len(discussions.replies(session, one.id)) == 2


async def test_five_answers_tell_who_has_answered_but_never_what(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        with here.house.database.writing() as session:
            per = replace(next(one for one in STAFF if one.id == "per"), leader_id="lars")
            people.replace_all(session, [*(one for one in STAFF if one.id != "per"), per])
        await asks(here)
        everybody = (here.anna, here.bo, here.dorte, here.per, here.eva)
        for someone in everybody:
            title = "Send my answers" if someone is here.eva else "Send mine svar"
            await someone.presses(title, **on_card(godkendes="talk"))
        await here.lars.says("runden")
        result = await here.lars.presses("Luk, og se svarene")
        assert "Det bør vi tale om: 5" in result
        assert "Besvaret af Anna Holm, Bo Skov, Dorte Lund, Eva Smith og Per Juhl." in result


async def test_the_last_day_reminds_those_who_have_not_answered_and_the_day_after_tells_the_leader(
    sqlite_url: str,
) -> None:
    async with town(sqlite_url) as here:
        await asks(here)
        await here.anna.presses("Send mine svar", **on_card(godkendes="works"))
        for days, reminded in ((0, 0), (3, 0), (4, 1)):
            await rounds_at(here, MONDAY + timedelta(days=days), [rounds_of_questions])
            assert told(here.bo, "dit svar mangler stadig") == reminded
        assert told(here.anna, "dit svar mangler stadig") == 0
        assert told(here.lars, "Det siger teamet før snakken") == 0
        await rounds_at(here, MONDAY + timedelta(days=7), [rounds_of_questions])
        assert told(here.lars, "Det siger teamet før snakken") == 1
        here.bo.now = MONDAY + timedelta(days=7)
        assert "Runden er lukket" in await here.bo.presses("Send mine svar", **on_card(godkendes="works"))


async def test_two_cards_open_at_once_lose_nothing(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asks(here)
        old = here.anna.button("Send mine svar")
        await here.anna.says("runden")
        await here.anna.presses("Send mine svar", **on_card(godkendes="talk"))
        shown = await here.anna.presses_action(*old, **on_card(godkendes="works", moeder_said="Om torsdagen."))
        assert "Du har svaret siden dette kort" in shown
        assert "Om torsdagen." in shown
        assert "Gemt indtil nu: Det bør vi tale om" in shown


async def test_nobody_else_can_start_answer_end_or_look_at_it(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.lars.says("spørg teamet før mødet")
        start = here.lars.button("Spørg teamet")
        await here.lars.presses_action(*start, questions=ASKED, closes_on="2026-11-27")
        await here.settles()
        reply = here.anna.button("Send mine svar")
        end = here.lars.button("Luk, og se svarene")
        for stranger in (here.per, here.ole, here.hanne):
            for button in (reply[1], end[1]):
                await stranger.presses_action("", button, **on_card(godkendes="talk"))
                assert "kender ingen spørgerunde" in stranger.last
        await here.per.presses_action("", start[1], questions=ASKED, closes_on="2026-11-27")
        assert "for ledere" in here.per.last
        await here.anna.presses_action("", end[1])
        assert "kender ingen spørgerunde" in here.anna.last
        assert "kender ingen spørgerunde" in await here.per.says("runden")
        await here.lars.says("runden")
        assert "0 af 4 har svaret" in here.lars.last


async def test_bad_input_is_told_kindly_and_nothing_is_sent(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        assert "Vælg mindst ét spørgsmål" in await asks(here, questions="leder-kerne,x")
        assert "Vælg en sidste dag" in await asks(here, closes_on="2026-11-22")
        assert "Vælg en sidste dag" in await asks(here, closes_on="i morgen")
        assert told(here.anna, TITLE) == 0
        await asks(here)
        too_long = await here.anna.presses("Send mine svar", **on_card(moeder_said="å" * 10_000))
        assert "for lang" in too_long + here.anna.last
        await here.anna.says("runden")
        kept = await here.anna.presses("Send mine svar", **on_card(moeder_said="<b>fed</b> {{DATE(x)}}", godkendes="x"))
        assert "<b>fed</b>" in kept
        assert "{{DATE" not in kept


async def test_a_new_leader_starts_anew_and_the_old_round_takes_no_more_answers(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asks(here)
        with here.house.database.writing() as session:
            led = [replace(one, leader_id="ole") if one.leader_id == "lars" else one for one in STAFF]
            people.replace_all(session, [*led, Person("ida", "Ida Ny", leader_id="lars")])
        await here.anna.presses("Send mine svar", **on_card(godkendes="talk"))
        assert "kender ingen spørgerunde" in here.anna.last
        await here.ole.says("spørg teamet")
        await here.ole.says("spørg teamet")
        await here.ole.presses("Spørg teamet", questions=ASKED, closes_on="2026-11-27")
        await here.settles()
        assert "Ole vil gerne vide" in words(here.anna.chat[-1])


async def test_a_team_of_two_is_not_asked_for_everybody_would_know_whose_answer_it_is(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        with here.house.database.writing() as session:
            people.replace_all(session, [*STAFF, Person("ida", "Ida Ny", leader_id="ole")])
        assert "I er så få" in await here.ole.says("spørg teamet")
        assert not here.ole.has("Spørg teamet")
