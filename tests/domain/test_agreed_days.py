"""Which approved days no longer go with an agreement: only what is certain counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agreed_days import beside, weekdays_named
from domain.agreements import Agreement, Terms, Version
from domain.home_days import HomeDay, Status
from tests.domain.strategies import NOW, TODAY


@pytest.mark.parametrize(
    ("placing", "named"),
    [
        ("Onsdag", {3}),
        ("onsdage og fredage", {3, 5}),
        ("Hver tirsdag samt hele torsdag", {2, 4}),
        ("every Wednesday", {3}),
        ("Mondays and Tuesdays", {1, 2}),
        ("Ikke mandag", set()),
        ("Onsdag i lige uger", set()),
        ("hver anden onsdag", set()),
        ("Onsdag eller torsdag efter aftale", set()),
        ("2 dage", set()),
        ("", set()),
    ],
)
def test_weekdays_are_read_only_where_nothing_else_is_said(placing: str, named: set[int]) -> None:
    assert weekdays_named(placing) == named


@given(st.text())
def test_any_text_names_weekdays_or_nothing(placing: str) -> None:
    assert weekdays_named(placing) <= {1, 2, 3, 4, 5}


def agreed(**terms: object) -> Agreement:
    version = Version(1, Terms(**terms), "lars", NOW)  # type: ignore[arg-type]
    return Agreement(UUID(int=1), "anna", version, version)


def day(on: date, **more: object) -> HomeDay:
    one = HomeDay(UUID(int=on.toordinal()), "anna", on, UUID(int=2), status=Status.APPROVED, recurring=True)
    return replace(one, **more)  # type: ignore[arg-type]


def test_days_before_the_start_and_on_other_weekdays_are_beside_it() -> None:
    wednesday, thursday = TODAY + timedelta(days=2), TODAY + timedelta(days=3)
    days = [day(wednesday), day(thursday), day(wednesday + timedelta(weeks=1))]
    assert beside(agreed(placing="Onsdag"), days) == (days[1],)
    assert beside(agreed(start=wednesday + timedelta(days=1)), days) == (days[0],)
    assert beside(agreed(placing="Onsdag eller torsdag efter aftale"), days) == ()


def test_what_is_not_in_force_not_approved_or_not_recurring_is_left_alone() -> None:
    thursday = day(TODAY + timedelta(days=3))
    one = agreed(placing="Onsdag")
    assert beside(replace(one, forced=None), [thursday]) == ()
    assert beside(replace(one, ended_at=NOW), [thursday]) == ()
    assert beside(one, [replace(thursday, recurring=False), replace(thursday, status=Status.ASKED)]) == ()
