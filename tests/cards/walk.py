"""Looking through a drawn card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def nodes(part: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object of a card, fallbacks and unfolded cards included."""
    if isinstance(part, Mapping):
        yield part
        for name, inner in part.items():
            if name != "data":
                yield from nodes(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from nodes(inner)


def texts(card: object) -> list[str]:
    """Return every text that a card shows."""
    return [node["text"] for node in nodes(card) if node.get("type") in ("TextBlock", "TextRun")]


def titles(card: object) -> list[str]:
    """Return the titles of the buttons in the order in which they stand, fallbacks left out."""
    return [
        node["title"]
        for node in nodes(card)
        if node.get("type") in ("Action.Execute", "Action.ShowCard", "Action.OpenUrl") and "title" in node
    ]


def button(card: object, title: str) -> Mapping[str, Any]:
    """Return the data of the button with that title."""
    return next(n["data"] for n in nodes(card) if n.get("type") == "Action.Execute" and n.get("title") == title)
