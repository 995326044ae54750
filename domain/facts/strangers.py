"""People of the tenant whom no directory knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody who wrote and is in no directory: Entra object id, name as Teams has it, when they wrote first."""

    id: str
    name: str
    wrote_at: datetime


@dataclass(frozen=True, slots=True)
class Strangers:
    """The morning's word to HR: these people wrote and are in no directory, who wrote last first."""

    strangers: tuple[Stranger, ...]
