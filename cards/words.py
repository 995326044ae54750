"""All the words: gettext over cards/locale, and dates and times as people say them.

`python -m cards.words` checks the translations (part of `make check`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_interval, format_time
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from domain.home_days import Half, WantedDay
from domain.people import Language

DOMAIN = "hjemmebot"
MUNICIPAL_ZONE = ZoneInfo("Europe/Copenhagen")

_LOCALES = {Language.DANISH: "da", Language.ENGLISH: "en_GB"}
_DAY_PATTERNS = {Language.DANISH: "EEEE 'den' d. MMMM", Language.ENGLISH: "EEEE d MMMM"}
_SHORT_PATTERNS = {Language.DANISH: "d/M", Language.ENGLISH: "d MMM"}

Translations = Mapping[str, str | tuple[str, ...]]


@cache
def translations(language: Language) -> Translations:
    """Return msgid → translation as shipped with the package; empty for English, whose words are the msgids."""
    if language is Language.ENGLISH:
        return {}
    source = resources.files("cards") / "locale" / language.value / "LC_MESSAGES" / f"{DOMAIN}.po"
    with source.open("rb") as lines:
        catalogue = read_po(lines, locale=language.value, domain=DOMAIN)
    return {_first(message.id): _forms(message.string) for message in catalogue if message.id and message.string}


def _first(msgid: str | Sequence[str]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _forms(string: str | Sequence[str]) -> str | tuple[str, ...]:
    return string if isinstance(string, str) else tuple(string)


class Words:
    """The words of one language. Placeholders are named: t("Hello {name}.", name=…)."""

    def __init__(self, language: Language = Language.DANISH) -> None:
        self.language = language
        self._locale = Locale.parse(_LOCALES[language])
        self._translations = translations(language)

    def t(self, msgid: str, **values: object) -> str:
        """Return the words for an English msgid, filled with the values. Write the msgid here: it is gathered so."""
        return self.marked(msgid, **values)

    def marked(self, msgid: str, **values: object) -> str:
        """Return the words for a msgid that is marked to be gathered where it is written, as in health.py."""
        found = self._translations.get(msgid, msgid)
        return (found if isinstance(found, str) else found[0]).format(**values)

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the words for one or for many, filled with the values and {count}."""
        found = self._translations.get(one, (one, many))
        forms = found if isinstance(found, tuple) else (found, found)
        return forms[0 if count == 1 else 1].format(count=self.number(count), **values)

    def number(self, value: int) -> str:
        """Return "2.481" or "2,481"."""
        return format_decimal(value, locale=self._locale)

    def decimal(self, value: float) -> str:
        """Return "2,25" or "2.25", as many decimals as it takes and three at most."""
        return format_decimal(value, locale=self._locale)

    def month(self, of: date) -> str:
        """Return "november 2026"."""
        return format_date(of, "MMMM y", locale=self._locale)

    def weekday(self, on: date) -> str:
        """Return "torsdag"."""
        return format_date(on, "EEEE", locale=self._locale)

    def weekday_short(self, on: date) -> str:
        """Return "tor"."""
        return format_date(on, "EEE", locale=self._locale).rstrip(".")

    def day(self, on: date, today: date) -> str:
        """Return "torsdag den 26. november"; the year only when it is not this one."""
        return format_date(on, self._with_year(_DAY_PATTERNS, on, today), locale=self._locale)

    def short_day(self, on: date, today: date) -> str:
        """Return "26/11", for buttons that stand side by side."""
        return format_date(on, self._with_year(_SHORT_PATTERNS, on, today), locale=self._locale)

    def wanted(self, day: WantedDay, today: date) -> str:
        """Return "torsdag den 26. november (formiddag)"."""
        if day.half is None:
            return self.day(day.on, today)
        return f"{self.day(day.on, today)} ({self.half(day.half)})"

    def wanted_list(self, days: Sequence[WantedDay], today: date) -> str:
        """Return the days in a row: "tirsdag den 24. november og torsdag den 26. november"."""
        return self.listed([self.wanted(day, today) for day in days])

    def weekdays(self, days: Sequence[date]) -> str:
        """Return "mandag, tirsdag og onsdag"."""
        return self.listed([self.weekday(on) for on in days])

    def span(self, first: date, last: date, today: date) -> str:
        """Return "23.–27. nov."; the year only when it is not this one."""
        skeleton = "MMMMd" if first.year == last.year == today.year else "yMMMMd"
        return format_interval(first, last, skeleton, locale=self._locale)

    def week(self, of: date, today: date) -> str:
        """Return "uge 48" by ISO 8601; the year only when the week belongs to another one."""
        year, number, _ = of.isocalendar()
        if year == today.isocalendar().year:
            return self.t("week {number}", number=number)
        return self.t("week {number}, {year}", number=number, year=year)

    def half(self, half: Half) -> str:
        """Return "formiddag"."""
        return self.t("morning") if half is Half.MORNING else self.t("afternoon")

    def time(self, at: datetime) -> str:
        """Return "kl. 14.03", in the municipality's own zone."""
        local = at.astimezone(MUNICIPAL_ZONE)
        clock = format_time(local, "HH.mm" if self._is_danish else "HH:mm", locale=self._locale)
        return self.t("at {time}", time=clock)

    def moment(self, at: datetime, today: date) -> str:
        """Return "kl. 14.03" for today, "mandag den 23. november kl. 14.03" for any other day."""
        local = at.astimezone(MUNICIPAL_ZONE)
        return self.time(at) if local.date() == today else f"{self.day(local.date(), today)} {self.time(at)}"

    def listed(self, items: Sequence[str]) -> str:
        """Return "a, b og c"."""
        return format_list(items, locale=self._locale)

    def owner(self, name: str) -> str:
        """Return the name in the genitive: "Annas", "Lars'", "Anna's"."""
        if not self._is_danish:
            return f"{name}'s"
        return f"{name}'" if name[-1:].lower() in ("s", "x", "z") else f"{name}s"

    @property
    def _is_danish(self) -> bool:
        return self.language is Language.DANISH

    def _with_year(self, patterns: Mapping[Language, str], on: date, today: date) -> str:
        return patterns[self.language] + ("" if on.year == today.year else " y")


def sentence(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    from cards.translations import problems

    raise SystemExit("\n".join(problems()) or 0)
