"""What is awaited can be stored and read back, and holds no more than what was seen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given

from dialogs.awaiting import LISTED, Awaiting, awaiting, unasked
from domain import commands as c
from domain import facts as f
from domain.home_days import HomeDay, Status
from tests.dialogs.facts import PEOPLE, facts


@given(facts)
def test_it_is_stored_and_read_back(fact):
    for state in (awaiting(fact), unasked(fact)):
        kept = state.model_dump(mode="json", exclude_defaults=True)
        assert Awaiting.model_validate(kept) == state


@given(facts)
def test_a_deed_names_only_days_of_the_fact_in_the_version_shown(fact):
    shown = {(day.id, day.version) for day in days_in(fact)}
    for command in offered(awaiting(fact)):
        for ref in (*getattr(command, "days", ()), *getattr(command, "instead_of", ())):
            assert not isinstance(ref, c.DayRef) or (ref.id, ref.version) in shown


def test_requests_beyond_the_card_are_not_answered_by_approving_all():
    requests = tuple(
        f.LeaderRequest(UUID(int=n), PEOPLE[n % 5], (HomeDay(UUID(int=n), "p", date(2026, 12, 1), UUID(int=n)),))
        for n in range(LISTED + 4)
    )
    approve = awaiting(f.WaitingRequests(requests)).everything
    assert isinstance(approve, c.ApproveDays)
    assert len(approve.days) == LISTED


def test_what_is_decided_already_is_not_offered_again():
    decided = HomeDay(UUID(int=1), "p", date(2026, 12, 1), UUID(int=1), status=Status.DECLINED)
    assert awaiting(f.LeaderRequest(UUID(int=1), PEOPLE[0], (decided,))) == Awaiting()


def offered(state: Awaiting) -> list[c.Command]:
    commands = [state.yes, state.no, state.dated, state.reasoned, state.everything]
    return [one for one in (*commands, *(choice.command for choice in state.choices)) if one is not None]


def days_in(fact) -> list[HomeDay]:
    own = [one for one in getattr(fact, "days", ()) if isinstance(one, HomeDay)]
    return [*own, *getattr(fact, "instead_of", ()), *(day for r in getattr(fact, "requests", ()) for day in r.days)]
