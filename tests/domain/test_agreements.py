"""No agreement is in force without both confirmations of the same content; ending it frees every future day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.agreements import Agreement, Terms, Version, change, changed, confirm, content_hash, end, hash_of, to_free
from domain.home_days import HomeDay, Status
from domain.refusals import Refusal

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
PEOPLE = st.sampled_from(["anna", "lars", "dorte"])
TERMS = st.builds(
    Terms, extent=st.sampled_from(["", "1 dag", "2 dage"]), notice=st.sampled_from([0, 14]), start=st.just(None)
)


def fresh() -> Agreement:
    return Agreement(UUID(int=1), "anna", Version(1, Terms(extent="1 dag"), "anna", NOW))


def a_day(on: date, status: Status, recurring: bool = True) -> HomeDay:
    return HomeDay(uuid4(), "anna", on, uuid4(), status=status, recurring=recurring)


class TwoWhoAgree(RuleBasedStateMachine):
    """Either of the two presses anything, from any card that was ever shown."""

    @initialize()
    def begin(self) -> None:
        self.agreement = fresh()
        self.cards = [(1, hash_of(self.agreement))]
        self.given: dict[str, set[str]] = {}  # content hash → who said yes to just that

    @rule(by=PEOPLE, terms=TERMS, data=st.data())
    def changes(self, by: str, terms: Terms, data: st.DataObject) -> None:
        version, _ = data.draw(st.sampled_from(self.cards))
        self.take(change(self.agreement, terms, by, NOW, version))

    @rule(by=PEOPLE, data=st.data())
    def confirms(self, by: str, data: st.DataObject) -> None:
        _, content = data.draw(st.sampled_from(self.cards))
        after = confirm(self.agreement, by, NOW, content)
        if isinstance(after, Agreement):
            party = "employee" if by == "anna" else "leader"
            self.given.setdefault(content, set()).add(party)
        self.take(after)

    @rule(by=PEOPLE)
    def ends(self, by: str) -> None:
        self.agreement = end(self.agreement, by, NOW, TODAY)

    def take(self, after: Agreement | Refusal) -> None:
        if isinstance(after, Agreement):
            self.agreement = after
            self.cards.append((after.draft.number, hash_of(after)))

    @invariant()
    def in_force_only_with_both(self) -> None:
        forced = self.agreement.forced
        if forced is None:
            assert not self.agreement.covers(TODAY)
            return
        content = content_hash(self.agreement.id, "anna", forced)
        assert forced.employee is not None
        assert forced.leader is not None
        assert forced.employee.content_hash == forced.leader.content_hash == content
        assert forced.employee.by == "anna" != forced.leader.by
        assert self.given[content] == {"employee", "leader"}

    @invariant()
    def an_ended_one_covers_nothing_later(self) -> None:
        last = self.agreement.ends_on
        if last is not None:
            later = last + timedelta(days=1)
            assert not self.agreement.covers(later)
            days = [a_day(later, status) for status in Status]
            assert to_free(self.agreement, days) == [day for day in days if day.status.is_live]


TestTwoWhoAgree = TwoWhoAgree.TestCase
TestTwoWhoAgree.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


@given(st.lists(st.tuples(st.integers(-10, 60), st.sampled_from(Status), st.booleans()), max_size=20))
def test_ending_frees_every_live_recurring_day_after_the_last_one(raw: list[tuple[int, Status, bool]]) -> None:
    days = [a_day(TODAY + timedelta(days=n), status, recurring) for n, status, recurring in raw]
    forced = replace(fresh().draft, terms=Terms(notice=14))
    ended = end(replace(fresh(), draft=forced, forced=forced), "lars", NOW, TODAY)
    assert ended.ends_on == date(2026, 12, 7)
    freed = to_free(ended, days)
    for day in days:
        assert (day in freed) == (day.recurring and day.status.is_live and day.on > date(2026, 12, 7))


def test_a_change_must_be_confirmed_again_and_the_old_terms_hold_until_then() -> None:
    one = fresh()
    for by in ("anna", "lars"):
        after = confirm(one, by, NOW, hash_of(one))
        assert isinstance(after, Agreement)
        one = after
    assert one.forced == one.draft
    new = change(one, Terms(extent="2 dage"), "lars", NOW, 1)
    assert isinstance(new, Agreement)
    assert (new.draft.employee, new.draft.leader) == (None, None)
    assert new.forced == one.forced
    assert isinstance(confirm(new, "anna", NOW, hash_of(one)), Refusal)
    assert changed(one.draft.terms, new.draft.terms) == ("extent",)


def test_the_leader_cannot_confirm_for_both() -> None:
    one = fresh()
    for by in ("lars", "dorte", "lars"):
        after = confirm(one, by, NOW, hash_of(one))
        assert isinstance(after, Agreement)
        one = after
    assert one.forced is None
    assert one.draft.leader is not None
    assert one.draft.leader.by == "lars"


def test_the_hash_is_of_the_whole_content() -> None:
    one = fresh()
    others = [
        replace(one, id=UUID(int=2)),
        replace(one, employee_id="bo"),
        replace(one, draft=replace(one.draft, number=2)),
        replace(one, draft=replace(one.draft, terms=Terms(extent="1 dag", start=TODAY))),
    ]
    assert len({hash_of(each) for each in (one, *others)}) == 5
    assert hash_of(one) == "f0865df14f6e6e8013746d36f73197493141df71334cc682fddcf7e70b1cbad6"
