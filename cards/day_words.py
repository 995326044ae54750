"""Home days in words: how each stands, and what the person is told about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from cards.literal import clipped
from cards.setting import Setting
from cards.words import sentence
from domain.commands import MOST_DAYS, DayRef
from domain.home_days import HomeDay, Status, WantedDay
from domain.people import Person

MANY = 5  # more days than this are counted in a sentence and listed below it
SHORT_REASON = 90


@dataclass(frozen=True, slots=True)
class Names:
    """The first names of those who decide; someone unknown is "your leader"."""

    people: tuple[Person, ...]
    unknown: str

    def of(self, person_id: str | None) -> str:
        """Return the first name of a person."""
        return next((one.first_name for one in self.people if one.id == person_id), self.unknown)


def names(setting: Setting, *people: Person | None) -> Names:
    """Return the names of the people that a card speaks of."""
    return Names(tuple(one for one in people if one is not None), setting.words.t("your leader"))


def named(days: Sequence[HomeDay] | Sequence[WantedDay], setting: Setting) -> str:
    """Return the days in a row with "og"; many days are counted instead."""
    if len(days) > MANY:
        return setting.words.n("{count} day", "{count} days", len(days))
    return setting.words.listed([setting.wanted(day) for day in days])


def status(day: HomeDay, who: Names, setting: Setting, *, when: bool = False, shorten: bool = False) -> str:
    """Return how a day stands: "Godkendt af Lars kl. 14.03", "Aflyst af Lars: "…""."""
    at = f" {setting.moment(day.decided_at)}" if when and day.decided_at else ""
    reason = f': "{clipped(day.reason, SHORT_REASON) if shorten else day.reason}"' if day.reason else ""
    return _state(day, who.of(day.decided_by), setting) + at + reason


def _state(day: HomeDay, by: str, setting: Setting) -> str:
    t = setting.words.t
    match day.status:
        case Status.ASKED:
            return t("Waiting for an answer")
        case Status.APPROVED if day.held_at_once:
            return t("Holds at once by your frames")
        case Status.APPROVED:
            return t("Approved by {name}", name=by)
        case Status.DECLINED:
            return t("Declined by {name}", name=by)
        case Status.CANCELLED:
            return t("Cancelled by {name}", name=by)
        case Status.WITHDRAWN:
            return t("Taken back")
        case _:
            assert_never(day.status)


def mark(day: HomeDay) -> str:
    """Return a sign that stands before the word for a day's state, never instead of it."""
    return {Status.ASKED: "?", Status.APPROVED: "✓", Status.WITHDRAWN: "–"}.get(day.status, "✗")


def outcomes(days: Sequence[HomeDay], who: Names, setting: Setting) -> list[str]:
    """Return what an employee is told: one text for all days that ended alike; none where the list says it better."""
    alike = [tuple(group) for _, group in groupby(sorted(days, key=_ending), key=_ending)]
    return [outcome(group, who, setting) for group in alike] if len(alike) <= MANY else []


def outcome(days: tuple[HomeDay, ...], who: Names, setting: Setting) -> str:
    """Return what an employee is told about days of one state, decided by one person for one reason."""
    t, n, first, many = setting.words.t, setting.words.n, days[0], len(days)
    by, which = who.of(first.decided_by), named(days, setting)
    reason = f': "{first.reason}"' if first.reason else "."
    match first.status:
        case Status.ASKED:
            return n(
                "{days} is waiting for an answer.", "{days} are waiting for an answer.", many, days=sentence(which)
            )
        case Status.APPROVED if first.held_at_once:
            said = n("{days} is a home day by your frames.", "{days} are home days by your frames.", many, days=which)
            return f"{sentence(said)} {_in_calendar(many, setting)}"
        case Status.APPROVED:
            said = t("{name} has said yes to {days}.", name=by, days=which)
            return f"{sentence(said)} {_in_calendar(many, setting)}"
        case Status.DECLINED:
            said = t("{name} has said no to {days}", name=by, days=which)
            another = t("You can suggest another day.")
            return f"{sentence(said)}{reason} {another}"
        case Status.CANCELLED:
            return cancelled(days, by, setting)
        case Status.WITHDRAWN:
            return t("You have cancelled {days} yourself.", days=which)
        case _:
            assert_never(first.status)


def _in_calendar(many: int, setting: Setting) -> str:
    return setting.words.n("The day is in your calendar.", "The days are in your calendar.", many)


def cancelled(days: Sequence[HomeDay], by: str, setting: Setting) -> str:
    """Return "Din hjemmedag torsdag den 26. november er aflyst af Lars: "…" Du skal møde på arbejdspladsen."."""
    gone = setting.words.n(
        "Your home day {days} has been cancelled by {name}",
        "Your home days {days} have been cancelled by {name}",
        len(days),
        days=named(days, setting),
        name=by,
    )
    reason = f': "{days[0].reason}"' if days[0].reason else "."
    come = setting.words.t("You are to come to the workplace.")
    return f"{gone}{reason} {come}"


def in_order(days: Iterable[HomeDay]) -> tuple[HomeDay, ...]:
    """Return the days by date."""
    return tuple(sorted(days, key=lambda day: (day.on, day.half or "")))


def _ending(day: HomeDay) -> tuple[str, str, str]:
    return day.status.value, day.decided_by or "", day.reason


def still(days: Iterable[HomeDay], setting: Setting, *states: Status) -> tuple[HomeDay, ...]:
    """Return the days in one of the states that are not over yet, by date: those that can still be changed."""
    return tuple(day for day in in_order(days) if day.status in states and day.on >= setting.today)


def refs(days: Iterable[HomeDay]) -> tuple[DayRef, ...]:
    """Return the days as a button carries them: by id and the version that is shown, as many as a command takes."""
    return tuple(DayRef(id=day.id, version=day.version) for day in days)[:MOST_DAYS]
