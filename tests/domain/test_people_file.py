"""The people file: read what was written, and a kind word with a line number for all that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people import Language, Person, Role
from domain.people_file import read_people, write_people

words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@st.composite
def organisations(draw: st.DrawFn) -> list[Person]:
    lower = words.map(str.lower).filter(lambda word: word == word.lower())
    ids = draw(st.lists(lower, min_size=1, max_size=8, unique=True))
    people: list[Person] = []
    for place, one in enumerate(ids):
        above = st.sampled_from([None, *ids[:place]])
        people.append(
            Person(
                one,
                draw(words),
                leader_id=draw(above),
                deputy_id=draw(above),
                department=draw(words),
                roles=draw(st.sampled_from([frozenset(), frozenset({Role.HR})])),
                language=draw(st.sampled_from(Language)),
            )
        )
    return people


@given(organisations())
def test_what_was_written_is_read(people: list[Person]) -> None:
    read = read_people(write_people(people))
    assert read.problems == ()
    assert list(read.people) == people


@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    read = read_people(text)
    assert read.people or read.problems or not text.strip() or text.strip().count("\n") == 0


def test_commas_emails_and_a_byte_order_mark() -> None:
    text = "\ufeffid,name,email,leader\n1,Anna,anna@n.dk,LARS@n.dk\n2,Lars,lars@n.dk,\n"
    assert [one.leader_id for one in read_people(text).people] == ["2", None]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ("", "empty"),
        ("name;email\nAnna;a@n.dk", "lacks id"),
        ("id;name;shoe\n1;Anna;38", "unknown columns: shoe"),
        ("id;name\n1;Anna\n1;Bo", "1 stands in the file twice"),
        ("id;name;email\n1;Anna;A@n.dk\n2;Bo;a@n.dk", "a@n.dk stands in the file twice"),
        ("id;name;leader\n1;Anna;9", "leader 9 is nobody in the file"),
        ("id;name;leader\n1;Anna;1", "nobody is their own leader"),
        ("id;name;leader\n1;Anna;2\n2;Bo;1", "leads themselves"),
        ("id;name;roles\n1;Anna;king", "role king is unknown"),
        ("id;name;language\n1;Anna;sv", "language sv is neither"),
        ("id;name\n;Anna", "id is missing"),
        ("id;name\n1;" + "x" * 201, "name is too long"),
        ('id;name\n1;"Anna', "not CSV"),
    ],
)
def test_what_is_wrong_is_said(lines: str, what: str) -> None:
    assert any(what in problem.what for problem in read_people(lines).problems)
