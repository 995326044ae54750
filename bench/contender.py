"""What is measured: a server that is told activities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Maker = Callable[[int], Mapping[str, Any]]

CONVERSATIONS = (
    400  # turns are spread over so many chats: those of one wait for each other, and Teams takes 7 messages a second
)


@dataclass(slots=True)
class Stage:
    """What a contender gets before its server starts: an empty folder, the server's environment, and how many turns.

    `env` may be added to (HJEMMEBOT_DATABASE_URL, …); PORT and HJEMMEBOT_PORT are there already.
    """

    folder: Path
    env: dict[str, str]
    turns: int
    service_url: str


def echo(stage: Stage) -> Maker:
    """Prepare nothing; every turn is a line of text from a person."""

    def make(number: int) -> Mapping[str, Any]:
        return message(number, stage.service_url, "jeg vil gerne arbejde hjemme på torsdag")

    return make


def message(number: int, service_url: str, text: str, person: str = "") -> dict[str, Any]:
    """Return a personal message as Teams sends it. `person` is the sender's object id, else one for each chat."""
    chat = number % CONVERSATIONS
    return {
        "type": "message",
        "id": f"{1_795_418_101_234 + number}",
        "timestamp": "2026-11-23T07:15:01.234Z",
        "localTimestamp": "2026-11-23T08:15:01.234+01:00",
        "localTimezone": "Europe/Copenhagen",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": f"29:1person-{chat}", "name": "Anna Holm", "aadObjectId": person or f"person-{chat}"},
        "conversation": {"conversationType": "personal", "tenantId": "tenant", "id": f"a:1chat-{person or chat}"},
        "recipient": {"id": "28:hjemmebot", "name": "Hjemmebot"},
        "entities": [{"locale": "da-DK", "country": "DK", "platform": "Web", "type": "clientInfo"}],
        "channelData": {"tenant": {"id": "tenant"}},
        "textFormat": "plain",
        "locale": "da-DK",
        "text": text,
    }


@dataclass(frozen=True, slots=True)
class Contender:
    """One line of the table.

    `command` follows the interpreter; a `peer` has its own environment, made from bench/peers/<peer>. `sends` is how
    many messages the connector must have got for each turn: a turn is not over before they are there. `ready` is a
    path that answers 200 once the server is ready; without it, a port that takes connections is enough.
    """

    name: str
    command: tuple[str, ...]
    peer: str = ""
    python: tuple[int, int] = (3, 11)
    sends: int = 1
    ready: str = ""
    prepare: Callable[[Stage], Maker] = field(default=echo)
