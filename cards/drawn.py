"""What a fact looks like once it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message ready to be sent.

    `text` says all of it in plain words (markdown) for a client without cards and for notifications; `card` is an
    Adaptive Card 1.5 as JSON, or None for a plain message; `summary` is the line in the notification.
    """

    text: str
    card: Mapping[str, Any] | None = None
    summary: str = ""
