"""Local frames as they are written into a form, and read back out of it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.frames import LONGEST_TEXT, MOST_DATES, MOST_NOTICE, Approval, LocalFrame

_YEARS = range(2000, 2101)
_WEEKDAYS = ("1", "2", "3", "4", "5")
NO_LIMIT = "0"


class FrameProblem(StrEnum):
    """Why frames as typed cannot be set."""

    MED_DATE = "med_date"  # missing, unreadable, or a day to come: frames are discussed first (policy p. 3)
    DATES = "dates"
    NUMBER = "number"
    TEXT = "text"
    DISCUSS_DATE = "discuss_date"


@dataclass(frozen=True, slots=True)
class TypedFrame:
    """Frames as typed: dates as ISO, weekdays and dates with commas between, "true" or "false"."""

    med_on: str = ""
    approval: str = Approval.EACH_DAY.value
    attendance: str = ""
    dates: str = ""
    most_a_week: str = NO_LIMIT
    notice: str = ""
    hours: str = ""
    meetings: str = ""
    replacement: str = "false"
    discuss_on: str = ""

    def values(self) -> dict[str, str]:
        """Return the fields by name, as a command carries them."""
        return asdict(self)


def written(frame: LocalFrame | None) -> TypedFrame:
    """Return the frames as a form shows them; the policy's defaults where none were set."""
    if frame is None:
        return TypedFrame()
    return TypedFrame(
        frame.med_on.isoformat(),
        frame.approval.value,
        ",".join(str(day) for day in frame.attendance),
        ", ".join(f"{on:%d-%m-%Y}" for on in frame.dates),
        NO_LIMIT if frame.most_a_week is None else str(frame.most_a_week),
        str(frame.notice) if frame.notice else "",
        frame.hours,
        frame.meetings,
        "true" if frame.replacement else "false",
        frame.discuss_on.isoformat() if frame.discuss_on else "",
    )


def read_frame(typed: TypedFrame, leader_id: str, seen: int, now: datetime) -> LocalFrame | tuple[FrameProblem, ...]:
    """Return the frames as the version after the one that was seen, or what must be put right first."""
    med_on, discuss_on = _date(typed.med_on), _date(typed.discuss_on)
    dates = tuple(_date(part) for part in re.split(r"[,;\s]+", typed.dates.strip()) if part)
    most, notice = _number(typed.most_a_week or NO_LIMIT, 5), _number(typed.notice or "0", MOST_NOTICE)
    hours, meetings = " ".join(typed.hours.split()), " ".join(typed.meetings.split())
    wrong = {
        FrameProblem.MED_DATE: med_on is None or med_on > now.date(),
        FrameProblem.DATES: None in dates or len(dates) > MOST_DATES,
        FrameProblem.NUMBER: most is None or notice is None,
        FrameProblem.TEXT: max(len(hours), len(meetings)) > LONGEST_TEXT,
        FrameProblem.DISCUSS_DATE: bool(typed.discuss_on) and (discuss_on is None or discuss_on <= now.date()),
    }
    if any(wrong.values()) or med_on is None or notice is None:
        return tuple(problem for problem, is_wrong in wrong.items() if is_wrong)
    return LocalFrame(
        leader_id,
        seen + 1,
        now,
        med_on,
        Approval(typed.approval) if typed.approval in set(Approval) else Approval.EACH_DAY,
        tuple(sorted({int(day) for day in typed.attendance.split(",") if day in _WEEKDAYS})),
        tuple(sorted({on for on in dates if on is not None})),
        most or None,
        notice,
        hours,
        meetings,
        typed.replacement == "true",
        discuss_on,
    )


def _date(text: str) -> date | None:
    match = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", text.strip(), re.ASCII)
    try:
        read = date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text.strip())
    except ValueError:
        return None
    return read if read.year in _YEARS else None


def _number(text: str, most: int) -> int | None:
    found = re.fullmatch(r"\d{1,2}", text.strip(), re.ASCII)
    return int(found[0]) if found and int(found[0]) <= most else None
