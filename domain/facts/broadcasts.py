"""Broadcasts as they are shown: form, preview, progress and report to HR, and the message to its receivers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.broadcasts import Broadcast, ChangedPassage
from domain.drafts import Problem


@dataclass(frozen=True, slots=True)
class BroadcastForm:
    """The form of a draft, or, with `corrects`, of the words of a broadcast that has left.

    `names` is the list of people as it was typed; `strangers` are the entries in it that fit nobody, or more than one.
    `too_long` counts the characters of a text that was cut. `changed` are the passages that a new message tells of, and
    `has_news` that there is a new version to tell of.
    """

    broadcast: Broadcast
    departments: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: str = ""
    strangers: tuple[str, ...] = ()
    is_new: bool = False
    kept: bool = False
    corrects: bool = False
    too_long: int = 0
    changed: tuple[ChangedPassage, ...] = ()
    has_news: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a broadcast goes to now, some of their names, and how many of them the bot has never met."""

    count: int
    sample: tuple[str, ...] = ()
    unmet: int = 0


@dataclass(frozen=True, slots=True)
class BroadcastPreview:
    """A draft as its receivers will get it, with whom it goes to. `asks_again` is the second question before "all"."""

    broadcast: Broadcast
    reach: Reach
    asks_again: bool = False


@dataclass(frozen=True, slots=True)
class BroadcastMessage:
    """The message itself."""

    broadcast: Broadcast
    confirmed_at: datetime | None = None
    reminds: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a broadcast got. `why` counts those who were not reached by the connector's word for it."""

    total: int = 0
    sent: int = 0
    confirmed: int = 0
    waiting: int = 0
    missed: int = 0
    working: int = 0  # corrections, reminders and recalls that are still on their way
    why: tuple[tuple[str, int], ...] = ()
    quiet: int = 0  # of those who wait: until their quiet hours are over


@dataclass(frozen=True, slots=True)
class BroadcastProgress:
    """How far a broadcast got; once it is sent, the report. `missed` are some of those who were not reached."""

    broadcast: Broadcast
    tally: Tally
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broadcasts:
    """The newest broadcasts."""

    broadcasts: tuple[Broadcast, ...]


@dataclass(frozen=True, slots=True)
class BroadcastFile:
    """Where the report of a broadcast can be fetched as a file, and until when."""

    broadcast: Broadcast
    url: str
    until: datetime


BroadcastFact = BroadcastForm | BroadcastPreview | BroadcastMessage | BroadcastProgress | Broadcasts | BroadcastFile
