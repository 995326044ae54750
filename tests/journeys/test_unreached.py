"""Somebody has blocked the bot, or never had it: whoever relies on being heard is told so, and once."""

from __future__ import annotations

import pytest

from storage import conversations
from tests.journeys.town import Someone, town, words


async def asks(anna: Someone) -> None:
    await anna.says("jeg vil gerne arbejde hjemme på torsdag")
    await anna.presses("Send")


def told(someone: Someone, part: str) -> int:
    return sum(part in words(one) for one in someone.chat)


@pytest.mark.postgres
async def test_a_request_that_cannot_reach_the_leader_is_told_to_the_employee_and_the_deputy_is_asked(
    database_url: str,
) -> None:
    async with town(database_url) as here:
        here.connector.blocked.add("lars")
        await asks(here.anna)
        heard = await here.anna.hears("Jeg kan ikke få fat i Lars")
        assert "torsdag den 26. november" in heard
        assert "Jeg har spurgt Dorte i stedet" in heard
        await here.dorte.hears("Anna Holm vil gerne arbejde hjemme")
        await here.dorte.presses("Godkend")
        await here.anna.hears("Dorte har svaret")
        await here.settles()
        assert told(here.anna, "Jeg kan ikke få fat i Lars") == 1


async def test_a_leader_who_writes_again_is_reached_again(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        here.connector.blocked.add("lars")
        await asks(here.anna)
        await here.anna.hears("Jeg kan ikke få fat i Lars")
        with here.house.database.reading() as session:
            assert conversations.personal_of(session, "lars") is None
        here.connector.blocked.clear()
        await here.lars.says("hvem venter på svar?")
        assert "Anna Holm" in here.lars.last
        with here.house.database.reading() as session:
            assert conversations.personal_of(session, "lars") is not None


async def test_a_cancellation_that_cannot_reach_the_employee_is_told_to_the_leader(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asks(here.anna)
        await here.lars.hears("Anna Holm vil gerne")
        await here.lars.presses("Godkend")
        await here.settles()
        here.connector.blocked.add("anna")
        await here.lars.says("aflys Annas hjemmedag på torsdag pga. personalemøde")
        await here.lars.presses("Aflys dagen")
        heard = await here.lars.hears("Jeg kan ikke få fat i Anna")
        assert "Anna har ikke fået at vide, at torsdag den 26. november er aflyst" in heard
        assert "Giv selv Anna besked" in heard


async def test_without_a_deputy_nobody_is_asked_instead(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        here.connector.blocked.add("mette")
        await here.ole.says("hjemme på fredag")
        await here.ole.presses("Send")
        heard = await here.ole.hears("Jeg kan ikke få fat i Mette")
        assert "i stedet" not in heard
