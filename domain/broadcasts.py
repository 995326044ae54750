"""A broadcast by HR: what it says, to whom, when, and how far it got. Pure; `now` is an argument."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.people import Language
from domain.refusals import Refusal

LONGEST_TITLE = 120
LONGEST_TEXT = 4_000  # characters in one language; with everything around it a message stays far below 80 KB
LONGEST_URL = 500
MOST_LISTED = 500


class AudienceKind(StrEnum):
    """Whom a broadcast goes to. Who that is, is found out when it is sent."""

    LISTED = "listed"  # people named one by one
    DEPARTMENTS = "departments"
    LEADERS = "leaders"
    HOME_SOON = "home_soon"  # people with an approved home day within the next month
    AGREED = "agreed"  # people with an agreement in force
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a broadcast goes to. Those who are LISTED are kept beside it, by person."""

    kind: AudienceKind = AudienceKind.LISTED
    departments: tuple[str, ...] = ()


class Stage(StrEnum):
    """How far a broadcast got."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    STOPPED = "stopped"
    SENT = "sent"
    RECALLING = "recalling"
    RECALLED = "recalled"

    @property
    def is_open(self) -> bool:
        """Return whether it can still be written and planned."""
        return self in (Stage.DRAFT, Stage.SCHEDULED)


class Halt(StrEnum):
    """Why a broadcast stopped by itself."""

    NOT_HR = "not_hr"  # whoever planned it is not HR any more
    NOBODY = "nobody"  # when its time came, nobody was left to send it to


class Steering(StrEnum):
    """What can be done with a broadcast once it is planned."""

    UNSCHEDULE = "unschedule"
    STOP = "stop"
    RESUME = "resume"
    RESEND = "resend"  # again, to those who were not reached
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class Wording:
    """Title and text (markdown) in one language."""

    title: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.title or self.text)


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that reads otherwise in a new version of the policy: new without `before`, gone without `after`."""

    heading: str
    page: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast. `version` counts what people changed; `edition` counts the corrections after it was sent."""

    id: UUID
    author_id: str | None
    stage: Stage = Stage.DRAFT
    version: int = 1
    danish: Wording = Wording()
    english: Wording = Wording()
    link: str = ""
    picture: str = ""
    confirm: bool = False
    confirm_by: date | None = None
    audience: Audience = Audience()
    send_at: datetime | None = None
    changed_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    edition: int = 0
    halted: Halt | None = None

    def wording(self, language: Language) -> Wording:
        """Return the words in this language, and the Danish ones where there are no others."""
        return self.english if language is Language.ENGLISH and self.english else self.danish


_FROM: dict[Steering, tuple[frozenset[Stage], Stage]] = {
    Steering.UNSCHEDULE: (frozenset({Stage.SCHEDULED}), Stage.DRAFT),
    Steering.STOP: (frozenset({Stage.SENDING}), Stage.STOPPED),
    Steering.RESUME: (frozenset({Stage.STOPPED}), Stage.SENDING),
    Steering.RESEND: (frozenset({Stage.SENT}), Stage.SENDING),
    Steering.RECALL: (frozenset({Stage.SENDING, Stage.STOPPED, Stage.SENT}), Stage.RECALLING),
}


def steered(broadcast: Broadcast, how: Steering, now: datetime) -> Broadcast | Refusal:
    """Return the broadcast as steered; unchanged where it is so already, and a refusal where the card is an old one."""
    before, after = _FROM[how]
    if broadcast.stage is after or (how is Steering.RECALL and broadcast.stage is Stage.RECALLED):
        return broadcast
    if broadcast.stage not in before or (how is Steering.RESUME and broadcast.started_at is None):
        return Refusal.stale()
    return _changed(broadcast, now, stage=after, ended_at=None, halted=None)


def possible(broadcast: Broadcast) -> tuple[Steering, ...]:
    """Return what can be done with the broadcast as it stands."""
    return tuple(
        how
        for how, (before, _) in _FROM.items()
        if broadcast.stage in before and not (how is Steering.RESUME and broadcast.started_at is None)
    )


def planned(broadcast: Broadcast, seen: int, now: datetime) -> Broadcast | Refusal:
    """Return the draft on its way: sending at once or planned for its time. `seen` is the version that was shown."""
    if broadcast.stage is not Stage.DRAFT or broadcast.version != seen:
        return Refusal.stale()
    if broadcast.send_at is not None:
        return _changed(broadcast, now, stage=Stage.SCHEDULED, halted=None)
    return _changed(broadcast, now, stage=Stage.SENDING, started_at=now, halted=None)


def corrected(broadcast: Broadcast, danish: Wording, english: Wording, now: datetime) -> Broadcast | Refusal:
    """Return a broadcast that has left with other words: a new edition, which redraws it in every chat."""
    if broadcast.stage not in (Stage.SENDING, Stage.STOPPED, Stage.SENT):
        return Refusal.stale()
    stage = Stage.STOPPED if broadcast.stage is Stage.STOPPED else Stage.SENDING
    edition = broadcast.edition + 1
    return _changed(broadcast, now, danish=danish, english=english, stage=stage, edition=edition, ended_at=None)


def _changed(broadcast: Broadcast, now: datetime, **changes: object) -> Broadcast:
    return replace(broadcast, version=broadcast.version + 1, changed_at=now, **changes)  # type: ignore[arg-type]
