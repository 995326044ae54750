"""A year of home work by month."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.home_days import HomeDay, Status
from domain.year_of_work import MONTHS, by_month, first_of_year
from tests.domain.strategies import days


@given(st.lists(days(), max_size=60), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_every_day_of_the_year_is_counted_once_and_no_other(known: list[HomeDay], today: date) -> None:
    months = by_month(known, today)
    assert len(months) == MONTHS
    assert months[0].first == first_of_year(today)
    assert months[-1].first == today.replace(day=1)
    inside = [day for day in known if first_of_year(today) <= day.on <= today]
    for status in Status:
        assert sum(one.count(status) for one in months) == sum(day.status is status for day in inside)
    assert sum(one.days for one in months) == sum(day.status is Status.APPROVED for day in inside)
