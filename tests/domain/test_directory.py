"""The file and Graph put together: the file wins field by field, and nobody leads themselves through others."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.directory import Account, Directory, Listed, from_file, put_together, too_many_leave
from domain.people import Language, Person, Role

ANNA = Account("anna", "Anna Holm", "anna@n.dk", "lars", "Drift", "Rådhuset")
LARS = Account("lars", "Lars Bo", "lars@n.dk", hr=True)


def known(directory: Directory) -> dict[str, Person]:
    return {one.person.id: one.person for one in directory.people}


def test_graph_alone_gives_all_that_it_knows() -> None:
    here = known(put_together([], [ANNA, LARS]))
    assert here["anna"] == Person("anna", "Anna Holm", "anna@n.dk", "lars", None, "Drift", workplace="Rådhuset")
    assert here["lars"] == Person("lars", "Lars Bo", "lars@n.dk", roles=frozenset({Role.HR}))


def test_what_the_file_gave_stays_and_graph_fills_what_it_left_empty() -> None:
    listed = from_file(Person("anna", "Anna H.", department="Byg", deputy_id="ole"), language=False)
    anna = known(put_together([listed], [replace(ANNA, language=Language.ENGLISH), LARS]))["anna"]
    assert anna == Person(
        "anna", "Anna H.", "anna@n.dk", "lars", "ole", "Byg", language=Language.ENGLISH, workplace="Rådhuset"
    )
    danish = from_file(Person("anna", "Anna H."))
    assert known(put_together([danish], [replace(ANNA, language=Language.ENGLISH)]))["anna"].language is Language.DANISH


def test_whoever_the_file_named_stays_whatever_graph_says() -> None:
    listed = [from_file(Person("bo", "Bo")), from_file(Person("anna", "Anna"))]
    assert known(put_together(listed, [])).keys() == {"anna", "bo"}


def test_whom_only_graph_knew_is_gone_when_it_does_not() -> None:
    before = put_together([], [ANNA, LARS]).people
    assert known(put_together(before, [LARS])).keys() == {"lars"}


def test_a_manager_outside_leads_nobody_and_is_counted() -> None:
    directory = put_together([], [replace(ANNA, leader_id="guest"), replace(LARS, leader_id="anna")])
    assert known(directory)["anna"].leader_id is None
    assert directory.outside == 1
    assert known(put_together([], [ANNA]))["anna"].leader_id is None  # his account is closed
    assert known(put_together([], [ANNA, LARS]))["anna"].leader_id == "lars"  # and opened again


def test_the_link_that_closes_a_circle_is_left_out_and_the_files_links_stay() -> None:
    circle = [replace(ANNA, leader_id="lars"), replace(LARS, leader_id="anna")]
    directory = put_together([], circle)
    assert directory.circles == (("lars", "anna"),)
    assert known(directory)["anna"].leader_id == "lars"
    by_file = put_together([from_file(Person("lars", "Lars", leader_id="anna"))], circle)
    assert by_file.circles == (("anna", "lars"),)
    assert put_together([], [replace(ANNA, leader_id="anna")]).circles == (("anna", "anna"),)


names = st.sampled_from("abcdef")
accounts = st.builds(Account, id=names, name=st.just("x"), leader_id=st.none() | names, hr=st.booleans())
lines = st.builds(Person, id=names, name=st.just("y"), leader_id=st.none() | names)


@given(st.lists(accounts, unique_by=lambda one: one.id), st.lists(lines, unique_by=lambda one: one.id))
def test_nobody_ever_leads_themselves(of_graph: list[Account], of_file: list[Person]) -> None:
    below = [
        replace(one, leader_id=one.leader_id if one.leader_id and one.leader_id < one.id else None) for one in of_file
    ]
    directory = put_together(map(from_file, below), of_graph)
    leaders = {one.person.id: one.person.leader_id for one in directory.people}
    for person in leaders:
        above, steps = leaders[person], 0
        while above is not None:
            assert above != person
            above, steps = leaders.get(above), steps + 1
            assert steps <= len(leaders)
    for one in below:
        assert leaders[one.id] == one.leader_id or one.leader_id is None
    assert put_together(directory.people, of_graph).people == directory.people


def test_over_a_fifth_is_too_many_but_a_few_are_not() -> None:
    assert too_many_leave(9_001, 45_000)
    assert not too_many_leave(9_000, 45_000)
    assert not too_many_leave(5, 6)
    assert not too_many_leave(0, 0)


def test_an_import_over_an_earlier_one_keeps_nothing_that_was_not_given() -> None:
    before = [Listed(Person("anna", "Anna Holm", department="Drift"), frozenset({"name"}))]
    assert known(put_together(before, [replace(ANNA, department="Byg"), LARS]))["anna"].department == "Byg"
