"""One conversation is answered one thing at a time; many conversations at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.chat import Chat, Said
from cards.drawn import Drawn
from tests.edge.running import activity, running
from tests.fakes.connector import FakeConnector


@dataclass
class Slow:
    """Notes when each turn starts and ends, and takes a while between."""

    log: list[tuple[str, str]] = field(default_factory=list)
    running: int = 0
    most: int = 0

    async def __call__(self, said: Said, chat: Chat) -> Drawn | None:
        self.running += 1
        self.most = max(self.most, self.running)
        self.log.append(("starts", said.activity_id))
        await asyncio.sleep(0.02)
        await chat.say(Drawn(said.activity_id))
        self.log.append(("ends", said.activity_id))
        self.running -= 1
        return None


def said_in(conversation: str, number: int) -> dict[str, object]:
    talk = {"id": conversation, "conversationType": "personal"}
    return activity("personal_message", id=f"{conversation}-{number}", conversation=talk)


async def test_turns_of_one_conversation_do_not_interleave(connector: FakeConnector) -> None:
    slow = Slow()
    async with running(slow, connector.url) as bot:
        await asyncio.gather(*(bot.tell(said_in("a:1", number)) for number in range(8)))
    assert slow.most == 1
    pairs = list(zip(slow.log[::2], slow.log[1::2], strict=True))
    assert all(first == ("starts", one) and second == ("ends", one) for first, second in pairs for one in [first[1]])
    assert [one.body["text"] for one in connector.messages] == [first[1] for first, _ in pairs]


async def test_they_are_taken_in_the_order_they_came(connector: FakeConnector) -> None:
    slow = Slow()
    async with running(slow, connector.url) as bot:
        waiting = []
        for number in range(6):
            waiting.append(asyncio.ensure_future(bot.tell(said_in("a:1", number))))
            await asyncio.sleep(0.005)
        await asyncio.gather(*waiting)
    assert [one for word, one in slow.log if word == "starts"] == [f"a:1-{number}" for number in range(6)]


async def test_turns_of_two_conversations_run_side_by_side(connector: FakeConnector) -> None:
    slow = Slow()
    async with running(slow, connector.url) as bot:
        await asyncio.gather(*(bot.tell(said_in(talk, 1)) for talk in ("a:1", "a:2")))
    assert slow.most == 2


async def test_invokes_wait_for_their_turn_too(connector: FakeConnector) -> None:
    slow = Slow()
    async with running(slow, connector.url) as bot:
        press = activity("card_execute")
        await asyncio.gather(bot.tell(press), bot.tell(activity("personal_message")), bot.tell(press))
    assert slow.most == 1


async def test_a_caller_who_hangs_up_does_not_break_the_turn(connector: FakeConnector) -> None:
    slow = Slow()
    async with running(slow, connector.url) as bot:
        gone = asyncio.ensure_future(bot.tell(said_in("a:1", 1)))
        await asyncio.sleep(0.01)
        gone.cancel()
        assert (await bot.tell(said_in("a:1", 2))).status == 200
    assert [word for word, _ in slow.log] == ["starts", "ends"] * 2
