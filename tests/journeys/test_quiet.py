"""Quiet hours, language and advice, on the wire. Hours are set around the real clock, so it is quiet while it runs."""

from __future__ import annotations

import asyncio
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest

from bot.minds import now_here
from bot.outreach.home_advice import advises
from bot.outreach.rounds import Rounds
from domain.home_days import HomeDay, Status
from domain.notice_settings import NoticeSettings
from domain.notices import Notice
from storage import deliveries, home_days, notice_settings
from tests.journeys.town import MONDAY, Town, town, words


def _around() -> dict[str, str]:
    now = now_here()
    return {"quiet_from": f"{now - timedelta(hours=6):%H:%M}", "quiet_to": f"{now + timedelta(hours=6):%H:%M}"}


def _put_aside(here: Town, person_id: str) -> int:
    with here.house.database.reading() as session:
        return len(deliveries.quiet_for(session, person_id))


async def _quiet(here: Town, who: str, **more: str) -> str:
    await here.people[who].says("stille timer")
    return await here.people[who].presses("Gem", language="da", free_days="no", advice="no", **_around() | more)


async def test_a_request_waits_for_the_leaders_quiet_hours_and_leaves_when_they_are_set_away(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        assert "Der er ro" in await _quiet(here, "lars")
        await anna.says("hjemme på torsdag")
        await anna.presses("Send")
        await here.settles()
        assert _put_aside(here, "lars") == 1
        assert "Anna Holm vil gerne" not in " ".join(words(one) for one in lars.chat)
        await _quiet(here, "lars", quiet_from="", quiet_to="")
        rounds = Rounds(here.house.database, here.house.engine, (here.house.engine.wake,), now_here)
        await asyncio.to_thread(rounds.go_round)
        await lars.hears("Anna Holm vil gerne arbejde hjemme")
        assert _put_aside(here, "lars") == 0


@pytest.mark.parametrize(("ahead", "told"), [(0, True), (4, False)])
async def test_a_cancellation_comes_at_once_only_within_a_day(sqlite_url: str, ahead: int, told: bool) -> None:
    async with town(sqlite_url) as here:
        await _quiet(here, "anna")
        now = now_here()
        on = now.date() + timedelta(days=ahead)
        day = HomeDay(uuid4(), "anna", on, uuid4(), status=Status.APPROVED, version=1, asked_at=MONDAY)
        with here.house.database.writing() as session:
            home_days.add(session, [day])
        lars = here.lars
        lars.now = datetime.combine(now.date(), time(6), now.tzinfo)
        await lars.says(f"aflys Anna {on.day}/{on.month}, vi har møde")
        await lars.presses("Aflys dagen", reason="vi har møde")
        if told:
            await here.anna.hears("møde")
        else:
            await here.settles()
            assert _put_aside(here, "anna") == 1


async def test_english_is_spoken_from_the_answer_on_and_after_the_next_import(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna = here.anna
        assert "Messages from me" in await anna.says("speak english")
        assert "My home days" in await anna.says("mine dage") or anna.has("My settings")
        assert "Beskeder fra mig" in await anna.says("skriv dansk til mig")


async def test_hours_that_cannot_be_read_are_told(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("mine indstillinger")
        await here.anna.presses("Beskeder fra mig")
        wrong = await here.anna.presses(
            "Gem", language="da", quiet_from="17:00", quiet_to="", free_days="no", advice="no"
        )
        assert "Udfyld begge tidspunkter" in wrong


async def test_advice_comes_once_on_the_morning_of_a_home_day_to_whoever_wants_it(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        morning = MONDAY.replace(hour=7, minute=30)
        assert "stemple ind" in await here.anna.says("send mig et godt råd")
        days = [
            HomeDay(uuid4(), who, MONDAY.date(), uuid4(), status=status, asked_at=MONDAY)
            for who, status in (("anna", Status.APPROVED), ("bo", Status.APPROVED), ("eva", Status.CANCELLED))
        ]
        with here.house.database.writing() as session:
            home_days.add(session, days)
            notice_settings.save(session, "eva", NoticeSettings(advice=True))
        left: list[Notice] = []
        for now in (morning.replace(hour=6), morning, morning + timedelta(minutes=1), morning.replace(hour=10)):
            with here.house.database.writing() as session:
                left += list(advises(_Shelf(here))(session, now))
        assert [one.to for one in left] == ["anna"]
        with here.house.database.writing() as session:
            here.house.engine.leave(session, left)
        heard = await here.anna.hears("Husk at stemple ind")
        assert "Et godt råd fra politikken" in heard
        assert "Du får ikke gode råd" in await here.anna.presses("Ikke flere gode råd")


class _Shelf:
    """The policy that runs, without a ranking."""

    def __init__(self, here: Town) -> None:
        from policy.load import load_handbook

        self.handbook = load_handbook()
