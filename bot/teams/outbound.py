"""From a drawing to what Teams takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from botbuilder.schema import Activity, Attachment

from bot.chat import TooLarge
from bot.teams.wire import Sealed
from cards.drawn import Drawn

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
MESSAGE_TYPE = "application/vnd.microsoft.activity.message"
ERROR_TYPE = "application/vnd.microsoft.error"

LARGEST_MESSAGE = 100 * 1024  # bytes of JSON; Teams takes about 100 KB ("Format your bot messages")
LONGEST_SUMMARY = 200


def message(drawn: Drawn) -> Activity:
    """Return the drawing as a message.

    Teams shows text and card below each other, so a message with a card carries no text: the card's own fallbackText
    stands in where cards are not drawn, and the summary is what the notification says.
    """
    if drawn.card is None:
        return Activity(type="message", text=drawn.text, text_format="markdown", summary=drawn.summary or None)
    card = Attachment(content_type=CARD_TYPE, content=Sealed(drawn.card))
    return Activity(type="message", summary=drawn.summary or _first_line(drawn.text), attachments=[card])


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:LONGEST_SUMMARY]


def card_answer(drawn: Drawn | None) -> Mapping[str, Any]:
    """Return the body that answers an adaptiveCard/action: a card that takes the pressed card's place, or a line.

    Source: "Universal Action Model", response format. Raises TooLarge.
    """
    if drawn is None:
        return Sealed(statusCode=200, type=MESSAGE_TYPE, value="")
    if drawn.card is None:
        return Sealed(statusCode=200, type=MESSAGE_TYPE, value=drawn.text)
    answer = Sealed(statusCode=200, type=CARD_TYPE, value=drawn.card)
    if len(orjson.dumps(answer)) > LARGEST_MESSAGE:
        raise TooLarge
    return answer


def card_error(status: int, code: str, words: str) -> Mapping[str, Any]:
    """Return the body that tells the client that an adaptiveCard/action failed."""
    return Sealed(statusCode=status, type=ERROR_TYPE, value={"code": code, "message": words})
