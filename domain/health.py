"""What `hjemmebot doctor` may find, and how bad it is. Values in, findings out; what is found is worded in cards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Verdict(StrEnum):
    """How a check came out."""

    FINE = "fine"
    WARNING = "warning"
    FAULT = "fault"
    UNKNOWN = "unknown"  # it could not be checked


class Check(StrEnum):
    """What is looked at, in the order it is told."""

    SETTINGS = "settings"
    DATABASE = "database"
    TABLES = "tables"
    DISK = "disk"
    CLOCK = "clock"
    KEYS = "keys"
    LOGIN = "login"
    CERTIFICATE = "certificate"
    TEAMS = "teams"
    GRAPH = "graph"
    PEOPLE = "people"
    POLICY = "policy"
    MODEL = "model"
    JOURNAL = "journal"
    FEEDS = "feeds"
    NOTICES = "notices"


class Note(StrEnum):
    """What was found."""

    SETTINGS_FIT = "settings_fit"
    ONLY_HERE = "only_here"  # no app id
    NOTHING_TO_LOG_IN_WITH = "nothing_to_log_in_with"
    DATABASE_ANSWERS = "database_answers"
    DATABASE_NOT_YET = "database_not_yet"
    DATABASE_AWAY = "database_away"
    DATABASE_OLD = "database_old"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_NO_RIGHTS = "database_no_rights"
    TABLES_FIT = "tables_fit"
    TABLES_BEHIND = "tables_behind"
    TABLES_AHEAD = "tables_ahead"
    DISK_FREE = "disk_free"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    CLOCK_RIGHT = "clock_right"
    CLOCK_OFF = "clock_off"
    CLOCK_WRONG = "clock_wrong"
    KEYS_READ = "keys_read"
    KEYS_AWAY = "keys_away"
    KEYS_NONE = "keys_none"
    LOGIN_WORKS = "login_works"
    LOGIN_REFUSED = "login_refused"
    CERTIFICATE_HOLDS = "certificate_holds"
    CERTIFICATE_ENDS = "certificate_ends"
    CERTIFICATE_OVER = "certificate_over"
    CERTIFICATE_UNREAD = "certificate_unread"
    TEAMS_REACHED = "teams_reached"
    TEAMS_AWAY = "teams_away"
    GRAPH_FITS = "graph_fits"
    GRAPH_LACKS = "graph_lacks"
    GRAPH_TOO_MUCH = "graph_too_much"
    PEOPLE_KNOWN = "people_known"
    PEOPLE_NONE = "people_none"
    PEOPLE_NO_HR = "people_no_hr"
    PEOPLE_UNLED = "people_unled"
    POLICY_LEARNT = "policy_learnt"
    POLICY_STALE = "policy_stale"
    MODEL_LOADS = "model_loads"
    MODEL_AWAY = "model_away"
    JOURNAL_OPEN = "journal_open"
    JOURNAL_UNSET = "journal_unset"
    JOURNAL_SHUT = "journal_shut"
    FEEDS_FIT = "feeds_fit"
    FEEDS_PLAIN = "feeds_plain"
    NOTICES_FLOW = "notices_flow"
    NOTICES_LATE = "notices_late"
    NOTICES_STUCK = "notices_stuck"
    UNCHECKED = "unchecked"


_WARNINGS = frozenset(
    {
        *(Note.ONLY_HERE, Note.TABLES_BEHIND, Note.TABLES_AHEAD, Note.DISK_LOW, Note.CLOCK_OFF, Note.CERTIFICATE_ENDS),
        *(Note.GRAPH_TOO_MUCH, Note.PEOPLE_NONE, Note.PEOPLE_NO_HR, Note.PEOPLE_UNLED, Note.MODEL_AWAY),
        *(Note.FEEDS_PLAIN, Note.NOTICES_LATE),
    }
)
_FAULTS = frozenset(
    {
        *(
            Note.NOTHING_TO_LOG_IN_WITH,
            Note.DATABASE_AWAY,
            Note.DATABASE_OLD,
            Note.DATABASE_DAMAGED,
            Note.DATABASE_NO_RIGHTS,
        ),
        *(Note.DISK_FULL, Note.CLOCK_WRONG, Note.KEYS_AWAY, Note.KEYS_NONE, Note.LOGIN_REFUSED, Note.CERTIFICATE_OVER),
        *(Note.CERTIFICATE_UNREAD, Note.TEAMS_AWAY, Note.GRAPH_LACKS, Note.POLICY_STALE, Note.JOURNAL_SHUT),
        Note.NOTICES_STUCK,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found. `values` fill the sentence: numbers, addresses and names of settings, never people."""

    check: Check
    note: Note
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """How bad it is."""
        if self.note is Note.UNCHECKED:
            return Verdict.UNKNOWN
        if self.note in _FAULTS:
            return Verdict.FAULT
        return Verdict.WARNING if self.note in _WARNINGS else Verdict.FINE


