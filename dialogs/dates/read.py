"""Read the days out of a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.dates.days_read import DateError, DatesRead
from dialogs.dates.mentions import in_their_times, with_moves
from dialogs.dates.reading import Reading, read_all, trouble_of
from dialogs.dates.sentence import HalfMention, Mention, Sentence, sentence
from domain.holidays import holiday_name
from domain.home_days import Half, WantedDay

_OTHER_HALF = {Half.MORNING: Half.AFTERNOON, Half.AFTERNOON: Half.MORNING}
_MOST_NAMED = 100  # days among which public holidays are looked for


def read_dates(text: str, today: date) -> DatesRead:
    """Return the days that the text speaks of, seen from today; never raises."""
    said = sentence(text)
    mentions = with_moves(in_their_times(_meant(said.mentions), today), said.moving)
    reading = read_all(mentions, today)
    read = _plain(text, said, mentions, reading)
    if (trouble := trouble_of(reading)) is not None:
        error, found, group = trouble
        return replace(read, error=error, nearest=found.nearest, quoted=text[group.start : group.end])
    if reading.doubtful is not None and reading.wanted:
        return _ambiguous(read, read_all(mentions, today, second=True), said)
    if reading.alternatives:
        first = reading.alternatives[0]
        return replace(read, days=first, error=DateError.AMBIGUOUS, options=reading.alternatives)
    return read


def _meant(mentions: tuple[Mention, ...]) -> list[Mention]:
    """Leave out what was taken back, and what only tells why."""
    kept = [one for one in mentions if not one.corrected]
    return [one for one in kept if not one.reason] or kept


def _plain(text: str, said: Sentence, mentions: list[Mention], reading: Reading) -> DatesRead:
    days = _halved(reading.days(), said)
    halves = {day.half for day in days}
    detached = _said_half(said.halves)
    spans = [(one.group.start, one.group.end) for one in said.mentions] + [(h.start, h.end) for h in said.halves]
    both = bool(reading.wanted and reading.ruled_out)
    left = any(one.left for one in mentions)
    away = all(one.home is False for one in mentions if one.no or one.left)
    return DatesRead(
        days=days,
        half=halves.pop() if len(halves) == 1 else (detached if not days else None),
        quoted=_quoted(text, [(one.group.start, one.group.end) for one in said.mentions]),
        spans=tuple(sorted(spans)),
        not_days=tuple(on for on in sorted(reading.ruled_out) if both and on not in reading.wanted),
        negated=bool(reading.ruled_out and not reading.wanted and not left),
        moved=both and not away and not set(reading.ruled_out) <= set(reading.wanted),
        period=reading.period,
        endless=reading.endless,
        series=reading.series,
        weekend=tuple(sorted(reading.weekend)),
        holidays=_holidays(days),
    )


def _ambiguous(read: DatesRead, second: Reading, said: Sentence) -> DatesRead:
    other = _halved(second.days(), said)
    if other == read.days:
        return read
    options = tuple(sorted((read.days, other), key=lambda option: [day.on for day in option]))
    return replace(read, error=DateError.AMBIGUOUS, options=options)


def _halved(days: tuple[WantedDay, ...], said: Sentence) -> tuple[WantedDay, ...]:
    """Give days without a half the one that stands elsewhere in the text."""
    half = _said_half(said.halves)
    if half is None:
        return days
    at_work = any(one.home is False for one in said.mentions) and any(one.home for one in said.halves)
    if any(day.half for day in days) and not at_work:
        return days
    return tuple(WantedDay(day.on, half) for day in days)


def _said_half(halves: tuple[HalfMention, ...]) -> Half | None:
    """Return the half at home: as said, or the other one than is spent at the workplace."""
    at_home = {one.half for one in halves if one.home is not False}
    at_work = {one.half for one in halves if one.home is False}
    plainly = {one.half for one in halves if one.home}
    if len(plainly) == 1:
        return plainly.pop()
    if len(at_home) == 1:
        return at_home.pop()
    return _OTHER_HALF[at_work.pop()] if len(at_work) == 1 and not at_home else None


def _quoted(text: str, spans: list[tuple[int, int]]) -> str:
    return text[min(start for start, _ in spans) : max(end for _, end in spans)] if spans else ""


def _holidays(days: tuple[WantedDay, ...]) -> tuple[tuple[date, str], ...]:
    names = ((day.on, holiday_name(day.on)) for day in days[:_MOST_NAMED])
    return tuple((on, name) for on, name in names if name)
