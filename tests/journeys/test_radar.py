"""The two-day average on the wire: before asking, on the leader's card, on one's own days."""

from __future__ import annotations

from tests.journeys.town import town


async def test_the_limit_is_named_before_it_is_passed(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        seen = await anna.says("hjemme tirsdag, onsdag og torsdag i næste uge")
        assert "Gennemsnit: 0 → 0,75 dage om ugen hjemme (3 dage på 4 uger" in seen
        await anna.presses("Send")
        assert "Gennemsnit: 0 → 0,75 dage" in await lars.hears("Anna Holm vil gerne")
        await lars.presses("Godkend alle")
        await anna.hears("sagt ja")
        assert "I gennemsnit 0 dage om ugen hjemme" in await anna.says("mine hjemmedage")
        over = await anna.says("hjemme hver dag i uge 50 og 51")
        assert "passeres i uge 51" in over
        assert "set som et gennemsnit over cirka en måned" in over
        await anna.presses("Send")
        await lars.hears("passeres i uge 51")
        assert "passeres i uge 51" in await anna.says("mine hjemmedage")