def of_disk(free: int) -> Finding:
    """Judge the bytes free where the database or the copies lie. A day of 2,500 people is about 5 MB."""
    note = Note.DISK_FULL if free < 200_000_000 else Note.DISK_LOW if free < 2_000_000_000 else Note.DISK_FREE
    return Finding(Check.DISK, note, {"free": round(free / 1e9, 1)})


def of_clock(ours: datetime, theirs: datetime) -> Finding:
    """Judge this machine's clock by another. Microsoft's tokens stand five minutes of difference, and no more."""
    apart = round(abs((ours - theirs).total_seconds()))
    note = Note.CLOCK_WRONG if apart >= 300 else Note.CLOCK_OFF if apart >= 60 else Note.CLOCK_RIGHT
    return Finding(Check.CLOCK, note, {"seconds": apart})


def of_certificate(until: datetime, now: datetime) -> Finding:
    """Judge when the app's certificate ends; a month is what it takes to get a new one signed and handed in."""
    days = (until - now).days
    note = Note.CERTIFICATE_OVER if until <= now else Note.CERTIFICATE_ENDS if days < 30 else Note.CERTIFICATE_HOLDS
    return Finding(Check.CERTIFICATE, note, {"day": until.astimezone(UTC).date(), "days": days})


def of_permissions(wanted: Collection[str], given: Collection[str], allowed: Collection[str] = ()) -> list[Finding]:
    """Judge the app's roles in Microsoft Graph by what the settings need: too few do not work, too many are a risk.

    What is `allowed` may be there and may lack: the settings alone do not tell whether it is used.
    """
    found = []
    if lacking := sorted(set(wanted) - set(given)):
        found.append(Finding(Check.GRAPH, Note.GRAPH_LACKS, {"names": ", ".join(lacking)}))
    if more := sorted(set(given) - set(wanted) - set(allowed)):
        found.append(Finding(Check.GRAPH, Note.GRAPH_TOO_MUCH, {"names": ", ".join(more)}))
    return found or [Finding(Check.GRAPH, Note.GRAPH_FITS, {"number": len(set(wanted))})]


def of_people(people: int, hr: int, unled: int) -> list[Finding]:
    """Judge the directory: how many there are, how many of them HR, and how many have nobody who leads them.

    One without a leader is as it must be: somebody is at the top.
    """
    if not people:
        return [Finding(Check.PEOPLE, Note.PEOPLE_NONE)]
    found = []
    if not hr:
        found.append(Finding(Check.PEOPLE, Note.PEOPLE_NO_HR))
    if unled > 1:
        found.append(Finding(Check.PEOPLE, Note.PEOPLE_UNLED, {"number": unled}))
    return found or [Finding(Check.PEOPLE, Note.PEOPLE_KNOWN, {"people": people, "hr": hr})]


def of_notices(due: datetime | None, open_ones: int, now: datetime) -> Finding:
    """Judge the oldest notice that is due and has not left; what is told a minute late is late for a whole day."""
    minutes = 0 if due is None else max(0, round((now - due).total_seconds() / 60))
    note = Note.NOTICES_STUCK if minutes >= 60 else Note.NOTICES_LATE if minutes >= 10 else Note.NOTICES_FLOW
    return Finding(Check.NOTICES, note, {"number": open_ones, "minutes": minutes})


def of_tables(found: str, wanted: str) -> Finding:
    """Judge the number of the database's last migration by the one this code knows; "" is an empty database."""
    note = Note.TABLES_FIT if found == wanted else Note.TABLES_BEHIND if found < wanted else Note.TABLES_AHEAD
    return Finding(Check.TABLES, note, {"found": found or "–", "wanted": wanted})


def worst(findings: Collection[Finding]) -> Verdict:
    """Return the worst verdict; what could not be checked weighs as a warning does."""
    verdicts = {one.verdict for one in findings}
    if Verdict.FAULT in verdicts:
        return Verdict.FAULT
    return Verdict.WARNING if verdicts & {Verdict.WARNING, Verdict.UNKNOWN} else Verdict.FINE
