from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.people import Person, Role, Standing
from storage import people
from storage.database import Database
from storage.directory import ImportReport
from tests.storage.values import many
from tests.storage.values import people as any_person

DORTE = Person("dorte", "Dorte", leader_id="lars")
LARS = Person("lars", "Lars", leader_id="mette", deputy_id="dorte")
ANNA = Person("anna", "Anna", email="Anna@Nyborg.dk", leader_id="lars")
BO = Person("bo", "Bo", leader_id="lars", deputy_id="hanne")
HANNE = Person("hanne", "Hanne", roles=frozenset({Role.HR}))
TOWN = [ANNA, BO, DORTE, LARS, HANNE]


def _import(database: Database, *town: Person) -> ImportReport:
    with database.writing() as session:
        return people.replace_all(session, town)


@many
@given(person=any_person())
def test_a_person_reads_back_equal(database: Database, person: Person) -> None:
    _import(database, person)
    with database.reading() as session:
        unnamed = replace(person, leader_id=person.leader_id or None, deputy_id=person.deputy_id or None)
        assert people.find(session, person.id) == unnamed
        assert people.everybody(session) == [unnamed]


def test_strangers_are_none(database: Database) -> None:
    with database.reading() as session:
        assert people.find(session, "anna") is None
        assert people.find_by_email(session, "anna@nyborg.dk") is None
        assert people.standing(session, "anna") is None
        assert people.led_by(session, "anna") == []
        assert people.by_ids(session, []) == []


def test_an_address_is_found_in_any_case(database: Database) -> None:
    _import(database, *TOWN)
    with database.reading() as session:
        assert people.find_by_email(session, " anna@NYBORG.dk ") == ANNA


def test_an_address_of_two_or_of_none_finds_nobody(database: Database) -> None:
    _import(database, ANNA, replace(BO, email="anna@nyborg.dk"), LARS)
    with database.reading() as session:
        assert people.find_by_email(session, "anna@nyborg.dk") is None
        assert people.find_by_email(session, "") is None


def test_the_deputy_is_ones_own_or_else_the_leaders(database: Database) -> None:
    _import(database, *TOWN)
    with database.reading() as session:
        assert people.standing(session, "anna") == Standing(ANNA, LARS, DORTE)
        assert people.standing(session, "bo") == Standing(BO, LARS, HANNE)
        assert people.standing(session, "lars") == Standing(LARS)  # mette is unknown, and Dorte acts towards his team
        assert people.standing(session, "hanne") == Standing(HANNE)


def test_those_one_answers_for(database: Database) -> None:
    _import(database, *TOWN)
    with database.reading() as session:
        assert people.led_by(session, "lars") == [ANNA, BO, DORTE]
        assert people.led_by(session, "dorte") == [ANNA]  # named by Lars, so for his team, not for him; not Bo
        assert people.led_by(session, "hanne") == [BO]
        assert people.led_by(session, "anna") == []
        assert people.led_by(session, "mette") == []  # named by Lars, but unknown


def test_whoever_leads_the_leaders_deputy_is_not_answered_for_by_them(database: Database) -> None:
    boss, chief = Person("boss", "Boss", leader_id="chief"), Person("chief", "Chief", deputy_id="aide")
    _import(database, boss, chief, Person("aide", "Aide", leader_id="boss"))
    with database.reading() as session:
        assert boss not in people.led_by(session, "aide")


@many
@given(
    town=st.lists(any_person(st.sampled_from("abcdef")), max_size=6, unique_by=lambda one: one.id),
    stayed=st.sets(st.sampled_from("abcdef")),
)
def test_one_leads_exactly_those_one_answers_for(database: Database, town: list[Person], stayed: set[str]) -> None:
    _import(database, *town)
    _import(database, *(one for one in town if one.id in stayed))
    with database.reading() as session:
        standings = [people.standing(session, one.id) for one in town if one.id in stayed]
        for leader in "abcdef":
            led = {one.id for one in people.led_by(session, leader)}
            assert led == {one.employee.id for one in standings if one is not None and one.answers_for(leader)}


def test_colleagues_have_the_same_leader(database: Database) -> None:
    _import(database, *TOWN)
    with database.reading() as session:
        assert people.colleagues(session, ANNA) == [ANNA, BO, DORTE]
        assert people.colleagues(session, HANNE) == [HANNE]
        assert people.team_of(session, "lars") == {"anna", "bo", "dorte"}
        assert people.team_of(session, "nobody") == frozenset()


def test_what_was_asked_is_asked_anew_after_an_import(database: Database) -> None:
    with database.writing() as session:
        people.replace_all(session, TOWN)
        assert people.find(session, "anna") == ANNA
        people.replace_all(session, [LARS])
        assert people.find(session, "anna") is None
        assert people.standing(session, "anna") is None


def test_an_import_tells_what_it_did(database: Database) -> None:
    assert _import(database, *TOWN) == ImportReport(added=5, changed=0, removed=0)
    assert _import(database, *TOWN) == ImportReport(added=0, changed=0, removed=0)
    moved = replace(ANNA, department="Byg")
    assert _import(database, moved, LARS, DORTE, HANNE, Person("ib", "Ib")) == ImportReport(1, 1, 1)
    with database.reading() as session:
        assert people.find(session, "anna") == moved
        assert [one.id for one in people.everybody(session)] == ["anna", "dorte", "hanne", "ib", "lars"]


def test_who_left_is_gone_but_for_the_name(database: Database) -> None:
    _import(database, *TOWN)
    _import(database, ANNA, BO, DORTE, HANNE)
    with database.reading() as session:
        assert people.find(session, "lars") is None
        assert people.standing(session, "lars") is None
        assert people.standing(session, "anna") == Standing(ANNA)
        assert people.led_by(session, "lars") == []
        assert people.by_ids(session, ["lars", "anna", "x"]) == [ANNA, LARS]


def test_the_deputy_of_a_leader_who_left_answers_for_nobody(database: Database) -> None:
    _import(database, *TOWN)
    _import(database, ANNA, BO, DORTE, HANNE)
    with database.reading() as session:
        assert people.led_by(session, "dorte") == []


def test_who_comes_back_is_here_again(database: Database) -> None:
    _import(database, *TOWN)
    _import(database, LARS)
    assert _import(database, LARS, replace(ANNA, name="Anna Bo")) == ImportReport(added=1, changed=0, removed=0)
    with database.reading() as session:
        assert people.find(session, "anna") == replace(ANNA, name="Anna Bo")
