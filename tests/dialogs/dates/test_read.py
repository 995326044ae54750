"""What is told beside the dates: second meanings, days left for others, weekends, holidays, the words quoted."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.dates.days_read import DateError
from dialogs.dates.read import read_dates
from domain.home_days import Half, WantedDay

TODAY = date(2026, 11, 23)
TUE, WED, THU, FRI = (date(2026, 11, day) for day in (24, 25, 26, 27))


def test_an_ambiguous_date_has_both_meanings_in_order() -> None:
    read = read_dates("hjemme næste tirsdag formiddag", TODAY)
    assert read.error is DateError.AMBIGUOUS
    assert read.options == (
        (WantedDay(TUE, Half.MORNING),),
        (WantedDay(date(2026, 12, 1), Half.MORNING),),
    )
    assert read.days == read.options[1]


def test_today_by_its_weekday_may_be_meant() -> None:
    read = read_dates("mandag og onsdag", TODAY)
    assert [[day.on.day for day in option] for option in read.options] == [[23, 25], [25, 30]]


@pytest.mark.parametrize("said", ["næste tirsdag", "tirsdag", "på tirsdag"])
def test_nothing_is_ambiguous_when_both_meanings_are_the_same_day(said: str) -> None:
    read = read_dates(said, date(2026, 11, 26))
    assert read.dates == (date(2026, 12, 1),)
    assert read.error is None


@pytest.mark.parametrize(
    ("said", "days", "left"),
    [
        ("flyt torsdag til fredag", (FRI,), (THU,)),
        ("kan du flytte min hjemmedag fra onsdag til fredag?", (FRI,), (WED,)),
        ("fredag i stedet for torsdag", (FRI,), (THU,)),
        ("jeg vil bytte onsdag ud med torsdag", (THU,), (WED,)),
        ("ikke torsdag men fredag", (FRI,), (THU,)),
        ("move Thursday to Friday", (FRI,), (THU,)),
        ("drop onsdag, jeg tager torsdag", (THU,), (WED,)),
    ],
)
def test_a_move_tells_which_day_is_left(said: str, days: tuple[date, ...], left: tuple[date, ...]) -> None:
    read = read_dates(said, TODAY)
    assert read.moved
    assert read.dates == days
    assert read.not_days == left


@pytest.mark.parametrize(
    "said", ["hjemme tirsdag, på kontoret onsdag", "fredag men ikke formiddag", "torsdag, nej fredag"]
)
def test_what_is_no_move(said: str) -> None:
    assert not read_dates(said, TODAY).moved


@pytest.mark.parametrize(
    ("said", "negated"),
    [
        ("alligevel ikke hjemme på fredag", True),
        ("I won't be home on Friday; don't count Friday", True),
        ("kan jeg ikke være hjemme på fredag?", False),
        ("hjemme på fredag, ikke fordi jeg er syg", False),
    ],
)
def test_negation(said: str, negated: bool) -> None:
    read = read_dates(said, TODAY)
    assert read.dates == (FRI,)
    assert read.negated is negated


def test_a_range_tells_which_weekend_it_leaves_out() -> None:
    read = read_dates("fra fredag til mandag", TODAY)
    assert read.dates == (FRI, date(2026, 11, 30))
    assert read.weekend == (date(2026, 11, 28), date(2026, 11, 29))


def test_a_series_keeps_public_holidays_and_names_them() -> None:
    read = read_dates("hver fredag i december", TODAY)
    assert date(2026, 12, 25) in read.dates
    assert read.holidays == ((date(2026, 12, 25), "Juledag"),)


def test_a_series_without_end_says_so() -> None:
    assert read_dates("hver onsdag", TODAY).endless
    assert not read_dates("hver onsdag i december", TODAY).endless
    assert read_dates("mine dage i december", TODAY).period


@pytest.mark.parametrize(
    ("said", "quoted", "nearest"),
    [
        ("hjemme den 31. november tak", "den 31. november", date(2026, 11, 30)),
        ("kan jeg få d. 20/11", "d. 20/11", date(2026, 12, 20)),
        ("jeg var hjemme i går", "i går", None),
        ("uge 54 bliver hjemme", "uge 54", None),
    ],
)
def test_a_date_that_cannot_be_is_quoted(said: str, quoted: str, nearest: date | None) -> None:
    read = read_dates(said, TODAY)
    assert read.error in (DateError.INVALID, DateError.PAST)
    assert (read.quoted, read.nearest) == (quoted, nearest)


def test_good_days_stand_beside_a_bad_one() -> None:
    read = read_dates("31. november og 2. december", TODAY)
    assert read.error is DateError.INVALID
    assert read.dates == (date(2026, 12, 2),)


def test_a_half_alone_is_read_too() -> None:
    read = read_dates("kun om formiddagen", TODAY)
    assert (read.days, read.half) == ((), Half.MORNING)


def test_each_day_keeps_its_half() -> None:
    read = read_dates("onsdag formiddag og torsdag eftermiddag", TODAY)
    assert read.days == (WantedDay(WED, Half.MORNING), WantedDay(THU, Half.AFTERNOON))
    assert read.half is None
