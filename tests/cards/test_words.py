"""The words: dates as people say them, and translations that are complete."""

from __future__ import annotations

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cards.translations import problems, used
from cards.words import Words, translations
from domain.home_days import Half, WantedDay
from domain.people import Language

TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)
DA, EN = Words(Language.DANISH), Words(Language.ENGLISH)
ROOM = Path(__file__).parents[2] / "cards"
SAME_IN_BOTH = {"{name}, {when}", "Send", "Login", "Database"}


def test_every_word_is_translated() -> None:
    assert problems() == []


def test_the_check_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    there = used() | {"A new sentence.": "cards/x.py:1", ("One day", "{count} days"): "cards/x.py:2"}
    there.pop("Seen")
    monkeypatch.setattr("cards.translations.used", lambda: there)
    found = problems()
    assert [line.split(":")[0] for line in found] == ["missing", "missing", "obsolete"]


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ('msgid "Seen"\nmsgstr ""\n', "untranslated"),
        ('#, fuzzy\nmsgid "Seen"\nmsgstr "Set"\n', "fuzzy"),
        ('msgid "{name} has answered"\nmsgstr "{navn} har svaret"\n', "placeholders differ"),
        ('msgid "{name} has answered"\nmsgstr "{name} har {name svaret"\n', "placeholders differ"),
        ('#~ msgid "Old"\n#~ msgstr "Gammel"\n', "obsolete"),
        ('msgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] "{count} dag"\nmsgstr[1] ""\n', "untranslated"),
    ],
)
def test_each_fault_in_the_file_is_found(
    entry: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "locale" / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    folder.joinpath("hjemmebot.po").write_text(entry, "utf-8")
    monkeypatch.setattr("cards.translations.resources.files", lambda _package: tmp_path)
    about = [line for line in problems() if not line.startswith("missing")]
    assert [line.split(":")[0] for line in about] == [complaint]


def test_every_call_is_found_by_the_extraction() -> None:
    """A call inside an f-string or with a name for its text would be missed by pybabel and stay English."""
    written = set()
    for file in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node.func) in ("t", "n"):
                texts = node.args[: 1 if _called(node.func) == "t" else 2]
                assert all(isinstance(one, ast.Constant) for one in texts), f"{file.name}:{node.lineno}"
                values = tuple(one.value for one in texts if isinstance(one, ast.Constant))
                written.add(values[0] if len(values) == 1 else values)
    assert written == set(used())


def _called(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def test_no_danish_sentence_is_english_still() -> None:
    same = {msgid for msgid, danish in translations(Language.DANISH).items() if danish == msgid}
    assert same == SAME_IN_BOTH


def test_the_voice_is_kept() -> None:
    for danish in translations(Language.DANISH).values():
        for form in (danish,) if isinstance(danish, str) else danish:
            assert not re.search(r"!|venligst|bemærk|\bret til\b|\bhan\b|\bhun\b", form, re.IGNORECASE), form


@pytest.mark.parametrize(
    ("on", "danish", "english"),
    [
        (THURSDAY, "torsdag den 26. november", "Thursday 26 November"),
        (date(2027, 1, 4), "mandag den 4. januar 2027", "Monday 4 January 2027"),
    ],
)
def test_a_day_as_people_say_it(on: date, danish: str, english: str) -> None:
    assert DA.day(on, TODAY) == danish
    assert EN.day(on, TODAY) == english


def test_half_a_day() -> None:
    assert DA.wanted(WantedDay(THURSDAY, Half.MORNING), TODAY) == "torsdag den 26. november (formiddag)"
    assert EN.wanted(WantedDay(THURSDAY, Half.AFTERNOON), TODAY) == "Thursday 26 November (afternoon)"


def test_days_and_weekdays_in_a_row() -> None:
    assert DA.weekdays([date(2026, 11, day) for day in (23, 24, 25)]) == "mandag, tirsdag og onsdag"
    assert EN.listed(["a", "b"]) == "a and b"
    days = [WantedDay(date(2026, 11, 24)), WantedDay(THURSDAY)]
    assert DA.wanted_list(days, TODAY) == "tirsdag den 24. november og torsdag den 26. november"


def test_short_forms() -> None:
    assert DA.weekday(THURSDAY) == "torsdag"
    assert DA.weekday_short(THURSDAY) == "tors"
    assert DA.short_day(THURSDAY, TODAY) == "26/11"
    assert EN.short_day(THURSDAY, TODAY) == "26 Nov"


def test_ranges_and_weeks() -> None:
    assert DA.span(TODAY, date(2026, 11, 27), TODAY) == "23.–27. nov."
    assert DA.span(date(2026, 12, 28), date(2027, 1, 1), TODAY) == "28. dec. 2026–1. jan. 2027"
    assert DA.week(TODAY, TODAY) == "uge 48"
    assert DA.week(date(2027, 1, 1), TODAY) == "uge 53"  # by ISO 8601 it belongs to 2026
    assert DA.week(date(2027, 1, 4), TODAY) == "uge 1 i 2027"
    assert EN.week(TODAY, TODAY) == "week 48"


def test_times_are_the_municipalitys_own() -> None:
    at = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
    assert DA.time(at) == "kl. 14.03"
    assert EN.time(at) == "at 14:03"
    assert DA.moment(at, TODAY) == "kl. 14.03"
    assert DA.moment(at, THURSDAY) == "mandag den 23. november kl. 14.03"
    assert DA.time(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "kl. 00.30"


@pytest.mark.parametrize(
    ("name", "danish", "english"),
    [("Anna", "Annas", "Anna's"), ("Lars", "Lars'", "Lars's"), ("Max", "Max'", "Max's"), ("", "s", "'s")],
)
def test_the_genitive(name: str, danish: str, english: str) -> None:
    assert DA.owner(name) == danish
    assert EN.owner(name) == english


def test_numbers_and_plurals() -> None:
    assert DA.n("{count} day", "{count} days", 1) == "1 dag"
    assert DA.n("{count} day", "{count} days", 2481) == "2.481 dage"
    assert EN.n("{count} day", "{count} days", 2481) == "2,481 days"


def test_braces_in_a_value_are_left_alone() -> None:
    assert DA.t("{name} has answered", name="{0} {x}") == "{0} {x} har svaret"
