"""From the form of a broadcast to the broadcast: what was typed is read here, and what is wrong with it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from urllib.parse import urlsplit
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo

from domain.broadcasts import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    LONGEST_URL,
    MOST_LISTED,
    Audience,
    AudienceKind,
    Broadcast,
    Wording,
)
from domain.people import Person

ZONE = ZoneInfo("Europe/Copenhagen")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")  # what an Image element of a card shows
_HOST = re.compile(r"(?i)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}")


class Problem(StrEnum):
    """What must be put right before a broadcast can be sent. Each has its sentence in cards."""

    TITLE_MISSING = "title_missing"
    TITLE_TOO_LONG = "title_too_long"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"
    ENGLISH_HALF = "english_half"  # a title without a text, or the reverse
    NOT_A_LINK = "not_a_link"
    NOT_A_PICTURE = "not_a_picture"
    CONFIRM_BY_PAST = "confirm_by_past"
    DATE_UNREADABLE = "date_unreadable"
    TIME_UNREADABLE = "time_unreadable"
    TIME_PAST = "time_past"
    TIME_SKIPPED = "time_skipped"  # the hour that summer time leaves out
    NO_DEPARTMENT = "no_department"
    UNKNOWN_NAMES = "unknown_names"
    TOO_MANY_NAMES = "too_many_names"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Typed:
    """The inputs of the form as they came."""

    title: str = ""
    text: str = ""
    title_en: str = ""
    text_en: str = ""
    link: str = ""
    picture: str = ""
    confirm: bool = False
    confirm_by: str = ""
    audience: AudienceKind = AudienceKind.LISTED
    departments: tuple[str, ...] = ()
    send_on: str = ""
    send_time: str = ""


def filled(draft: Broadcast, typed: Typed, now: datetime) -> tuple[Broadcast, tuple[Problem, ...]]:
    """Return the draft with what was typed, as much of it as can be kept, and what is wrong with the rest."""
    wrong: list[Problem] = []
    confirm_by = _date(typed.confirm_by, wrong) if typed.confirm else None
    send_at = _moment(typed.send_on, typed.send_time, now, wrong)
    made = replace(
        draft,
        danish=_wording(typed.title, typed.text, wrong),
        english=_wording(typed.title_en, typed.text_en, wrong),
        link=typed.link[:LONGEST_URL],
        picture=typed.picture[:LONGEST_URL],
        confirm=typed.confirm,
        confirm_by=confirm_by,
        audience=Audience(typed.audience, typed.departments if typed.audience is AudienceKind.DEPARTMENTS else ()),
        send_at=send_at,
        changed_at=now,
    )
    return made, tuple(dict.fromkeys([*wrong, *problems(made, now)]))


def problems(draft: Broadcast, now: datetime) -> list[Problem]:
    """Return what is wrong with a draft as it stands, the audience's people aside."""
    checks = (
        (not draft.danish.title, Problem.TITLE_MISSING),
        (not draft.danish.text, Problem.TEXT_MISSING),
        (bool(draft.english.title) != bool(draft.english.text), Problem.ENGLISH_HALF),
        (bool(draft.link) and not is_address(draft.link), Problem.NOT_A_LINK),
        (bool(draft.picture) and not is_picture(draft.picture), Problem.NOT_A_PICTURE),
        (_over(draft.confirm_by, draft.send_at or now), Problem.CONFIRM_BY_PAST),
        (draft.send_at is not None and draft.send_at <= now, Problem.TIME_PAST),
        (draft.audience.kind is AudienceKind.DEPARTMENTS and not draft.audience.departments, Problem.NO_DEPARTMENT),
    )
    return [problem for is_wrong, problem in checks if is_wrong]


def is_address(url: str) -> bool:
    """Return whether this is the https address of a page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    whole = len(url) <= LONGEST_URL and not re.search(r"[\s<>\"\\]", url)
    return whole and parts.scheme == "https" and _HOST.fullmatch(parts.hostname or "") is not None


def is_picture(url: str) -> bool:
    """Return whether this is the https address of a picture of a kind that cards show."""
    return is_address(url) and urlsplit(url).path.lower().endswith(_PICTURES)


def local_moment(on: date, at: time) -> datetime | None:
    """Return the moment in UTC of a time in Denmark; None in the hour that summer time leaves out.

    Of the hour that comes twice in October the first is meant.
    """
    local = datetime.combine(on, at, ZONE)
    moment = local.astimezone(UTC)
    return moment if moment.astimezone(ZONE).replace(tzinfo=None) == local.replace(tzinfo=None) else None


def people_named(typed: str, among: Iterable[Person]) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Return the people of a list of names or addresses, and the entries that fit nobody or more than one."""
    known: dict[str, list[Person]] = {}
    for one in among:
        for key in {_key(one.name), _key(one.email)} - {""}:
            known.setdefault(key, []).append(one)
    entries = [entry for entry in (part.strip() for part in re.split(r"[;,\n\r]+", typed)) if entry]
    found = [known.get(_key(entry), []) for entry in entries]
    people = dict.fromkeys(one[0] for one in found if len(one) == 1)
    return tuple(people), tuple(entry for entry, one in zip(entries, found, strict=True) if len(one) != 1)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def department_number(name: str) -> str:
    """Return the number under which a department stands in the form: its name may hold a comma."""
    return uuid5(NAMESPACE_OID, name).hex[:10]


def too_many(people: Sequence[Person]) -> bool:
    """Return whether more people are named than a list may hold."""
    return len(people) > MOST_LISTED


def _wording(title: str, text: str, wrong: list[Problem]) -> Wording:
    if len(title) > LONGEST_TITLE:
        wrong.append(Problem.TITLE_TOO_LONG)
    if len(text) > LONGEST_TEXT:
        wrong.append(Problem.TEXT_TOO_LONG)
    return Wording(title[:LONGEST_TITLE].strip(), text[:LONGEST_TEXT].strip())


def _over(by: date | None, start: datetime) -> bool:
    return by is not None and by < start.astimezone(ZONE).date()


def _date(typed: str, wrong: list[Problem]) -> date | None:
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        wrong.append(Problem.DATE_UNREADABLE)
        return None


def _moment(on: str, at: str, now: datetime, wrong: list[Problem]) -> datetime | None:
    if not on and not at:
        return None
    day = _date(on, wrong) if on else now.astimezone(ZONE).date()
    if day is None:
        return None
    try:
        clock = time.fromisoformat(at or "09:00").replace(tzinfo=None)
    except ValueError:
        wrong.append(Problem.TIME_UNREADABLE)
        return None
    if (moment := local_moment(day, clock)) is None:
        wrong.append(Problem.TIME_SKIPPED)
    return moment
