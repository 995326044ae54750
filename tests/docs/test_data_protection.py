"""The document on data protection names every table that is kept, and in both languages every period that is set."""

from __future__ import annotations

import re

from bot.settings import Settings
from domain.keeping import Keep
from storage.tables import METADATA
from tests.docs.reading import text_of

ENGLISH, DANISH = "docs/data-protection.md", "docs/data-protection-da.md"


def test_each_table_is_told_of_and_no_other() -> None:
    rows = re.findall(r"^\| (`[a-z_`, .]+?) \(`", text_of(ENGLISH), re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}
    told |= set(re.findall(r"^\| `(notice_setting)` ", text_of(ENGLISH), re.MULTILINE))
    assert told == set(METADATA.tables)


def test_each_period_stands_as_it_is_set() -> None:
    for name in Keep.__dataclass_fields__:
        assert f"`KEEP_{name.upper()}`" in text_of(ENGLISH)
    for days in {Keep.notices, Keep.left}:
        assert f"{days} days" in text_of(ENGLISH)
        assert f"{days} dage" in text_of(DANISH)
    for years in {Keep.home_days // 365, Keep.audit // 365, Keep.rounds // 365}:
        assert re.search(rf"\| {years} years? \|", text_of(ENGLISH))
        assert f"| {years} år |" in text_of(DANISH)
    assert f"{Settings.model_fields['question_days'].default} dage" in text_of(DANISH)
