"""What is stored about somebody is told in words, whichever table it stands in."""

from __future__ import annotations

from datetime import date

import pytest

from cards.my_days import kept
from cards.setting import Setting
from cards.words import Words
from domain.people import Language
from policy.load import load_handbook
from storage.columns import PERSON
from storage.tables import METADATA

MARKED = sorted({one.name for one in METADATA.sorted_tables for column in one.columns if PERSON in column.info})


@pytest.mark.parametrize("table", MARKED)
def test_each_table_about_people_has_words_of_its_own(table: str) -> None:
    setting = Setting(Words(Language.DANISH), date(2026, 11, 23), load_handbook())
    assert kept(table, setting) != table
    assert kept(f"{table}.someone", setting) == f"{kept(table, setting)}, hvor du er nævnt"
