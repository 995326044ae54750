"""A version that nobody is answered by yet."""

from __future__ import annotations

from dataclasses import dataclass

from policy.documents.replay import Replay
from policy.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document became: its words, the file of what its ranking learnt, and what its questions showed."""

    handbook: Handbook
    models: bytes
    replay: Replay
