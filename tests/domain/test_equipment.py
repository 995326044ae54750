"""What becomes of a thing that was handed out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.equipment import Fate, Item, kroner_of, settle, value
from domain.refusals import Refusal, Rule

TODAY = date(2026, 11, 23)
ITEM = Item(UUID(int=1), "anna", "Skærm", TODAY, "lars")


def test_what_came_back_came_back_once() -> None:
    back = settle(ITEM, Fate.RETURNED, "lars", TODAY, 1)
    assert isinstance(back, Item)
    assert (back.fate, back.settled_by, back.settled_on, back.version) == (Fate.RETURNED, "lars", TODAY, 2)
    assert settle(back, Fate.RETURNED, "mette", TODAY, 1) is back
    assert settle(back, Fate.BOUGHT, "lars", TODAY, 2) == Refusal.stale()
    assert value(back, 100, "hanne", 2) == Refusal.stale()


def test_nothing_is_bought_without_a_value() -> None:
    refusal = settle(ITEM, Fate.BOUGHT, "lars", TODAY, 1)
    assert isinstance(refusal, Refusal)
    assert (refusal.rule, refusal.passage_id) == (Rule.VALUE_MISSING, "oev-fratraedelse")
    valued = value(ITEM, 450, "hanne", 1)
    assert isinstance(valued, Item)
    bought = settle(valued, Fate.BOUGHT, "lars", TODAY, 2)
    assert isinstance(bought, Item)
    assert bought.fate is Fate.BOUGHT


def test_an_old_card_settles_nothing() -> None:
    assert settle(replace(ITEM, version=3), Fate.RETURNED, "lars", TODAY, 2) == Refusal.stale()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("450", 450), ("1.250 kr.", 1250), ("900,00", 900), ("0", 0), ("-5", None), ("", None), ("mange", None),
     ("450,50", None), ("9" * 400, None), ("٣", None)],
)  # fmt: skip
def test_amounts_as_danes_write_them(typed: str, amount: int | None) -> None:
    assert kroner_of(typed) == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_none(typed: str) -> None:
    amount = kroner_of(typed)
    assert amount is None or 0 <= amount <= 1_000_000
