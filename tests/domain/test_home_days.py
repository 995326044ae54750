"""The rules of one home day, and any buttons in any order from any old card."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from domain import home_days as rules
from domain.home_days import FURTHEST_AHEAD_DAYS, LONGEST_REASON, HomeDay, Status, WantedDay
from domain.refusals import Refusal, Rule
from tests.domain.strategies import ANNA, LARS, NOW, STANDING, TODAY, Standing, dates, days, reasons

THURSDAY = WantedDay(TODAY + timedelta(days=3))


def ask(wanted: WantedDay, standing: Standing = STANDING) -> HomeDay | Refusal:
    return rules.ask(wanted, standing, UUID(int=1), uuid4(), NOW)


def test_a_workday_ahead_can_be_asked_for() -> None:
    day = ask(THURSDAY)
    assert isinstance(day, HomeDay)
    assert (day.status, day.version, day.person_id) == (Status.ASKED, 1, ANNA.id)


@pytest.mark.parametrize(
    ("offset", "rule_"),
    [
        (-1, Rule.DAY_HAS_PASSED),
        (5, Rule.NOT_A_WORKDAY),
        (FURTHEST_AHEAD_DAYS + 1, Rule.TOO_FAR_AHEAD),
        (32, Rule.NOT_A_WORKDAY),  # 25 December
    ],
)
def test_a_day_that_cannot_be_asked_for_names_its_rule(offset: int, rule_: Rule) -> None:
    refused = ask(WantedDay(TODAY + timedelta(days=offset)))
    assert isinstance(refused, Refusal)
    assert refused.rule is rule_


def test_without_a_leader_the_wish_is_kept_and_waits() -> None:
    assert getattr(ask(THURSDAY, Standing(ANNA)), "status", None) is Status.ASKED


@given(dates)
def test_only_workdays_from_today_within_a_year_are_asked_for(on: object) -> None:
    day = ask(WantedDay(on))  # type: ignore[arg-type]
    if isinstance(day, HomeDay):
        assert TODAY <= day.on <= TODAY + timedelta(days=FURTHEST_AHEAD_DAYS)
        assert day.on.isoweekday() < 6


@given(days(), reasons)
def test_every_deed_done_twice_is_done_once(day: HomeDay, reason: str) -> None:
    for deed in (
        lambda one: rules.approve(one, LARS.id, NOW, one.version),
        lambda one: rules.decline(one, LARS.id, NOW, one.version, reason),
        lambda one: rules.cancel(one, LARS.id, NOW, one.version, reason, UUID(int=2)),
        lambda one: rules.withdraw(one, ANNA.id, NOW),
        lambda one: rules.acknowledge(one, NOW),
    ):
        once = deed(day)
        if isinstance(once, HomeDay):
            assert deed(once) == once


@given(days(), st.integers(1, 9), reasons)
def test_an_old_card_never_changes_a_day(day: HomeDay, seen: int, reason: str) -> None:
    if seen == day.version:
        return
    for outcome in (
        rules.approve(day, LARS.id, NOW, seen),
        rules.decline(day, LARS.id, NOW, seen, reason),
        rules.cancel(day, LARS.id, NOW, seen, reason, UUID(int=2)),
    ):
        assert outcome == day or isinstance(outcome, Refusal)


@given(days(st.sampled_from([Status.ASKED, Status.APPROVED])), st.text(alphabet=" \t\n", max_size=5))
def test_no_cancellation_without_a_reason(day: HomeDay, blank: str) -> None:
    outcome = rules.cancel(day, LARS.id, NOW, day.version, blank, UUID(int=2))
    assert isinstance(outcome, Refusal)
    assert outcome.rule is (Rule.REASON_MISSING if day.on >= TODAY else Rule.DAY_HAS_PASSED)


def test_the_day_may_be_cancelled_in_its_own_morning_but_not_the_day_after() -> None:
    today = HomeDay(uuid4(), "anna", TODAY, uuid4(), status=Status.APPROVED)
    assert isinstance(rules.cancel(today, LARS.id, NOW, 1, "Akut møde", uuid4()), HomeDay)
    late = rules.cancel(replace(today, on=TODAY - timedelta(days=1)), LARS.id, NOW, 1, "Akut møde", uuid4())
    assert isinstance(late, Refusal)
    assert late.rule is Rule.DAY_HAS_PASSED


def test_a_long_reason_is_cut_and_blanks_around_it_go() -> None:
    day = HomeDay(uuid4(), "anna", TODAY, uuid4())
    outcome = rules.cancel(day, LARS.id, NOW, 1, "  " + "x" * 900, uuid4())
    assert isinstance(outcome, HomeDay)
    assert outcome.reason == "x" * (LONGEST_REASON - 2) or outcome.reason == "x" * LONGEST_REASON


def test_having_seen_it_counts_the_first_time() -> None:
    day = HomeDay(uuid4(), "anna", TODAY, uuid4(), status=Status.CANCELLED)
    seen = rules.acknowledge(day, NOW)
    assert rules.acknowledge(seen, NOW + timedelta(hours=3)).seen_at == NOW


class AnyButtonFromAnyCard(RuleBasedStateMachine):
    """Leader and employee press what old and new cards offer, in any order."""

    cards = Bundle("cards")

    @initialize(target=cards)
    def first(self) -> int:
        self.day = HomeDay(uuid4(), "anna", TODAY + timedelta(days=3), uuid4())
        self.was_cancelled = False
        return self.day.version

    @rule(target=cards)
    def a_card_is_shown(self) -> int:
        return self.day.version

    def _after(self, outcome: HomeDay | Refusal) -> None:
        if isinstance(outcome, HomeDay) and outcome != self.day:
            assert outcome.version == self.day.version + 1
            self.day = outcome

    @rule(card=cards)
    def approve(self, card: int) -> None:
        self._after(rules.approve(self.day, LARS.id, NOW, card))

    @rule(card=cards, reason=reasons)
    def decline(self, card: int, reason: str) -> None:
        self._after(rules.decline(self.day, LARS.id, NOW, card, reason))

    @rule(card=cards, reason=reasons)
    def cancel(self, card: int, reason: str) -> None:
        self._after(rules.cancel(self.day, LARS.id, NOW, card, reason, UUID(int=2)))

    @rule()
    def withdraw(self) -> None:
        self._after(rules.withdraw(self.day, ANNA.id, NOW))

    @rule()
    def acknowledge(self) -> None:
        self._after(rules.acknowledge(self.day, NOW))

    @invariant()
    def what_is_over_stays_over_and_a_cancelled_day_has_its_reason(self) -> None:
        if self.day.status is Status.CANCELLED:
            assert self.day.reason
            assert self.day.cancellation_id is not None
            self.was_cancelled = True
        assert not self.was_cancelled or self.day.status is Status.CANCELLED
        assert self.day.seen_at is None or self.day.status is Status.CANCELLED


TestAnyButtonFromAnyCard = AnyButtonFromAnyCard.TestCase
