"""Dates said and what they mean, a line each in said.tsv; today is Monday 23 November 2026."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogs.dates.read import read_dates

TODAY = date(2026, 11, 23)
FILES = sorted(Path(__file__).parent.glob("said*.tsv"))


def rows() -> list[tuple[str, list[str], str, str]]:
    found = []
    for line in (line for file in FILES for line in file.read_text("utf-8").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        said, dates, half, error = (*line.split("\t"), "", "", "")[:4]
        found.append((said, [in_full(one) for one in dates.split(",") if one not in ("", "-")], half, error))
    return found


def in_full(written: str) -> str:
    return written if len(written) > 5 else f"2026-{written}"


@pytest.mark.parametrize(("said", "dates", "half", "error"), rows())
def test_said(said: str, dates: list[str], half: str, error: str) -> None:
    read = read_dates(said, TODAY)
    assert [on.isoformat() for on in read.dates] == dates
    assert (read.half or "") == half
    assert (read.error or "") == error
