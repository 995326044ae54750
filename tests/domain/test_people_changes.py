"""What an import would change: everybody stands in exactly one place, and each field that differs is named."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from domain.people import Person, Role
from domain.people_changes import changes
from tests.domain.test_people_file import organisations

ANNA = Person("anna", "Anna Holm", leader_id="lars", department="Drift")
LARS = Person("lars", "Lars Vestergaard")
BO = Person("bo", "Bo Skov", leader_id="lars")


def test_each_kind_of_change() -> None:
    after = replace(ANNA, leader_id="eva", department="Plan", roles=frozenset({Role.HR}))
    found = changes([ANNA, LARS, BO], [after, LARS, Person("eva", "Eva")])
    assert [one.id for one in found.added] == ["eva"]
    assert [one.id for one in found.left] == ["bo"]
    assert [one.fields for one in found.changed] == [("leader_id", "department", "roles")]
    assert found.leaders == found.changed
    assert not changes([ANNA, LARS], [LARS, ANNA]).any


@given(organisations(), organisations())
def test_nobody_is_lost_and_nobody_counted_twice(before: list[Person], after: list[Person]) -> None:
    found = changes(before, after)
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    assert {one.id for one in found.added} == new.keys() - old.keys()
    assert {one.id for one in found.left} == old.keys() - new.keys()
    assert {one.after.id for one in found.changed} == {id_ for id_ in old.keys() & new.keys() if old[id_] != new[id_]}
