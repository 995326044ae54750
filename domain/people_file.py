"""The people file: CSV in UTF-8, UTF-16 or Windows-1252, parted by semicolon, comma or tabulator, one person a line.

Columns: id, name, email, leader, deputy, department, roles, language, workplace. `id` is the Entra object id;
leader and deputy are an id or an e-mail address; roles are parted by blanks, `|` or `+` and among: hr.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.circles import circles
from domain.people import Language, Person, Role
from domain.people_problem import Problem
from domain.people_rows import COLUMNS, REQUIRED, Row, rows_of
from domain.people_text import text_of

__all__ = ["PeopleRead", "Problem", "read_people", "read_people_file", "write_people"]

LONGEST_FIELD = 200
_NOBODY: Mapping[str, str] = MappingProxyType({})
MOST_NAMED = 5  # of a circle
DEEPEST = 20  # levels of leaders


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The people of the file, and all that is wrong with it; nothing is imported while anything is wrong.

    `without_language` are the ids whose line names none: theirs is Danish where nobody knows better.
    """

    people: tuple[Person, ...]
    problems: tuple[Problem, ...]
    without_language: frozenset[str] = frozenset()


def read_people_file(content: bytes, known: Mapping[str, str] = _NOBODY) -> PeopleRead:
    """Read a people file as its bytes, as `read_people` does."""
    text = text_of(content)
    return PeopleRead((), (text,)) if isinstance(text, Problem) else read_people(text, known)


def read_people(text: str, known: Mapping[str, str] = _NOBODY) -> PeopleRead:
    """Read a people file. Never raises: whatever is wrong is listed with its line.

    `known` are ids and e-mail addresses (small letters → id) of people who are here without the file, from Microsoft
    Graph: they too can be somebody's leader or deputy.
    """
    rows, problems = rows_of(text)
    ids = {**known, **_ids(rows, problems)}
    people = {row.line: person for row in rows if (person := _person(row, ids, problems)) is not None}
    problems.extend(_circles(people))
    problems.extend(_deep_deputies(people))
    silent = frozenset(row.get("id").lower() for row in rows if not row.get("language"))
    return PeopleRead(tuple(people.values()), tuple(sorted(problems, key=lambda one: one.line)), silent)


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


def _ids(rows: list[Row], problems: list[Problem]) -> dict[str, str]:
    """Return who is meant by an id or an e-mail address, both in small letters."""
    known: dict[str, str] = {}
    first: dict[str, int] = {}
    for row in rows:
        id_ = row.get("id").lower()
        for key in {id_, row.get("email").lower()} - {""}:
            if key in known:
                problems.append(Problem(row.line, f"{key} stands in the file twice, first in line {first[key]}"))
                continue
            known[key], first[key] = id_, row.line
    return known


def _person(row: Row, ids: dict[str, str], problems: list[Problem]) -> Person | None:
    before, line = len(problems), row.line
    problems.extend(Problem(line, f"{name} is missing") for name in REQUIRED if not row.get(name))
    problems.extend(Problem(line, f"{name} {why}") for name, value in row.fields.items() if (why := _unfit(value)))
    leader = _named("leader", row, ids, problems)
    deputy = _named("deputy", row, ids, problems)
    roles = frozenset(_roles(line, row.get("roles"), problems))
    language = row.get("language").lower() or Language.DANISH.value
    if language not in set(Language):
        problems.append(Problem(line, f"language {language} is neither da nor en"))
    if len(problems) > before:
        return None
    return Person(
        id=row.get("id").lower(),  # GUIDs come in capitals from some exports
        name=row.get("name"),
        email=row.get("email"),
        leader_id=leader,
        deputy_id=deputy,
        department=row.get("department"),
        roles=roles,
        language=Language(language),
        workplace=row.get("workplace"),
    )


def _unfit(value: str) -> str:
    if len(value) > LONGEST_FIELD:
        return "is too long"
    if not value.isprintable() and any(unicodedata.category(one) in ("Cc", "Cs") for one in value):
        return "has a line break or another character that cannot be read"
    return ""


def _named(column: str, row: Row, ids: dict[str, str], problems: list[Problem]) -> str | None:
    value = row.get(column)
    if not value:
        return None
    found = ids.get(value.lower())
    if found is None:
        problems.append(Problem(row.line, f"{column} {value} is nobody in the file"))
    elif found == row.get("id").lower():
        problems.append(Problem(row.line, f"nobody is their own {column}"))
    return found


def _roles(line: int, value: str, problems: list[Problem]) -> Iterator[Role]:
    for name in re.split(r"[\s|+,]+", value.lower()):
        if name in set(Role):
            yield Role(name)
        elif name and name not in ("employee", "leader"):  # both follow from who leads whom
            problems.append(Problem(line, f"role {name} is unknown; known: {', '.join(Role)}"))


def _circles(people: Mapping[int, Person]) -> Iterator[Problem]:
    line_of = {one.id: (line, one.name) for line, one in people.items()}
    for circle in circles({one.id: one.leader_id for one in people.values()}):
        named = " → ".join(line_of[one][1] for one in circle[:MOST_NAMED])
        more = f" and {len(circle) - MOST_NAMED} more" if len(circle) > MOST_NAMED else ""
        line = min(line_of[one][0] for one in circle)
        yield Problem(line, f"{named}{more} lead themselves in a circle")


def _deep_deputies(people: Mapping[int, Person]) -> Iterator[Problem]:
    """Yield deputies who would answer for who leads their own leader. One of the own team answers for the team only."""
    by_id = {one.id: one for one in people.values()}
    for line, one in people.items():
        between = by_id.get(by_id[one.deputy_id].leader_id or "") if one.deputy_id in by_id else None
        for _ in range(DEEPEST):
            if between is None or between.id == one.id:
                break
            if between.leader_id == one.id:
                deputy = by_id[one.deputy_id or ""].name
                yield Problem(line, f"deputy {deputy} is led by {one.name} through {between.name}; name another")
                break
            between = by_id.get(between.leader_id or "")
