"""Examples of the leader's APV checklist, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from domain import facts as f
from domain.assessment import Assessment, Change
from domain.people import Person
from policy.checklists import assessment_items
from policy.load import load_handbook

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
LARS = Person("l", "Lars Juhl")
STRANGE = "<b>[x](http://y.example)</b> *a* {{x}} 1. \n# stor " * 20
ITEMS = assessment_items(load_handbook())
NEW = Assessment(UUID(int=21), "l", "Drift", "1", ITEMS, NOW)
HALF = replace(NEW, remarks={item.id: "Vi taler om det hver måned." for item in ITEMS[:6]}, edition=4)
WILD = replace(NEW, remarks={item.id: STRANGE[:1000] for item in ITEMS}, review_on=date(2027, 11, 23))
CHANGES = tuple(Change(item.id, "Vi taler om det hver måned.", "l", NOW) for item in ITEMS[:6])

ASSESSMENTS: dict[str, f.AssessmentFact] = {
    "assessment new": f.AssessmentCard(NEW),
    "assessment half": f.AssessmentCard(HALF, f.AssessmentNote.SAVED),
    "assessment wild": f.AssessmentCard(WILD, f.AssessmentNote.NO_DATE),
    "assessment due": f.AssessmentCard(replace(HALF, review_on=date(2026, 11, 23))),
    "assessment outdated": f.AssessmentCard(HALF, outdated=True),
    **{f"assessment section {number}": f.AssessmentSection(WILD, number) for number in range(4)},
    "assessment section new": f.AssessmentSection(NEW, 0),
    "assessment section stale": f.AssessmentSection(HALF, 0, {ITEMS[0].id: STRANGE[:1000], ITEMS[1].id: "Nyt"}),
    "assessment history": f.AssessmentHistory(HALF, CHANGES, (LARS,)),
    "assessment history none": f.AssessmentHistory(NEW, ()),
    "assessment history wild": f.AssessmentHistory(
        WILD, (*(Change(item.id, STRANGE[:1000], None, NOW) for item in ITEMS), Change("gone", "", "l", NOW))
    ),
}
