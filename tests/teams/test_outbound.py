from __future__ import annotations

import pytest

from bot.chat import TooLarge
from bot.teams.outbound import LONGEST_SUMMARY, card_answer, message
from bot.teams.wire import to_json
from cards.drawn import Drawn

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": []}


def test_words_go_as_markdown() -> None:
    assert to_json(message(Drawn("**Hej**"))) == {"type": "message", "text": "**Hej**", "textFormat": "markdown"}


def test_a_card_carries_no_text_beside_it() -> None:
    sent = to_json(message(Drawn("Alt i ord\nog mere", CARD)))
    assert isinstance(sent, dict)
    assert "text" not in sent
    assert sent["summary"] == "Alt i ord"
    assert sent["attachments"][0]["content"] == CARD


def test_the_notification_is_a_line() -> None:
    assert message(Drawn("x" * 1000, CARD)).summary == "x" * LONGEST_SUMMARY
    assert message(Drawn("x", CARD, "Svar fra Lars")).summary == "Svar fra Lars"
    assert message(Drawn("hej", None, "Svar")).summary == "Svar"


def test_an_answer_that_is_too_large_is_refused() -> None:
    with pytest.raises(TooLarge):
        card_answer(Drawn("", CARD | {"fallbackText": "a" * 110_000}))
