"""What passes between the bridge to Teams and the turn: said in, drawn out. Knows nothing of any SDK."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cards.drawn import Drawn
from domain.conversations import Conversation


@dataclass(frozen=True, slots=True)
class Sender:
    """Who speaks, as verified by the channel. `id` is the Entra object id (empty where Teams gave none)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Somebody wrote. Mentions of the bot and markup are already taken out."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed a button: the data that the card carried, with the inputs, still unread.

    `card_id` is the activity id of the card, where the channel names it. `in_place` tells that it came as an invoke
    (Action.Execute), whose answer may take the card's place; an Action.Submit comes as a message and gets none.
    """

    data: Mapping[str, object]
    card_id: str = ""
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot was installed for a person, or added to a chat."""


@dataclass(frozen=True, slots=True)
class Left:
    """The bot was removed: nothing can be sent there any more."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """Somebody sent a file in the personal chat. `url` needs no token and lives for some minutes."""

    name: str
    url: str


Act = Text | Press | Joined | Left | SentFile


@dataclass(frozen=True, slots=True)
class Said:
    """One activity that somebody sent.

    `at` is the moment in the sender's own zone (localTimestamp/localTimezone, else the server's clock in
    Europe/Copenhagen) and always aware.
    """

    activity_id: str
    conversation: Conversation
    sender: Sender
    at: datetime
    act: Act
    locale: str = "da-DK"


class Chat(Protocol):
    """The chat that a turn answers in."""

    async def say(self, drawn: Drawn) -> str:
        """Send a message and return its activity id. Raises what `Post.send` raises."""
        ...

    async def replace(self, card_id: str, drawn: Drawn) -> None:
        """Redraw a card that is already in the chat. Raises what `Post.update` raises."""
        ...


class Turn(Protocol):
    """What handles one thing said. The bridge calls it; the returned drawing, if any, is an invoke's answer."""

    async def __call__(self, said: Said, chat: Chat) -> Drawn | None:
        """Answer. For a Press that came as Action.Execute the returned card takes the pressed card's place."""
        ...


class NotReachable(Exception):
    """The connector says that nothing can be delivered there (403, 404); `code` is its sub-code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TryLater(Exception):
    """The connector could not take it after bounded retries; `after` seconds is what it asked for, if it did."""

    def __init__(self, status: int, after: float | None = None) -> None:
        super().__init__(f"{status}")
        self.status = status
        self.after = after


class TooLarge(Exception):
    """The message is larger than Teams takes (413, or refused before it was sent)."""


class Post(Protocol):
    """Writing to a chat without having been spoken to. Implemented by bot.teams.

    All raise NotReachable, TryLater or TooLarge; nothing else of the SDK comes through.
    """

    async def send(self, to: Conversation, drawn: Drawn) -> str:
        """Send a new message and return its activity id."""
        ...

    def copy(self, drawn: Drawn) -> bytes:
        """Return a drawing ready for `send_copy`, once for all who get the same."""
        ...

    async def send_copy(self, to: Conversation, copy: bytes, card_id: str = "") -> str:
        """Send a copy, or put it in the place of a message, and return the message's id. Asks the connector once."""
        ...

    async def update(self, to: Conversation, card_id: str, drawn: Drawn) -> None:
        """Redraw a message in place."""
        ...

    async def delete(self, to: Conversation, card_id: str) -> None:
        """Take a message back."""
        ...

    async def open(self, service_url: str, tenant_id: str, person_id: str) -> Conversation:
        """Return the personal chat with a person by Entra object id, creating it where the app is installed."""
        ...
