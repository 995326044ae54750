"""The rows of a people file: CSV with a heading, parted by semicolon, comma or tabulator, in quotes or not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from domain.people_problem import Problem

COLUMNS = ("id", "name", "email", "leader", "deputy", "department", "roles", "language", "workplace")
REQUIRED = ("id", "name")
MOST_PEOPLE = 250_000
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: the number of the line it begins in, and its fields by column, without blanks around."""

    line: int
    fields: dict[str, str]

    def get(self, name: str) -> str:
        """Return the field; empty where there is none."""
        return self.fields.get(name, "")


def rows_of(text: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows that hold something, and what is wrong with the file. Never raises."""
    text = text.removeprefix("\ufeff")
    skipped = 0
    if text[:4].lower() == "sep=":  # what Excel is told the delimiter by
        text, skipped = text.partition("\n")[2], 1
    try:
        lines = list(_lines(text, skipped))
    except _Broken as broken:
        return [], [broken.problem]
    if not lines:
        return [], [Problem(0, "the file is empty")]
    names = [name.strip().lower() for name in lines[0][1]]
    if wrong := _heading(lines[0][0], names):
        return [], [wrong]
    if len(lines) - 1 > MOST_PEOPLE:
        return [], [Problem(0, f"more than {MOST_PEOPLE:,} people")]
    long = [
        Problem(line, f"{len(values)} fields where the heading has {len(names)}; are quotes missing?")
        for line, values in lines[1:]
        if any(value.strip() for value in values[len(names) :])
    ]
    rows = [Row(line, dict(zip(names, (one.strip() for one in values), strict=False))) for line, values in lines[1:]]
    return [row for row in rows if any(row.fields.values())], long


class _Broken(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def _lines(text: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the fields of each line that holds any, with its number. A field in quotes may go over several lines."""
    heading = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=heading.count), strict=True)
    begins = 1
    try:
        for values in reader:
            if values:
                yield begins + skipped, values
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _Broken(Problem(begins + skipped, f"this is not CSV: {error}")) from None


def _heading(line: int, names: list[str]) -> Problem | None:
    if missing := [name for name in REQUIRED if name not in names]:
        return Problem(line, f"the heading lacks {', '.join(missing)}; it should be {';'.join(COLUMNS)}")
    if unknown := [name for name in names if name and name not in COLUMNS]:
        return Problem(line, f"unknown columns: {', '.join(unknown)}")
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        return Problem(line, f"the heading has {', '.join(twice)} twice")
    return None
