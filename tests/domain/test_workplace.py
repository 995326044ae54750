"""No order of presses yields an approval over a gap, and nobody but the leader settles one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.check_items import CheckItem
from domain.home_days import WantedDay
from domain.radar import effect
from domain.refusals import Refusal, Rule
from domain.workplace import (
    LONGEST_REMARK,
    Answer,
    Decision,
    Reply,
    Review,
    Settlement,
    Stage,
    Workplace,
    answer,
    close,
    is_gap,
    provided,
    review,
    send,
    take_back,
    void,
)
from domain.workplace_state import (
    LASTS,
    Verdict,
    may_approve,
    reminder_of,
    review_is_late,
    runs_out,
    state_of,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()
ITEMS = (
    CheckItem("plads", "Krav", 8, "Er der plads?"),
    CheckItem("behov", "Krav", 8, "Er der behov for en skærm?", asks_need=True),
)
OVER = effect([], [WantedDay(TODAY + timedelta(days=n)) for n in range(9)])
BELOW = effect([], [WantedDay(TODAY)])


def fresh(number: int = 1, now: datetime = NOW) -> Workplace:
    return Workplace(UUID(int=number), "anna", "1", ITEMS, now)


def taken(after: Workplace | Refusal) -> Workplace:
    assert isinstance(after, Workplace), after
    return after


def sent(*answers: Answer) -> Workplace:
    replies = {item.id: Reply(each) for item, each in zip(ITEMS, answers, strict=True)}
    one = taken(answer(fresh(), replies, 1))
    return taken(send(one, NOW, one.edition))


def settled(one: Workplace, **decisions: Settlement) -> Workplace:
    return taken(review(one, Review(decisions), one.edition))


REPLIES = st.dictionaries(
    st.sampled_from(["plads", "behov", "foreign"]),
    st.builds(Reply, st.none() | st.sampled_from(Answer), st.sampled_from(["", "ok"])),
)
SETTLEMENTS = st.dictionaries(
    st.sampled_from(["plads", "behov", "foreign"]),
    st.builds(
        Settlement,
        st.none() | st.sampled_from(Decision),
        st.sampled_from(["", "skærm"]),
        st.sampled_from(["", "aftalt"]),
    ),
)


class TwoAndAList(RuleBasedStateMachine):
    """Employee and leader press anything in any order, from any card that was ever shown."""

    @initialize()
    def begin(self) -> None:
        self.lists = [fresh()]
        self.editions = [1]
        self.now = NOW

    @property
    def newest(self) -> Workplace:
        return self.lists[-1]

    def take(self, after: Workplace | Refusal) -> None:
        if isinstance(after, Workplace):
            self.lists[-1] = after
            self.editions.append(after.edition)

    @rule(replies=REPLIES, data=st.data())
    def answers(self, replies: dict[str, Reply], data: st.DataObject) -> None:
        self.take(answer(self.newest, replies, data.draw(st.sampled_from(self.editions))))

    @rule()
    def answers_all_well(self) -> None:
        replies = {"plads": Reply(Answer.YES), "behov": Reply(Answer.NO)}
        self.take(answer(self.newest, replies, self.newest.edition))

    @rule(data=st.data())
    def sends(self, data: st.DataObject) -> None:
        self.take(send(self.newest, self.now, data.draw(st.sampled_from(self.editions))))

    @rule()
    def takes_back(self) -> None:
        self.take(take_back(self.newest))

    @rule(written=SETTLEMENTS, data=st.data())
    def goes_through(self, written: dict[str, Settlement], data: st.DataObject) -> None:
        self.take(review(self.newest, Review(written), data.draw(st.sampled_from(self.editions))))

    @rule(by=st.sampled_from(["anna", "lars"]))
    def closes(self, by: str) -> None:
        self.take(close(self.newest, by, self.now))

    @rule()
    def moves(self) -> None:
        self.lists = [void(one, self.now.date()) for one in self.lists]

    @rule()
    def begins_anew(self) -> None:
        if self.newest.stage in (Stage.REVIEWED, Stage.VOID):
            self.lists.append(fresh(len(self.lists) + 1, self.now))
            self.editions.append(1)

    @rule(days=st.integers(1, 400))
    def waits(self, days: int) -> None:
        self.now += timedelta(days=days)

    @invariant()
    def nothing_is_approved_over_a_gap(self) -> None:
        state = state_of(self.lists, self.now.date())
        assert may_approve(state, BELOW, "anna") is None
        refusal = may_approve(state, OVER, "anna")
        if refusal is not None:
            assert refusal.rule is Rule.WORKPLACE_UNMET
            return
        rests_on = next(one for one in self.lists if one.id == state.list_id)
        assert rests_on.reviewed_by == "lars"
        assert rests_on.void_on is None
        assert rests_on.answered == len(ITEMS)
        assert rests_on.unsettled == ()
        assert rests_on.is_possible
        assert rests_on.reviewed_at is not None
        assert self.now.date() < rests_on.reviewed_at.date() + LASTS

    @invariant()
    def what_was_sent_is_whole(self) -> None:
        for one in self.lists:
            assert one.stage in (Stage.OPEN, Stage.VOID) or one.answered == len(ITEMS)
            assert not {*one.replies, *one.settlements} - {"plads", "behov"}


TestTwoAndAList = TwoAndAList.TestCase
TestTwoAndAList.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@given(REPLIES)
def test_each_answer_is_kept_as_given(replies: dict[str, Reply]) -> None:
    one = taken(answer(fresh(), replies, 1))
    for item in ITEMS:
        assert one.reply(item) == replies.get(item.id, Reply())


def test_no_and_do_not_know_are_gaps_and_a_need_is_one_too() -> None:
    plain, need = ITEMS
    assert [is_gap(plain, each) for each in Answer] == [False, True, True]
    assert [is_gap(need, each) for each in Answer] == [True, False, True]
    assert not is_gap(plain, None)


def test_a_list_is_sent_whole_and_only_then_gone_through() -> None:
    half = taken(answer(fresh(), {"plads": Reply(Answer.YES)}, 1))
    missing = send(half, NOW, half.edition)
    assert isinstance(missing, Refusal)
    assert missing.rule is Rule.ITEMS_MISSING
    assert isinstance(close(half, "lars", NOW), Refusal)
    assert isinstance(review(half, Review(), half.edition), Refusal)


@pytest.mark.parametrize(
    ("decision", "whole"),
    [
        (Settlement(), False),
        (Settlement(Decision.PROVIDED), False),
        (Settlement(Decision.PROVIDED, thing="skærm"), True),
        (Settlement(Decision.ARRANGED, thing="skærm"), False),
        (Settlement(Decision.ARRANGED, remark="egen skærm"), True),
        (Settlement(Decision.NOT_POSSIBLE), True),
    ],
)
def test_a_gap_is_settled_by_a_whole_decision_only(decision: Settlement, whole: bool) -> None:
    one = settled(sent(Answer.NO, Answer.NO), plads=decision)
    closed = close(one, "lars", NOW)
    assert isinstance(closed, Workplace) == whole
    if isinstance(closed, Refusal):
        assert closed.rule is Rule.GAPS_LEFT


def test_nobody_closes_their_own() -> None:
    mine = close(sent(Answer.YES, Answer.NO), "anna", NOW)
    assert isinstance(mine, Refusal)
    assert mine.rule is Rule.NOT_FOR_ONESELF


def test_what_is_provided_has_always_the_same_id() -> None:
    one = settled(sent(Answer.NO, Answer.YES), behov=Settlement(Decision.PROVIDED, "skærm"))
    assert [what for _, what in provided(one)] == ["skærm"]
    assert provided(one) == provided(replace(one, edition=9))


def test_taking_it_back_drops_the_decisions() -> None:
    one = settled(sent(Answer.NO, Answer.NO), plads=Settlement(Decision.NOT_POSSIBLE))
    back = taken(take_back(one))
    assert (back.stage, back.settlements) == (Stage.OPEN, {})
    assert isinstance(take_back(taken(close(one, "lars", NOW))), Refusal)


def test_a_remark_has_a_limit() -> None:
    too_long = {"plads": Reply(Answer.YES, "å" * (LONGEST_REMARK + 1))}
    for after in (
        answer(fresh(), too_long, 1),
        review(sent(Answer.NO, Answer.NO), Review(remark="å" * 1001), 3),
    ):
        assert isinstance(after, Refusal)
        assert after.rule is Rule.TOO_LONG


def test_the_verdicts_and_how_long_they_hold() -> None:
    waits, gaps = sent(Answer.YES, Answer.NO), sent(Answer.UNKNOWN, Answer.NO)
    met = taken(close(waits, "lars", NOW))
    impossible = settled(gaps, plads=Settlement(Decision.NOT_POSSIBLE))
    assert state_of([fresh()], TODAY).verdict is Verdict.MISSING
    assert state_of([waits], TODAY).verdict is Verdict.WAITS
    assert state_of([gaps], TODAY).verdict is Verdict.GAPS
    assert state_of([met], TODAY).verdict is Verdict.MET
    assert state_of([met], TODAY + LASTS - timedelta(days=1)).is_met
    assert state_of([met], TODAY + LASTS).verdict is Verdict.MISSING
    assert state_of([void(met, TODAY)], TODAY).verdict is Verdict.MISSING
    assert state_of([taken(close(impossible, "lars", NOW))], TODAY).verdict is Verdict.NOT_POSSIBLE
    later = replace(gaps, id=UUID(int=2), sent_at=NOW + timedelta(days=1))
    assert state_of([met, later], TODAY).verdict is Verdict.GAPS
    assert state_of([met, replace(fresh(3), started_at=NOW + timedelta(days=2))], TODAY).is_met
    assert not runs_out(state_of([met], TODAY), TODAY)
    assert runs_out(state_of([met], TODAY), TODAY + timedelta(days=340))


def test_reminders_come_once_a_week_and_three_times_at_most() -> None:
    assert [reminder_of(fresh(), NOW + timedelta(days=days)) for days in (0, 6, 7, 14, 21, 28)] == [0, 0, 1, 2, 3, 0]
    assert reminder_of(sent(Answer.YES, Answer.NO), NOW + timedelta(days=70)) == 0
    waits = sent(Answer.YES, Answer.NO)
    assert not review_is_late(waits, date(2026, 11, 25))
    assert review_is_late(waits, date(2026, 11, 26))
