"""What people set for themselves: what is taken as it was typed, and what is asked for again."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.preferences import Contact, PreferenceProblem, Preferences, is_phone, reached

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANNA = Preferences("anna")


def test_what_is_typed_is_kept() -> None:
    after, problems = reached(ANNA, Contact(" 12 34  56 78 ", "08:00", "15.30"), NOW)
    assert (after.phone, after.reach_from, after.reach_to) == ("12 34 56 78", time(8), time(15, 30))
    assert (after.version, after.changed_at, problems) == (1, NOW, ())


def test_the_same_again_changes_nothing() -> None:
    typed = Contact("7012", "08:00", "15:00")
    first, _ = reached(ANNA, typed, NOW)
    assert reached(first, typed, datetime(2027, 1, 1, tzinfo=UTC)) == (first, ())


def test_all_may_be_taken_away_again() -> None:
    first, _ = reached(ANNA, Contact("7012", "08:00", "15:00"), NOW)
    after, problems = reached(first, Contact(), NOW)
    assert not after.is_reachable
    assert (after.version, problems) == (2, ())


@pytest.mark.parametrize("phone", ["", "7012", "+45 12 34 56 78", "(12) 34-56.78", "004512345678"])
def test_a_number_that_can_be_dialled_is_taken(phone: str) -> None:
    assert is_phone(phone)


@pytest.mark.parametrize("phone", ["123", "ring bare", "12 34 56 78 lokal 3", "1" * 16, "١٢٣٤", "<b>1234</b>", "+"])
def test_what_cannot_be_dialled_is_asked_for_again(phone: str) -> None:
    assert reached(ANNA, Contact(phone), NOW) == (ANNA, (PreferenceProblem.PHONE,))


@pytest.mark.parametrize("hours", [("08:00", ""), ("", "15:00"), ("15:00", "08:00"), ("8", "15"), ("24:00", "25:00")])
def test_hours_that_are_none_are_asked_for_again(hours: tuple[str, str]) -> None:
    assert reached(ANNA, Contact("", *hours), NOW) == (ANNA, (PreferenceProblem.HOURS,))


@given(st.text(max_size=40), st.text(max_size=8), st.text(max_size=8))
def test_whatever_is_typed_is_kept_whole_or_not_at_all(phone: str, first: str, last: str) -> None:
    after, problems = reached(ANNA, Contact(phone, first, last), NOW)
    assert (after == ANNA) or not problems
    assert is_phone(after.phone)
    assert (after.reach_from is None) == (after.reach_to is None)
