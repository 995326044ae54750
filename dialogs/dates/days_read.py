"""What was read out of a sentence about days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.home_days import Half, WantedDay


class DateError(StrEnum):
    """Why a date cannot be taken as it was said."""

    INVALID = "invalid_date"  # no such date: 31 November, week 54
    PAST = "past_date"
    AMBIGUOUS = "ambiguous"  # it can mean two things: `options`


@dataclass(frozen=True, slots=True)
class DatesRead:
    """The days that a sentence speaks of.

    `days` are those that are meant, in order of date, as they were said: public holidays within a series stay in,
    weekends within a range or a week do not (`weekend`). When `error` is AMBIGUOUS, `days` is the likelier of the
    `options`. `not_days` are dates that were named only to be ruled out or left ("flyt torsdag til fredag": Thursday).
    """

    days: tuple[WantedDay, ...] = ()
    half: Half | None = None  # when all days have the same half
    error: DateError | None = None
    options: tuple[tuple[WantedDay, ...], ...] = ()
    nearest: date | None = None  # a date that may have been meant instead of an impossible or past one
    quoted: str = ""  # the words that were read as dates
    spans: tuple[tuple[int, int], ...] = ()  # where they stand in the text
    not_days: tuple[date, ...] = ()
    negated: bool = False  # the days stand under a "not": "alligevel ikke hjemme på fredag"
    moved: bool = False  # "flyt torsdag til fredag", "fredag i stedet for torsdag"
    period: bool = False  # a whole month or year was named, every day of it
    series: bool = False  # it comes again and again: "hver onsdag", "mandag i lige uger", not "de næste tre onsdage"
    endless: bool = False  # a series without an end: "hver fredag"
    weekend: tuple[date, ...] = ()  # within a range but left out
    holidays: tuple[tuple[date, str], ...] = ()  # public holidays among the days, with their Danish names

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates alone."""
        return tuple(day.on for day in self.days)
