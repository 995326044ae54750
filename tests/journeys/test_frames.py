"""Local frames on the wire: set by the leader, read by the team, told, discussed again."""

from __future__ import annotations

from datetime import timedelta

from bot.outreach.discussing import remind_to_discuss
from tests.journeys.test_overdue import rounds_at, told
from tests.journeys.town import MONDAY, Town, town, words

NOTHING = {
    "med_on": "2026-11-02",
    "approval": "each_day",
    "attendance": "",
    "dates": "",
    "most_a_week": "0",
    "notice": "",
    "hours": "",
    "meetings": "",
    "replacement": "false",
    "discuss_on": "",
}


async def sets(here: Town, **fields: str) -> str:
    """Let Lars set frames, and return what his card says then."""
    await here.lars.says("sæt rammer")
    await here.lars.presses("Se ændringerne", **(NOTHING | fields))
    shown = await here.lars.presses("Sæt rammerne")
    await here.settles()
    return shown


async def test_the_leader_sets_them_the_team_is_told_once_and_everybody_can_read_them(database_url: str) -> None:
    async with town(database_url) as here:
        anna, lars = here.anna, here.lars
        assert "politikken gælder, som den er" in await anna.says("hvad gælder hos os?")
        assert "Ledelsen inddrager de ansatte" in anna.last
        await lars.says("sæt rammer")
        preview = await lars.presses(
            "Se ændringerne", **(NOTHING | {"attendance": "2,4", "most_a_week": "2", "hours": "**kl. 9-15**"})
        )
        assert "Alle er til stede hver tirsdag og torsdag." in preview
        assert "4 medarbejdere får besked" in preview
        assert "politikken gælder, som den er" in await anna.says("rammer")  # nothing is set yet
        card_id, button = lars.button("Sæt rammerne")
        assert "Det gælder nu" in await lars.presses_action(card_id, button)
        assert "Det gælder nu" in await lars.presses_action(card_id, button)
        await here.settles()
        for someone in (anna, here.bo, here.dorte):
            assert told(someone, "Jeres rammer for hjemmearbejde er ændret") == 1
        assert "all are present every tuesday and thursday" in here.eva.last.lower()
        assert told(here.per, "rammer for hjemmearbejde er ændret") == 0
        shown = await anna.says("hvad gælder hos os?")
        assert "Højst 2 hjemmedage om ugen." in shown
        assert "**kl. 9-15**" in shown
        assert "drøftet i MED mandag den 2. november" in shown
        assert "Sat af Lars mandag den 23. november" in shown
        assert not anna.has("Ret rammerne")


async def test_only_the_leader_sets_them_not_even_the_deputy(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.lars.says("sæt rammer")
        await here.lars.presses("Se ændringerne", **(NOTHING | {"notice": "2"}))
        card_id, button = here.lars.button("Sæt rammerne")
        for someone in (here.anna, here.dorte, here.hanne):
            assert "kun teamets leder" in await someone.says("sæt rammer")
            await someone.presses_action(card_id, button)
            assert "kun teamets leder" in someone.last
        await here.ole.presses_action(card_id, button)  # leads a team of his own: his card, his team
        await here.settles()
        assert "politikken gælder" in await here.anna.says("rammer")


async def test_an_old_card_and_two_who_set_at_once_get_the_fresh_form(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        lars = here.lars
        await lars.says("sæt rammer")
        await lars.presses("Se ændringerne", **(NOTHING | {"notice": "2"}))
        card_id, old = lars.button("Sæt rammerne")
        await sets(here, notice="3")
        shown = await lars.presses_action(card_id, old)
        assert "ændret siden dit kort" in shown
        assert "Spørg mindst 3 arbejdsdage før." in await here.anna.says("rammer")
        assert told(here.anna, "Jeres rammer for hjemmearbejde er ændret") == 1


async def test_wrong_fields_are_told_and_shown_again_and_the_preview_can_be_changed(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        lars = here.lars
        await lars.says("sæt rammer")
        wrong = NOTHING | {"med_on": "2026-11-30", "notice": "mange", "meetings": "å" * 900, "dates": "snart"}
        shown = await lars.presses("Se ændringerne", **wrong)
        for part in ("drøftede det i MED", "antal arbejdsdage", "højst 500 tegn", "enkelte datoer", "mange", "snart"):
            assert part in shown
        await lars.presses("Se ændringerne", **(NOTHING | {"meetings": "Byrådsmøder"}))
        assert "Byrådsmøder" in await lars.presses("Ret")
        await lars.presses("Se ændringerne", **(NOTHING | {"meetings": "Borgermøder"}))
        assert "Det gælder nu" in await lars.says("ja")
        assert "Borgermøder" in await here.bo.hears("rammer for hjemmearbejde er ændret")
        await lars.says("rammer")
        await lars.presses("Ret rammerne")
        await lars.presses("Se ændringerne", **(NOTHING | {"meetings": "Borgermøder"}))
        assert "det samme, som gælder i forvejen" in lars.last.lower()


async def test_what_held_before_stands_with_its_dates_and_a_leader_sees_their_own_leaders_frames(
    sqlite_url: str,
) -> None:
    async with town(sqlite_url) as here:
        await sets(here, most_a_week="1")
        here.lars.now = MONDAY + timedelta(days=3)
        await sets(here, most_a_week="3")
        shown = await here.anna.says("rammer")
        assert "Højst 3 hjemmedage om ugen." in shown
        assert "Indtil torsdag den 26. november" in shown
        assert "Højst 1 hjemmedag om ugen." in shown
        await here.lars.says("rammer")
        await here.lars.presses("Det gælder for mine egne dage")
        assert "politikken gælder, som den er" in here.lars.last


async def test_the_leader_is_reminded_once_when_it_is_to_be_discussed_again(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, discuss_on="2026-11-25")
        await rounds_at(here, MONDAY + timedelta(days=1), [remind_to_discuss])
        assert told(here.lars, "Det er tid til at drøfte") == 0
        await rounds_at(here, MONDAY + timedelta(days=2), [remind_to_discuss])
        await rounds_at(here, MONDAY + timedelta(days=3), [remind_to_discuss])
        assert told(here.lars, "Det er tid til at drøfte") == 1
        assert here.lars.has("Ret rammerne")


async def test_the_frames_of_ones_own_team_stand_beneath_an_answer_but_not_in_a_group_chat(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        question = "Skal hjemmearbejdsdage godkendes af lederen, eller koordinerer de ansatte selv?"
        assert "Hos jer:" not in await here.anna.says(question)
        await sets(here, approval="only_recurring", notice="2")
        beneath = (
            "Hos jer: Enkelte dage gælder med det samme. Lederen svarer på faste dage. Spørg mindst 2 arbejdsdage før."
        )
        assert beneath in await here.anna.says(question)
        assert "Hos jer:" not in await here.per.says(question)  # of another team
        group = {"conversation": {"id": "19:team@thread.v2", "conversationType": "groupChat", "isGroup": True}}
        await here.post(here.anna.activity({"type": "message", "text": question, **group}))
        (answer,) = here.connector.chats["19:team@thread.v2"].values()
        assert "godkendes af lederen" in words(answer)
        assert "Hos jer:" not in words(answer)
