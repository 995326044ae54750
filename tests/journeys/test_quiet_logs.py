"""A day in town with every logger at DEBUG: no name, no word that somebody wrote, no secret, in logs or numbers."""

from __future__ import annotations

import io
import json
import logging
import re
from typing import Any

import pytest

from bot.logs import JsonLines, LogFormat
from tests.journeys.town import STAFF, Town, settle, town

WORDS = {
    "question": "hvem betaler for en kolibri?",
    "reason": "fordi pingvinerne holder møde",
    "phone": "+45 87 65 43 21",
    "thing": "Sækkestol med flodhestemønster",
    "title": "Giraffer på gangen",
    "text": "Næbdyr spiser frokost klokken tolv",
    "stranger": "jeg hedder Snehvide",
    "placing": "Tirsdag mellem zebraerne",
}
FORM = dict.fromkeys(("extent", "availability", "tasks", "equipment", "other", "place", "start", "notice"), "")
MESSAGE = dict.fromkeys(
    ("link", "picture", "confirm_by", "departments", "send_on", "send_time", "title_en", "text_en"), ""
)


async def a_day(here: Town) -> set[str]:
    """Walk the main paths; return the secrets that were handed out on the way."""
    anna, lars, hanne = here.anna, here.lars, here.hanne
    await anna.says(WORDS["question"])
    await anna.says("mine indstillinger")
    await anna.presses("Gem", phone=WORDS["phone"], reach_from="08:00", reach_to="15:30")
    await anna.says("hjemme på torsdag")
    await anna.presses("Send")
    await lars.hears("Anna Holm vil gerne arbejde hjemme")
    await lars.presses("Godkend")
    await lars.says(f"aflys Annas hjemmedag på torsdag {WORDS['reason']}")
    await lars.presses("Aflys dagen")
    await anna.hears("pingvinerne")
    await anna.presses("Set")
    await lars.says("udstyr til Anna")
    await lars.presses("Notér det", what=WORDS["thing"], payer="department")
    await anna.hears("flodhest")
    settle(here.house.database)
    await anna.says("start aftale")
    await anna.presses("Gem", **FORM, placing=WORDS["placing"])
    await hanne.says("udsend")
    filled = {"title": WORDS["title"], "text": WORDS["text"], "audience": "listed", "names": "Anna Holm; Bo Skov"}
    await hanne.presses("Se den", confirm="yes", **MESSAGE, **filled)
    await hanne.presses("Send den")
    await anna.hears("Næbdyr")
    await anna.presses("Læst og forstået")
    await hanne.says("revisionsspor for Anna Holm")
    await anna.says("mine data")
    await anna.says("kalender")
    await anna.presses("Få en adresse")
    return set(re.findall(r"/calendar/([\w-]{16,})\.", str(anna.chat) + str(hanne.chat)))


async def _trouble(here: Town) -> None:
    """A stranger, a forged button, and a database that fails under a turn."""
    stranger = type(here.anna)(here, "fremmed-id", "Snehvide")
    await stranger.says(WORDS["stranger"])
    await here.bo.presses_action("1", {"data": {"hjemmebot": {"v": 1, "command": {"kind": WORDS["reason"]}}}})
    with here.house.database.writing() as session:
        session.connection().exec_driver_sql("ALTER TABLE home_day RENAME TO away_day")
    await here.anna.says("hjemme på fredag")
    await here.anna.says(f"aflys min dag på torsdag {WORDS['reason']}")
    with here.house.database.writing() as session:
        session.connection().exec_driver_sql("ALTER TABLE away_day RENAME TO home_day")


async def test_nothing_of_persons_and_no_secret_is_logged_or_counted(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lines = io.StringIO()
    machine = logging.StreamHandler(lines)  # the same records as JSON, which tells more of each
    machine.setFormatter(JsonLines())
    logging.getLogger().addHandler(machine)
    for name in ("hjemmebot", "hjemmebot.turn", "sqlalchemy", "aiohttp", "dbos", "msal", "urllib3", "asyncio"):
        caplog.set_level(logging.DEBUG, name)
    async with town(sqlite_url, log_format=LogFormat.JSON) as here:
        secrets = await a_day(here)
        await _trouble(here)
        async with here.session.get(f"{here.url}/metrics") as answer:
            numbers = await answer.text()
        await _feed_with(here, secrets)
    logging.getLogger().removeHandler(machine)
    logged = caplog.text + numbers + lines.getvalue()
    assert "a turn fell with OperationalError" in caplog.text  # it was heard at all
    _tells_what_machines_need([json.loads(line) for line in lines.getvalue().splitlines()])
    names = {part for one in STAFF for part in (one.name, one.name.split()[1], one.email)}
    wrote = {word for text in WORDS.values() for word in (text, max(text.split(), key=len))}
    assert secrets
    for one in names | wrote | secrets | {"29:anna", "fremmed-id", "a:anna"}:
        assert one not in logged, f"{one!r} stands in {[line for line in logged.splitlines() if one in line][:2]}"


async def _feed_with(here: Town, secrets: set[str]) -> None:
    """Fetch a calendar, and guess at another: the address stands in the path."""
    for secret in (min(secrets), "x" * 40):
        async with here.session.get(f"{here.url}/calendar/{secret}.ics") as answer:
            assert answer.status in (200, 404)


def _tells_what_machines_need(lines: list[dict[str, Any]]) -> None:
    asked = [one for one in lines if one["logger"] == "hjemmebot.access"]
    routes = {one["request"]["route"] for one in asked}
    assert routes >= {"/api/messages", "/calendar/{token}.ics"}
    assert {one["turn"] for one in asked if one["request"]["route"] == "/api/messages"} >= _fallen(lines)


def _fallen(lines: list[dict[str, Any]]) -> set[str]:
    """The ids of the turns that fell, each with the type of its error and where it was."""
    fallen = [one for one in lines if one["message"].startswith("a turn fell")]
    assert {one["exception"]["type"] for one in fallen} == {"OperationalError"}
    assert all(any("bot/turn.py" in place for place in one["exception"]["places"]) for one in fallen)
    return {one["turn"] for one in fallen}
