"""A chat with the bot, as much of it as is needed to write there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """The kind of chat. Personal matters are spoken of in PERSONAL only."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A chat and the connector that carries it. `bot_id` is the bot's id on the wire (28:…)."""

    id: str
    service_url: str
    tenant_id: str
    bot_id: str
    place: Place = Place.PERSONAL
    user_id: str = ""  # the person's id on the wire (29:…)
