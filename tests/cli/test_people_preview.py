"""What an import would change, as it stands on the screen before it is done."""

from __future__ import annotations

from dataclasses import replace

from bot.cli.people_preview import SHOWN, preview
from domain.people import Person, Role
from domain.people_changes import changes

ANNA, LARS = Person("anna", "Anna Holm", leader_id="lars"), Person("lars", "Lars")
BO, EVA = Person("bo", "Bo Skov", leader_id="lars"), Person("eva", "Eva Sjø", department="Plan")


def shown(before: list[Person], after: list[Person]) -> list[str]:
    return list(preview(changes(before, after), [*before, *after]))


def test_each_kind_is_counted_and_the_fields_and_leaders_are_named() -> None:
    moved = replace(ANNA, leader_id="eva", department="Drift", roles=frozenset({Role.HR}))
    assert shown([ANNA, LARS, BO], [moved, LARS, EVA]) == [
        "1 added:",
        "  Eva Sjø (Plan)",
        "1 changed:",
        "  Anna Holm: leader Lars → Eva Sjø; department none → Drift; roles none → hr",
        "1 with another leader:",
        "  Anna Holm: Lars → Eva Sjø",
        "1 left:",
        "  Bo Skov",
    ]
    assert shown([ANNA], [ANNA]) == ["Nothing changes."]
    assert shown([ANNA], [replace(ANNA, leader_id=None)])[-2:] == ["  Anna Holm: lars → none", "0 left"]


def test_of_many_the_first_are_shown_and_the_rest_counted() -> None:
    lines = shown([], [Person(f"{n:02}", f"Person {n:02}") for n in range(30)])
    assert lines[0] == "30 added:"
    assert lines[SHOWN : SHOWN + 2] == ["  Person 09", "  and 20 more"]
