"""Every finding has its words, in both languages, and they are filled."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cards.health import label, sentence, verdict
from cards.words import Words
from domain.health import Check, Finding, Note, Verdict
from domain.people import Language

VALUES = {
    "kind": "SQLite",
    "version": "3.45",
    "fault": "OSError",
    "schema": "public",
    "user": "bot",
    "free": 1.5,
    "seconds": 61,
    "number": 3,
    "host": "login.example.dk",
    "day": date(2026, 12, 1),
    "days": 7,
    "people": 9,
    "names": "User.Read.All",
    "hr": 1,
    "base": "https://bot.example.dk/calendar",
    "minutes": 11,
    "found": "0022",
    "wanted": "0023",
}


@pytest.mark.parametrize("language", Language)
def test_every_note_is_a_sentence_or_more(language: Language) -> None:
    words = Words(language)
    said = {note: sentence(Finding(Check.DISK, note, VALUES), words) for note in Note}
    assert all(re.fullmatch(r"[A-ZÆØÅ0-9l].*(\.|\?|FILE?)", one) for one in said.values()), said
    assert len(set(said.values())) == len(Note)
    assert not any(re.search(r"[{}]", one) for one in said.values())
    assert len({label(one, words) for one in Check}) == len(Check)
    assert len({verdict(one, words) for one in Verdict}) == len(Verdict)


def test_numbers_and_days_are_written_as_danes_do() -> None:
    words = Words(Language.DANISH)
    assert sentence(Finding(Check.DISK, Note.DISK_LOW, VALUES), words).startswith("Der er kun 1,5 GB fri.")
    assert "tirsdag den 1. december 2026" in sentence(Finding(Check.CERTIFICATE, Note.CERTIFICATE_ENDS, VALUES), words)
