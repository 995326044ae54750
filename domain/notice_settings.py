"""When and in which language somebody is written to: their own setting, nobody else's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from domain.preferences import read_clock
from domain.quiet import Quiet


@dataclass(frozen=True, slots=True)
class NoticeSettings:
    """One person's own settings. Nothing is quiet, and no advice is sent, until they say so."""

    quiet: Quiet | None = None
    advice: bool = False  # on the morning of a home day: a piece of the policy's advice and a reminder to clock in


class NoticeProblem(StrEnum):
    """Why settings as typed cannot be kept."""

    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class TypedHours:
    """Quiet hours as typed: "HH:MM", both empty where none are wanted."""

    start: str = ""
    end: str = ""


def with_hours(before: NoticeSettings, typed: TypedHours, *, free_days: bool) -> NoticeSettings | NoticeProblem:
    """Return the settings with these quiet hours, or what must be put right."""
    start, end = read_clock(typed.start), read_clock(typed.end)
    if not typed.start.strip() and not typed.end.strip():
        return replace(before, quiet=Quiet(free_days=True) if free_days else None)
    if start is None or end is None or start == end:
        return NoticeProblem.HOURS
    return replace(before, quiet=Quiet(start, end, free_days))


def typed_hours(settings: NoticeSettings) -> TypedHours:
    """Return the quiet hours as they would be typed."""

    def said(at: time | None) -> str:
        return f"{at:%H:%M}" if at else ""

    return TypedHours(said(settings.quiet.start), said(settings.quiet.end)) if settings.quiet else TypedHours()
