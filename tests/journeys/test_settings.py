"""Own settings and the calendar, on the wire."""

from __future__ import annotations

from collections.abc import Mapping

from tests.journeys.town import Town, town


async def test_how_to_be_reached_is_set_and_put_right(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna = here.anna
        assert "ikke sagt" in await anna.says("mine indstillinger")
        wrong = await anna.presses("Gem", phone="ring bare", reach_from="08:00", reach_to="")
        assert "Jeg kan ikke læse telefonnummeret" in wrong
        assert "ring bare" in wrong
        right = await anna.presses("Gem", phone="12 34 56 78", reach_from="08:00", reach_to="15:30")
        assert "tlf. 12 34 56 78, kl. 8.00–15.30" in right
        await anna.says("mine dage")
        await anna.presses("Mine indstillinger")
        assert "tlf. 12 34 56 78" in anna.last
        assert "ikke sagt" in await here.bo.says("indstillinger")  # hers alone


async def test_an_address_is_shown_once_renewed_and_closed(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        await anna.says("hjemme på torsdag")
        await anna.presses("Send")
        await lars.hears("torsdag")
        await lars.presses("Godkend")
        await anna.says("mine dage")
        await anna.presses("Kalender")
        first = _address(await anna.presses("Få en adresse"))
        assert "20261126" in (await _get(here, first))[1]
        assert "/calendar/" not in await anna.says("kalender")  # only its hash is kept
        second = _address(await anna.says("nyt link"))
        assert (await _get(here, first))[0] == 404
        status, _, headers = await _get(here, second)
        assert (status, headers["Referrer-Policy"]) == (200, "no-referrer")
        assert headers["Cache-Control"].startswith("private")
        assert (await _get(here, second, {"If-None-Match": headers["ETag"]}))[0] == 304
        await anna.presses("Luk adressen")
        assert (await _get(here, second))[0] == 404


async def test_a_leader_gets_the_teams_days_and_an_employee_does_not(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        await anna.says("hjemme på torsdag")
        await anna.presses("Send")
        await lars.hears("torsdag")
        await lars.presses("Godkend")
        await lars.says("kalender")
        team = _address(await lars.presses("Adresse til teamet"))
        assert "Anna Holm: hjemmearbejde" in (await _get(here, team))[1]
        await anna.says("kalender")
        assert not anna.has("Adresse til teamet")


async def test_who_asks_for_a_feed_all_the_time_is_told_to_wait(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        own = _address(await here.anna.says("nyt link"))
        answers = [await _get(here, own) for _ in range(21)]
        assert {status for status, _, _ in answers[:20]} == {200}
        assert answers[20][0] == 429
        assert 0 < int(answers[20][2]["Retry-After"]) <= 60


def _address(shown: str) -> str:
    return next(word for word in shown.split() if "/calendar/" in word)


async def _get(here: Town, address: str, headers: dict[str, str] | None = None) -> tuple[int, str, Mapping[str, str]]:
    path = address[address.index("/calendar/") :]
    async with here.session.get(here.url + path, headers=headers) as response:
        return response.status, (await response.text()).replace("\r\n ", ""), response.headers
