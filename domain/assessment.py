"""The leader's APV checklist (policy p. 6-8): one for a team, filled in over time, with a day to look again.

An item has no yes or no: the policy's form has one column, "Arbejdsstedets bemærkninger/aftaler".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from domain.check_items import CheckItem
from domain.refusals import Refusal, Rule

LONGEST_REMARK = 1000
PASSAGE = "apv-ansvar"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A team's list, on the items of one version of the policy. `edition` grows by one with every change.

    `leader_id` is whose team it is; `remarks` are kept by the item's id.
    """

    id: UUID
    leader_id: str | None
    department: str
    policy_version: str
    items: tuple[CheckItem, ...]
    started_at: datetime
    remarks: Mapping[str, str] = field(default_factory=dict)
    review_on: date | None = None
    edition: int = 1

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the policy's headings, in its order."""
        return tuple(dict.fromkeys(item.section for item in self.items))

    def of_section(self, number: int) -> tuple[CheckItem, ...]:
        """Return the items under a heading, counted from 0."""
        section = self.sections[number]
        return tuple(item for item in self.items if item.section == section)

    def filled(self, items: tuple[CheckItem, ...]) -> int:
        """Return how many of these items have a remark or an agreement."""
        return sum(bool(self.remarks.get(item.id)) for item in items)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a list, for its history: what was written to an item, by whom and when."""

    item_id: str
    text: str
    by: str | None
    at: datetime


def fill(one: Assessment, remarks: Mapping[str, str], seen_edition: int) -> Assessment | Refusal:
    """Return the list with these remarks; an empty one takes away what stood there."""
    if one.edition != seen_edition:
        return Refusal.stale()
    if any(len(text) > LONGEST_REMARK for text in remarks.values()):
        return Refusal(Rule.TOO_LONG)
    known = {item.id for item in one.items}
    after = {**one.remarks, **{item_id: text for item_id, text in remarks.items() if item_id in known}}
    after = {item_id: text for item_id, text in after.items() if text}
    return one if after == one.remarks else replace(one, remarks=after, edition=one.edition + 1)


def plan(one: Assessment, review_on: date) -> Assessment:
    """Return the list with the day when it is looked at again."""
    return one if one.review_on == review_on else replace(one, review_on=review_on, edition=one.edition + 1)


def changes(before: Assessment, after: Assessment, by: str, at: datetime) -> tuple[Change, ...]:
    """Return what was written, for the history."""
    changed = (item.id for item in after.items if before.remarks.get(item.id, "") != after.remarks.get(item.id, ""))
    return tuple(Change(item_id, after.remarks.get(item_id, ""), by, at) for item_id in changed)


def renewed(one: Assessment, version: str, items: tuple[CheckItem, ...]) -> Assessment:
    """Return the list on the items of a newer version of the policy; what is written to items that stay, stays."""
    kept = {item.id: one.remarks[item.id] for item in items if item.id in one.remarks}
    return replace(one, policy_version=version, items=items, remarks=kept, edition=one.edition + 1)
