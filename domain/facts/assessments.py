"""The leader's APV checklist as it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.assessment import Assessment, Change
from domain.people import Person


class AssessmentNote(StrEnum):
    """A remark on top of the card."""

    SAVED = "saved"
    NO_DATE = "no_date"


@dataclass(frozen=True, slots=True)
class AssessmentCard:
    """The list by its sections. `outdated`: the policy's items read otherwise by now."""

    assessment: Assessment
    note: AssessmentNote | None = None
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class AssessmentSection:
    """One section to be filled in, counted from 0. `unsaved` was typed on a card older than the list."""

    assessment: Assessment
    number: int
    unsaved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AssessmentHistory:
    """What was written to a list, the newest first."""

    assessment: Assessment
    changes: tuple[Change, ...]
    people: tuple[Person, ...] = ()


AssessmentFact = AssessmentCard | AssessmentSection | AssessmentHistory
