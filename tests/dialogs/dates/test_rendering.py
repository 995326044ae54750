"""A date written in any of the usual ways is read back as that date, whatever stands around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dialogs.dates.days_read import DateError
from dialogs.dates.lexicon import LEXICON
from dialogs.dates.read import read_dates

DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ORDINALS = (
    "første",
    "anden",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "syvende",
    "ottende",
    "niende",
    "tiende",
    "ellevte",
    "tolvte",
    "trettende",
    "fjortende",
    "femtende",
    "sekstende",
    "syttende",
    "attende",
    "nittende",
    "tyvende",
    "enogtyvende",
    "toogtyvende",
    "treogtyvende",
    "fireogtyvende",
    "femogtyvende",
    "seksogtyvende",
    "syvogtyvende",
    "otteogtyvende",
    "niogtyvende",
    "tredivte",
    "enogtredivte",
)
SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}

FORMS: tuple[Callable[[date], str], ...] = (
    lambda d: d.isoformat(),
    lambda d: f"{d.day}/{d.month}",
    lambda d: f"d. {d.day}/{d.month}",
    lambda d: f"d.{d.day}/{d.month}-{d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}/{d.month}-{d.year % 100:02}",
    lambda d: f"{d.day}. {MONTHS[d.month - 1]}",
    lambda d: f"den {d.day}. {MONTHS[d.month - 1]}",
    lambda d: f"d. {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{DAYS[d.weekday()]} den {d.day}. {MONTHS[d.month - 1]}",
    lambda d: f"{DAYS[d.weekday()].capitalize()} d. {d.day}/{d.month}",
    lambda d: f"{DAYS[d.weekday()][:3]}. d. {d.day}/{d.month}" if d.weekday() < 5 else d.isoformat(),
    lambda d: f"den {ORDINALS[d.day - 1]} {MONTHS[d.month - 1]}",
    lambda d: f"{ENGLISH[d.month - 1]} {d.day}{SUFFIXES.get(d.day, 'th')}",
    lambda d: f"the {d.day}{SUFFIXES.get(d.day, 'th')} of {ENGLISH[d.month - 1]} {d.year}",
    lambda d: f"{ENGLISH_DAYS[d.weekday()]}, {ENGLISH[d.month - 1]} {d.day}{SUFFIXES.get(d.day, 'th')}",
    lambda d: f"{DAYS[d.weekday()]} i uge {d.isocalendar().week} {d.isocalendar().year}",
)
BEFORE = (
    "jeg vil gerne arbejde hjemme ",
    "Hej, kan jeg få hjemmedag ",
    "vi er 3 på kontoret og skærmen er 27 tommer, så jeg tager ",
    "I'd like to work from home ",
    "min datter er syg (hun er 7 år). Jeg bliver hjemme ",
    "ring på 65 31 12 24, hvis det ikke går: ",
    "øh ja ",
    "",
)
AFTER = (
    "",
    " fordi jeg skal have 2 håndværkere på besøg",
    ", hvis det er ok med dig?",
    " tak!",
    " because of a delivery",
    ". Mvh Anna, lokale 12",
    " da jeg har 37 timers arbejde",
)
todays = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@given(today=todays, ahead=st.integers(0, 250), form=st.sampled_from(FORMS))
def test_a_written_date_is_read_back(today: date, ahead: int, form: Callable[[date], str]) -> None:
    on = today + timedelta(days=ahead)
    assume(form(on) != "24/7")  # a saying, and no date unless more is said
    read = read_dates(form(on), today)
    assert read.dates == (on,)
    assert read.error is None


@given(
    today=todays,
    ahead=st.integers(0, 250),
    form=st.sampled_from(FORMS),
    before=st.sampled_from(BEFORE),
    after=st.sampled_from(AFTER),
)
def test_what_stands_around_a_date_does_not_change_it(
    today: date, ahead: int, form: Callable[[date], str], before: str, after: str
) -> None:
    on = today + timedelta(days=ahead)
    said = form(on)
    assume(said != "24/7")
    text = before + said + after
    read = read_dates(text, today)
    assert read.dates == (on,)
    assert said.split()[-1].rstrip(".") in read.quoted


@given(today=todays, day=st.integers(0, 6), before=st.sampled_from(BEFORE), after=st.sampled_from(AFTER))
def test_a_weekday_is_the_coming_one(today: date, day: int, before: str, after: str) -> None:
    read = read_dates(f"{before}på {DAYS[day]}{after}", today)
    assert len(read.dates) == 1
    assert read.dates[0].weekday() == day
    assert 0 < (read.dates[0] - today).days <= 7


@given(today=todays, first=st.integers(0, 120), length=st.integers(1, 40))
def test_a_range_holds_its_working_days(today: date, first: int, length: int) -> None:
    start, end = today + timedelta(days=first), today + timedelta(days=first + length)
    read = read_dates(f"fra d. {start.day}/{start.month} til d. {end.day}/{end.month}", today)
    every = [start + timedelta(days=n) for n in range(length + 1)]
    named = [on for on in every if on.weekday() < 5 or on in (start, end)]
    assert list(read.dates) == named
    assert set(read.weekend) == set(every) - set(named)


@given(today=todays, day=st.integers(0, 4), month=st.integers(1, 12))
def test_a_series_holds_that_weekday_and_no_other(today: date, day: int, month: int) -> None:
    read = read_dates(f"hver {DAYS[day]} i {MONTHS[month - 1]}", today)
    assert all(on.weekday() == day and on.month == month and on >= today for on in read.dates)
    assert read.dates or read.error is DateError.PAST or month == today.month


@given(today=todays, week=st.integers(1, 53))
def test_a_week_holds_monday_to_friday(today: date, week: int) -> None:
    read = read_dates(f"uge {week}", today)
    if read.error is None:
        assert {on.isocalendar().week for on in read.dates} == {week}
        assert all(on.weekday() < 5 and on >= today for on in read.dates)
    else:
        assert not read.dates


@given(text=st.text(max_size=200), today=todays)
def test_no_text_is_too_much(text: str, today: date) -> None:
    read = read_dates(text, today)
    assert all(0 <= start < end <= len(text) for start, end in read.spans)


@given(
    pieces=st.lists(
        st.sampled_from(
            [*sorted(LEXICON), "1", "3.", "12", "24/12", "31/11", "0", "99", ",", "-", ".", "?", "2026", "+"]
        ),
        max_size=14,
    ),
    today=todays,
)
def test_no_heap_of_date_words_is_too_much(pieces: list[str], today: date) -> None:
    read = read_dates(" ".join(pieces), today)
    assert all(on >= today for on in read.dates)
    assert list(read.days) == sorted(read.days, key=lambda day: day.on)
    assert (read.error is DateError.AMBIGUOUS) == bool(read.options)
    assert all(option for option in read.options)


@settings(max_examples=30, deadline=None)
@given(
    pieces=st.lists(
        st.sampled_from(["dagen", "før", "efter", "3", "uger", "fra", "mandag", "ugen", "til", "og", "den"])
    ),
    times=st.integers(1, 60),
    today=todays,
)
def test_nor_is_one_that_never_ends(pieces: list[str], times: int, today: date) -> None:
    read_dates((" ".join(pieces) + " ") * times, today)


@given(
    number=st.integers(1, 400), today=todays, unit=st.sampled_from(("cm", "skærme", "timer", "kr.", "%", "personer"))
)
def test_an_amount_is_no_date(number: int, today: date, unit: str) -> None:
    assert not read_dates(f"må jeg få {number} {unit} hjemme", today).days


@given(
    number=st.integers(1, 99), today=todays, label=st.sampled_from(("side", "bilag", "punkt", "lokale", "kl.", "nr."))
)
def test_a_number_behind_a_label_is_no_date(number: int, today: date, label: str) -> None:
    assert not read_dates(f"hvad står der i {label} {number}?", today).days
