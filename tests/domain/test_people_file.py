"""The people file: read what was written, and a kind word with a line number for all that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people import Language, Person, Role
from domain.people_file import read_people, read_people_file, write_people
from domain.people_text import MOST_BYTES

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
        ("id;name\n1;Anna\n1;Bo", "line 3: 1 stands in the file twice, first in line 2"),
        ("id;name;email\n1;Anna;A@n.dk\n2;Bo;a@n.dk", "a@n.dk stands in the file twice"),
        ("id;name;leader\n1;Anna;9", "leader 9 is nobody in the file"),
        ("id;name;leader\n1;Anna;1", "nobody is their own leader"),
        ("id;name;leader\n1;Anna;2\n2;Bo;1", "line 2: Anna → Bo lead themselves in a circle"),
        ("id;name;roles\n1;Anna;king", "role king is unknown"),
        ("id;name;language\n1;Anna;sv", "language sv is neither"),
        ("id;name\n;Anna", "id is missing"),
        ("id;name\n1;" + "x" * 201, "name is too long"),
        ('id;name\n1;"Anna', "not CSV"),
    ],
)
def test_what_is_wrong_is_said(lines: str, what: str) -> None:
    assert any(what in f"line {one.line}: {one.what}" for one in read_people(lines).problems)


def test_a_circle_is_said_once_however_long_and_a_long_line_of_leaders_is_none() -> None:
    count = 20_000
    chain = "id;name;leader\n" + "".join(f"{n};P{n};{n + 1}\n" for n in range(count))
    (problem,) = read_people(chain + f"{count};Top;0\n").problems
    assert problem.what == "P0 → P1 → P2 → P3 → P4 and 19996 more lead themselves in a circle"
    assert problem.line == 2
    assert read_people(chain + f"{count};Top;\n").problems == ()


def test_two_circles_and_those_who_hang_on_them() -> None:
    text = "id;name;leader\n1;A;2\n2;B;1\n3;C;1\n4;D;5\n5;E;6\n6;F;4\n7;G;\n"
    assert [(one.line, one.what[:9]) for one in read_people(text).problems] == [(2, "A → B lea"), (5, "D → E → F")]


def test_a_deputy_may_be_of_ones_own_team_and_two_may_stand_in_for_each_other() -> None:
    text = "id;name;leader;deputy\n1;Lars;;2\n2;Dorte;1;\n3;Ole;;4\n4;Per;;3\n"
    read = read_people(text)
    assert read.problems == ()
    assert [one.deputy_id for one in read.people] == ["2", None, "4", "3"]


def test_a_deputy_never_answers_for_who_leads_their_own_leader() -> None:
    text = "id;name;leader;deputy\n1;Mette;;4\n2;Lars;1;4\n3;Ole;2;\n4;Dorte;3;\n5;Bo;2;4\n"
    told = [f"{one.line}: {one.what}" for one in read_people(text).problems]
    assert told == [
        "2: deputy Dorte is led by Mette through Lars; name another",
        "3: deputy Dorte is led by Lars through Ole; name another",
    ]


TOWN = 'id;name;leader;department\r\n1;"Åse ""Æ"" Bækgård; født Øe";2;Drift\r\n2;Lars;;"Børn; Unge"\r\n\r\n'
LINES = (TOWN, "sep=;\r\n" + TOWN, TOWN.replace("\r\n", "\n"), TOWN.replace("\r\n", "\r"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("text", LINES, ids=["as it is", "sep", "lf", "cr"])
def test_what_excel_writes_is_read(text: str, encoding: str) -> None:
    read = read_people_file(text.encode(encoding))
    assert read.problems == ()
    assert [one.name for one in read.people] == ['Åse "Æ" Bækgård; født Øe', "Lars"]
    assert [one.department for one in read.people] == ["Drift", "Børn; Unge"]


def test_tabulators_as_in_unicode_text_of_excel() -> None:
    read = read_people_file("id\tname\tleader\r\n1\tAnna; Holm\t2\r\n2\tLars\t\r\n".encode("utf-16"))
    assert [one.name for one in read.people] == ["Anna; Holm", "Lars"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        ("id;name\n1;Sør\n2;".encode() + b"\xe6\n", "line 3: the byte E6 is not UTF-8, as the rest of the file"),
        (b"\xef\xbb\xbfid;name\n1;\xe6", "line 2: the byte E6 is not UTF-8, as the file says it is"),
        ("id;name\r1;Anna\r2;Søren".encode("cp850"), "line 3: the byte 9B is not a letter"),
        (b"\xff\xfei\x00d\x00;\x00n\x00\n\x00\x00\xd8", "line 2: this is not UTF-16"),
        (b"id;name" + b" " * 200 + b"\n1;An\0na", "name has a line break or another character"),
        (b'id;name\n1;"An\nna"\n2;\n', "line 4: name is missing"),
        (b'id;name\n1;"Anna" Holm\n', "line 2: this is not CSV"),
        (b'id;name\n1;Anna\n2;"Bo\n3;Eva', "line 3: this is not CSV"),
        (b"id;name\n1;Anna;lars\n", "line 2: 3 fields where the heading has 2"),
        (b"id;name;Name\n1;Anna;Bo\n", "line 1: the heading has name twice"),
        (b"id;name\n\n\n1;\n", "line 4: name is missing"),
        (b"x" * (MOST_BYTES + 1), "the file is over 50 MB"),
    ],
    ids=lambda one: str(one)[:40],
)
def test_what_is_wrong_with_the_bytes_is_said_with_its_line(content: bytes, what: str) -> None:
    told = [f"line {one.line}: {one.what}" if one.line else one.what for one in read_people_file(content).problems]
    assert any(what in one for one in told), told


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(content: bytes) -> None:
    for begins in (b"", b"id;name\n1;", "id;name\n1;".encode("utf-16")):
        read_people_file(begins + content)


@given(organisations(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_was_written_is_read_in_any_encoding(people: list[Person], encoding: str) -> None:
    assert list(read_people_file(write_people(people).encode(encoding)).people) == people


def test_the_example_of_the_guide_can_be_imported() -> None:
    read = read_people_file(Path("docs/personer-eksempel.csv").read_bytes())
    assert read.problems == ()
    assert [one.name for one in read.people if Role.HR in one.roles] == ["Hanne Bruun"]
    assert len({one.department for one in read.people}) == 4


def test_a_leader_may_be_known_from_elsewhere_by_id_or_address() -> None:
    known = {"9": "9", "lars@n.dk": "9"}
    read = read_people("id;name;leader;deputy\n1;Anna;Lars@n.dk;9\n2;Bo;8;\n", known)
    assert [one.what for one in read.problems] == ["leader 8 is nobody in the file"]
    anna = read.people[0]
    assert (anna.leader_id, anna.deputy_id) == ("9", "9")
