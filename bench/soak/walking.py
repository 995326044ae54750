"""People who write and press: each sees what stands in the chat with the bot, and nothing else."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson

from bench.soak.connector import Chats
from bench.soak.process import Bot
from bench.soak.week import TIMES, Deed, Intent, moment
from tests.journeys.town import _named, actions

AT_ONCE = 12
TENANT = "soak"
Wanted = Callable[[dict[str, Any]], bool]
_JSON = {"Content-Type": "application/json"}
_ANSWER = {"answer": "Ja, når **lederen** siger ja.", "scope": "once"}
_REASON = "Akut møde om budgettet"


@dataclass
class Walked:
    """What was measured on the way. `confirmed` are those who confirmed a broadcast and were told so."""

    seconds: list[float] = field(default_factory=list)
    deeds: Counter[str] = field(default_factory=Counter)
    refused: list[int] = field(default_factory=list)  # answers that were not 2xx
    again: int = 0  # turns that met no bot and were said again
    confirmed: set[str] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)  # questions to HR, by person
    forgotten: set[str] = field(default_factory=set)  # who had their own data erased


class Walk:
    """Everybody's walk through the week. `at` is the time on people's clocks."""

    def __init__(self, bot: Bot, chats: Chats, http: aiohttp.ClientSession, seed: int) -> None:
        self.at = moment(0, TIMES[0])
        self.walked = Walked()
        self.silent: set[str] = set()  # who cannot speak any more: their account is closed
        self._bot, self._chats, self._http, self._seed = bot, chats, http, seed
        self._numbers = itertools.count(1)
        self._left_alone: set[str] = set()  # cards that a leader never answers
        self._free = asyncio.Semaphore(AT_ONCE)

    async def do(self, intent: Intent) -> None:
        """Do one thing; nothing, where the chat offers nothing of the kind."""
        chance = random.Random(f"{self._seed}:{intent.person.id}:{intent.deed}:{self.at.isoformat()}")
        async with self._free:
            if intent.person.id in self.silent:
                return
            match intent.deed:
                case Deed.SAY:
                    await self.say(intent.person.id, intent.text)
                case Deed.ASK:
                    await self.say(intent.person.id, intent.text)
                    if await self.press(intent.person.id, "send_to_hr", newest=True):
                        self.walked.asked[intent.person.id] += 1
                case Deed.ANSWER:
                    await self.say(intent.person.id, "ubesvarede spørgsmål")
                    await self.press(intent.person.id, "open_question", newest=True)
                    await self.press(intent.person.id, "answer_questions", _ANSWER, newest=True)
                case Deed.MARK:
                    await self.say(intent.person.id, intent.text)
                    await self.press(intent.person.id, "mark_days", newest=True)
                case Deed.READ:
                    await self._read(intent.person.id, chance)
                case Deed.DECIDE:
                    await self._decide(intent.person.id, chance)
                case Deed.WITHDRAW:
                    await self.press(intent.person.id, "withdraw_days")
                case Deed.HALVE:
                    await self.say(intent.person.id, intent.text)
                    await self.press(intent.person.id, "halve_day", newest=True)
                case Deed.ERASE:
                    await self.say(intent.person.id, "slet mine data")
                    await self.press(intent.person.id, "erase_my_data", newest=True)

    async def say(self, person_id: str, text: str) -> None:
        """Write to the bot and wait for the turn to end."""
        self.walked.deeds["said"] += 1
        await self._post(person_id, {"type": "message", "text": text, "textFormat": "plain"})

    async def press(
        self,
        person_id: str,
        verb: str,
        typed: dict[str, str] | None = None,
        *,
        newest: bool = False,
        only: Wanted = bool,
    ) -> bool:
        """Press the first button of a kind on the newest card that has it; return whether there was one.

        `newest` looks at the last message alone, `only` at what the button's command holds.
        """
        found = next(self._buttons(person_id, verb, newest, only), None)
        if found is not None:
            await self._press(person_id, *found, typed or {})
        return found is not None

    async def _read(self, person_id: str, chance: random.Random) -> None:
        """Confirm what is new; now and then it is left for another day."""
        for verb, most in (("acknowledge_cancellation", 0.9), ("confirm_broadcast", 0.9)):
            if chance.random() < most:
                await self.press(person_id, verb)

    async def _decide(self, person_id: str, chance: random.Random) -> None:
        """Answer what waits: yes, no with a reason, or never. Now and then cancel a day that was approved."""
        for card_id, button in list(self._buttons(person_id, "approve_days")):
            what = chance.random()
            if card_id in self._left_alone or what < 0.04:
                self._left_alone.add(card_id)
            elif what < 0.16:
                await self._on(person_id, card_id, "decline_days", {"reason": chance.choice(("", "Vi mangler folk."))})
            else:
                await self._press(person_id, card_id, button, {})
        if chance.random() < 0.25:
            await self.press(person_id, "cancel_days", {"reason": _REASON})

    async def _on(self, person_id: str, card_id: str, verb: str, typed: dict[str, str]) -> None:
        found = next((one for one in self._buttons(person_id, verb) if one[0] == card_id), None)
        if found is not None:
            await self._press(person_id, *found, typed)

    def _buttons(
        self, person_id: str, verb: str, newest: bool = False, only: Wanted = bool
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the first button of a kind on each card that has one, the newest card first."""
        messages = list(self._chats.chats.get(f"a:{person_id}", {}).items())
        for card_id, body in messages[-1:] if newest else reversed(messages):
            if verb.encode() not in body:
                continue
            for button in actions(orjson.loads(body)):
                if button.get("verb") == verb and only(button["data"]["hjemmebot"]["command"]):
                    yield card_id, button
                    break

    async def _press(self, person_id: str, card_id: str, button: dict[str, Any], typed: dict[str, str]) -> None:
        self.walked.deeds[button["verb"]] += 1
        data = {**button["data"], **_named(button, typed)}
        value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": data}}
        pressed = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": card_id}
        answer = orjson.loads(await self._post(person_id, pressed) or b"{}")
        if str(answer.get("type", "")).endswith("card.adaptive"):
            self._chats.chats[f"a:{person_id}"][card_id] = orjson.dumps(answer["value"])
            if button["verb"] == "confirm_broadcast":
                self.walked.confirmed.add(person_id)
            if button["verb"] == "erase_my_data":
                self.walked.forgotten.add(person_id)

    async def _post(self, person_id: str, activity: dict[str, Any]) -> bytes:
        """Post as Teams does, and again as long as nobody is there to take it. The seconds of a good turn are kept."""
        body = orjson.dumps({**self._frame(person_id), **activity})
        while True:
            await self._bot.up.wait()
            began = time.perf_counter()
            try:
                async with self._http.post(f"{self._bot.url}/api/messages", data=body, headers=_JSON) as response:
                    answer = await response.read()
            except aiohttp.ClientError:
                self.walked.again += 1
                await asyncio.sleep(0.05)
                continue
            self.walked.seconds.append(time.perf_counter() - began)
            if response.status >= 300:
                self.walked.refused.append(response.status)
            return answer if response.status < 300 else b""

    def _frame(self, person_id: str) -> dict[str, Any]:
        """Return what Teams puts on all activities."""
        return {
            "id": f"f:{next(self._numbers)}",
            "channelId": "msteams",
            "serviceUrl": self._chats.url,
            "timestamp": self.at.isoformat(),
            "localTimestamp": self.at.isoformat(),
            "localTimezone": "Europe/Copenhagen",
            "locale": "da-DK",
            "from": {"id": f"29:{person_id}", "name": "Somebody", "aadObjectId": person_id},
            "recipient": {"id": "28:hjemmebot", "name": "Hjemmebot"},
            "conversation": {"id": f"a:{person_id}", "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
        }
