"""A round of questions: what was answered is what is counted, nobody can be told from it, and it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.check_items import CheckItem
from domain.discussion import (
    LONGEST_REMARK,
    MOST_DAYS,
    NONE_YET,
    Discussion,
    Opinion,
    Reply,
    Stance,
    answer,
    last_day,
    tally,
    usual_last_day,
)
from domain.overdue import is_workday
from domain.refusals import Refusal, Rule
from tests.domain.strategies import NOW, TODAY

QUESTIONS = tuple(CheckItem(one, "Temaer", 9, f"{one}?") for one in ("a", "b", "c"))
ROUND = Discussion(UUID(int=1), "lars", "1", QUESTIONS, NOW, TODAY + timedelta(days=7))
opinions = st.builds(Opinion, st.none() | st.sampled_from(Stance), st.text(max_size=20))
typed = st.dictionaries(st.sampled_from(["a", "b", "c", "not-asked"]), opinions)
presses = st.lists(st.tuples(typed, st.integers(0, 3)), max_size=8)


@given(presses)
def test_what_is_kept_is_what_was_last_on_a_card_that_was_fresh(pressed: list[tuple[dict[str, Opinion], int]]) -> None:
    reply, expected = Reply(ROUND.id, "anna"), dict[str, Opinion]()
    for card, behind in pressed:
        after = answer(ROUND, reply, card, reply.edition - behind, TODAY)
        if isinstance(after, Refusal):
            assert after.rule is Rule.STALE
            assert behind
            continue
        if after is not reply:
            expected |= {key: one for key, one in card.items() if key != "not-asked"}
        reply = after
    assert reply.opinions == {key: one for key, one in expected.items() if one != NONE_YET}


@given(typed)
def test_pressed_twice_is_the_same_answer(card: dict[str, Opinion]) -> None:
    once = answer(ROUND, Reply(ROUND.id, "anna"), card, 0, TODAY)
    assert isinstance(once, Reply)
    assert answer(ROUND, once, card, 0, TODAY) is once


@given(st.lists(typed, max_size=7))
def test_the_numbers_add_up_and_order_tells_nothing(cards: list[dict[str, Opinion]]) -> None:
    replies = [answer(ROUND, Reply(ROUND.id, str(number)), card, 0, TODAY) for number, card in enumerate(cards)]
    given_ = [one for one in replies if isinstance(one, Reply)]
    found = tally(ROUND, given_)
    assert found == tally(ROUND, reversed(given_))
    for question, row in zip(QUESTIONS, found, strict=True):
        said = [one.to(question) for one in given_]
        assert sum(row.counts.values()) == sum(one.stance is not None for one in said)
        assert sorted(row.remarks) == sorted(one.remark for one in said if one.remark)


@pytest.mark.parametrize(
    ("one", "today"),
    [(replace(ROUND, closed_at=NOW), TODAY), (ROUND, TODAY + timedelta(days=8))],
)
def test_a_round_that_is_over_takes_no_answers(one: Discussion, today: date) -> None:
    outcome = answer(one, Reply(one.id, "anna"), {"a": Opinion(Stance.TALK)}, 0, today)
    assert isinstance(outcome, Refusal)
    assert outcome.rule is Rule.ROUND_IS_OVER


def test_the_last_day_itself_counts() -> None:
    assert isinstance(answer(ROUND, Reply(ROUND.id, "anna"), {}, 0, ROUND.closes_on), Reply)


def test_a_remark_that_is_too_long_changes_nothing() -> None:
    outcome = answer(ROUND, Reply(ROUND.id, "anna"), {"a": Opinion(None, "å" * (LONGEST_REMARK + 1))}, 0, TODAY)
    assert outcome == Refusal(Rule.TOO_LONG)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_the_usual_last_day_is_a_working_day_within_what_is_taken(today: date) -> None:
    on = usual_last_day(today)
    assert is_workday(on)
    assert last_day(on, today) == on


@pytest.mark.parametrize("days", [-1, MOST_DAYS + 1])
def test_a_last_day_that_is_past_or_far_off_is_none(days: int) -> None:
    assert last_day(TODAY + timedelta(days=days), TODAY) is None
    assert last_day(None, TODAY) is None
