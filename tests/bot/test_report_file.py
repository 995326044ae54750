"""The report as a spreadsheet opens it: no cell of it is a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from bot.report_file import HEADINGS, written
from storage.receivers import Line


def cells(name: str) -> list[str]:
    """Return the cells of the one line, as a spreadsheet reads them."""
    body = written([Line(name, name, name, "gone", name, None, None)]).decode("utf-8-sig")
    heading, line = csv.reader(StringIO(body, newline=""), delimiter=";")
    assert tuple(heading) == HEADINGS
    return line


@pytest.mark.parametrize(
    "begins", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\uff1d", "\uff0b", "\uff20"]
)
def test_no_cell_begins_as_a_formula(begins: str) -> None:
    line = cells(f"{begins}HYPERLINK(1)")
    assert all(cell == f"'{begins}HYPERLINK(1)" for cell in (line[0], line[1], line[2], line[4]))


def test_names_are_left_as_they_are() -> None:
    assert cells('Søren "Bo" Ågård; HR')[0] == 'Søren "Bo" Ågård; HR'
