"""What a drawing is made in: the words, the day, and the municipality's handbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cards.words import Words
from domain.home_days import HomeDay, WantedDay
from policy.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Setting:
    """The words of the reader, the day on which it is read, and the handbook that is quoted.

    `known` is whether the reader is in the directory: others are shown the policy and offered nothing beside it, and
    nothing of theirs is remembered that an answer in words could lean on.
    """

    words: Words
    today: date
    handbook: Handbook
    known: bool = True

    def day(self, on: date) -> str:
        """Return "torsdag den 26. november"."""
        return self.words.day(on, self.today)

    def wanted(self, day: HomeDay | WantedDay) -> str:
        """Return "torsdag den 26. november (formiddag)"."""
        return self.words.wanted(WantedDay(day.on, day.half), self.today)

    def days(self, days: tuple[HomeDay, ...] | tuple[WantedDay, ...]) -> str:
        """Return the days in a row, with "og" before the last."""
        return self.words.listed([self.wanted(day) for day in days])

    def moment(self, at: datetime) -> str:
        """Return "kl. 14.03", with the day where it was not today."""
        return self.words.moment(at, self.today)
