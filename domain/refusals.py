"""A "no" is a value: the rule, the passage behind it and, where there is one, the nearest "yes"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rule(StrEnum):
    """Why something was not done. Each has its sentence in cards."""

    STALE = "stale"  # the card is older than the day: the fresh one is shown
    DAY_HAS_PASSED = "day_has_passed"
    TOO_FAR_AHEAD = "too_far_ahead"
    NOT_A_WORKDAY = "not_a_workday"
    NO_LEADER = "no_leader"
    REASON_MISSING = "reason_missing"
    NOT_YOUR_EMPLOYEE = "not_your_employee"
    NOT_FOR_ONESELF = "not_for_oneself"
    NOT_YOURS = "not_yours"
    NOT_FOUND = "not_found"
    NO_SUCH_DAY = "no_such_day"  # one has no home day there
    ASKED_BY_THEMSELVES = "asked_by_themselves"  # a leader puts a day down for an employee
    NO_SUCH_DAY_OF_THEIRS = "no_such_day_of_theirs"  # the employee has none there
    ATTENDANCE_DAY = "attendance_day"  # settled in the team: all are present
    WEEK_IS_FULL = "week_is_full"  # settled in the team: so many days a week
    NOTICE_TOO_SHORT = "notice_too_short"  # settled in the team: so many working days
    ONLY_LEADER = "only_leader"  # who leads nobody sets no frames
    ONLY_HR = "only_hr"
    NEEDS_AGREEMENT = "needs_agreement"  # recurring days without an agreement in force
    NEEDS_FRAMES = "needs_frames"  # an agreement where the team has settled nothing yet
    VALUE_MISSING = "value_missing"  # a thing is bought at a value that nobody has set
    ITEMS_MISSING = "items_missing"  # a checklist is sent before every item has an answer
    GAPS_LEFT = "gaps_left"  # a checklist is closed before every gap has a decision
    TOO_LONG = "too_long"  # a remark of a checklist
    WORKPLACE_UNMET = "workplace_unmet"  # over two days a week on average while a requirement is not met
    NOT_YOUR_CHECKLIST = "not_your_checklist"
    NO_SUCH_CHECKLIST = "no_such_checklist"
    ONLY_LEADERS = "only_leaders"
    NO_SUCH_ROUND = "no_such_round"  # of questions to a team, or of another team
    ROUND_IS_OVER = "round_is_over"
    TEAM_TOO_SMALL = "team_too_small"  # for answers without names
    OWN_DATA = "own_data"  # HR erases what is kept about others; about oneself there is another way
    NOBODY_KNOWN = "nobody_known"  # somebody who was erased meanwhile
    STRANGER = "stranger"  # a guest, or somebody who is in no directory
    UNREADABLE = "unreadable"  # a card whose data nobody of ours wrote


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be done and why. `passage_id` names the policy passage that is quoted."""

    rule: Rule
    passage_id: str | None = None
    on: date | None = None
    nearest: date | None = None
    about: str | None = None  # the employee whom it is about, where the way on needs to know
    who: str = ""  # what that employee is called
    several: bool = False  # more days than `on` were asked about

    @staticmethod
    def stale(on: date | None = None) -> Refusal:
        """Return the refusal of a card that is older than what it speaks of."""
        return Refusal(Rule.STALE, on=on)
