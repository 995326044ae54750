from __future__ import annotations

from datetime import date, timedelta

from policy.advice import CLOCK_IN, advice_to_employees, next_advice
from policy.handbook import Kind
from policy.load import load_handbook

HANDBOOK = load_handbook()
IDS = advice_to_employees(HANDBOOK)
MONDAY = date(2026, 11, 23)


def test_it_is_the_policys_advice_to_employees() -> None:
    assert len(IDS) >= 5
    assert CLOCK_IN in HANDBOOK.passages
    assert CLOCK_IN not in IDS
    for one in IDS:
        assert HANDBOOK.passages[one].kind is Kind.ADVICE
        assert "Til ansatte" in HANDBOOK.passages[one].heading


def test_each_comes_once_and_then_none() -> None:
    given: list[str] = []
    for ahead in range(len(IDS) + 2):
        given.append(next_advice(IDS, given, MONDAY + timedelta(days=ahead)))
    assert sorted(given[: len(IDS)]) == sorted(IDS)
    assert given[len(IDS) :] == ["", ""]
    assert next_advice((), (), MONDAY) == ""
