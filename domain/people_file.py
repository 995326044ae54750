"""The people file: CSV in UTF-8, parted by semicolon or comma, one person a line.

Columns: id, name, email, leader, deputy, department, roles, language, workplace. `id` is the Entra object id;
leader and deputy are an id or an e-mail address; roles are parted by blanks, `|` or `+` and among: hr.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.people import Language, Person, Role

COLUMNS = ("id", "name", "email", "leader", "deputy", "department", "roles", "language", "workplace")
REQUIRED = ("id", "name")
MOST_PEOPLE = 1_000_000
LONGEST_FIELD = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the file. `line` counts from 1 and includes the heading; 0 is the file as a whole."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The people of the file, and all that is wrong with it; nothing is imported while anything is wrong."""

    people: tuple[Person, ...]
    problems: tuple[Problem, ...]


def read_people(text: str) -> PeopleRead:
    """Read a people file. Never raises: whatever is wrong is listed with its line."""
    rows = _rows(text.removeprefix("\ufeff"))
    if isinstance(rows, Problem):
        return PeopleRead((), (rows,))
    problems: list[Problem] = []
    ids = _ids(rows, problems)
    people = [person for line, row in rows if (person := _person(line, row, ids, problems)) is not None]
    problems.extend(_circles(people))
    return PeopleRead(tuple(people), tuple(sorted(problems, key=lambda one: one.line)))


def write_people(people: Iterable[Person]) -> str:
    """Write people as such a file, parted by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in people:
        roles = " ".join(sorted(one.roles))
        row = (one.id, one.name, one.email, one.leader_id or "", one.deputy_id or "", one.department, roles)
        writer.writerow((*row, one.language.value, one.workplace))
    return out.getvalue()


def _rows(text: str) -> list[tuple[int, dict[str, str]]] | Problem:
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") >= heading.count(",") else ","
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return Problem(0, f"this is not CSV: {error}")
    if not lines:
        return Problem(0, "the file is empty")
    names = [name.strip().lower() for name in lines[0]]
    if missing := [name for name in REQUIRED if name not in names]:
        return Problem(1, f"the heading lacks {', '.join(missing)}; it should be {';'.join(COLUMNS)}")
    if unknown := [name for name in names if name not in COLUMNS]:
        return Problem(1, f"unknown columns: {', '.join(unknown)}")
    if len(lines) - 1 > MOST_PEOPLE:
        return Problem(0, f"more than {MOST_PEOPLE} people")
    return [
        (number, {name: value.strip() for name, value in zip(names, line, strict=False)})
        for number, line in enumerate(lines[1:], start=2)
        if any(value.strip() for value in line)
    ]


def _ids(rows: list[tuple[int, dict[str, str]]], problems: list[Problem]) -> dict[str, str]:
    """Return who is meant by an id or an e-mail address, both in small letters."""
    known: dict[str, str] = {}
    for line, row in rows:
        for key in {row.get("id", "").lower(), row.get("email", "").lower()} - {""}:
            if key in known:
                problems.append(Problem(line, f"{key} stands in the file twice"))
            known[key] = row.get("id", "").lower()
    return known


def _person(line: int, row: dict[str, str], ids: dict[str, str], problems: list[Problem]) -> Person | None:
    before = len(problems)
    problems.extend(Problem(line, f"{name} is missing") for name in REQUIRED if not row.get(name))
    problems.extend(Problem(line, f"{name} is too long") for name, value in row.items() if len(value) > LONGEST_FIELD)
    leader = _named(line, "leader", row, ids, problems)
    deputy = _named(line, "deputy", row, ids, problems)
    roles = frozenset(_roles(line, row.get("roles", ""), problems))
    language = row.get("language", "").lower() or Language.DANISH.value
    if language not in set(Language):
        problems.append(Problem(line, f"language {language} is neither da nor en"))
    if len(problems) > before:
        return None
    return Person(
        id=row["id"].lower(),  # GUIDs come in capitals from some exports
        name=row["name"],
        email=row.get("email", ""),
        leader_id=leader,
        deputy_id=deputy,
        department=row.get("department", ""),
        roles=roles,
        language=Language(language),
        workplace=row.get("workplace", ""),
    )


def _named(line: int, column: str, row: dict[str, str], ids: dict[str, str], problems: list[Problem]) -> str | None:
    value = row.get(column, "")
    if not value:
        return None
    found = ids.get(value.lower())
    if found is None:
        problems.append(Problem(line, f"{column} {value} is nobody in the file"))
    elif found == row.get("id", "").lower():
        problems.append(Problem(line, f"nobody is their own {column}"))
    return found


def _roles(line: int, value: str, problems: list[Problem]) -> Iterator[Role]:
    for name in re.split(r"[\s|+,]+", value.lower()):
        if name in set(Role):
            yield Role(name)
        elif name and name not in ("employee", "leader"):  # both follow from who leads whom
            problems.append(Problem(line, f"role {name} is unknown; known: {', '.join(Role)}"))


def _circles(people: list[Person]) -> Iterator[Problem]:
    leader_of = {one.id: one.leader_id for one in people}
    for one in people:
        seen = {one.id}
        above = one.leader_id
        while above is not None and above not in seen:
            seen.add(above)
            above = leader_of.get(above)
        if above == one.id:
            yield Problem(0, f"{one.id} leads themselves through others")
