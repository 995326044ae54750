"""Who may do what."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from domain import commands as c
from domain.access import may
from domain.people import Person, Role, Standing
from domain.refusals import Rule
from tests.domain.strategies import ANNA, DORTE, LARS, STANDING

BO = Person("bo", "Bo Skov", leader_id="lars")
HANNE = Person("hanne", "Hanne Bruun", roles=frozenset({Role.HR}))
REFS = (c.DayRef(id=uuid4(), version=1),)
LEADERS_ONLY = [
    c.ApproveDays(days=REFS),
    c.DeclineDays(days=REFS),
    c.CancelDays(days=REFS, cancellation_id=uuid4(), reason="Møde"),
    c.ProposeCancellation(employee_id="anna"),
]
OWN = [
    c.WithdrawDays(days=REFS),
    c.AcknowledgeCancellation(cancellation_id=uuid4()),
    c.PickReplacement(cancellation_id=uuid4(), on=date(2026, 12, 1)),
]


@pytest.mark.parametrize("command", LEADERS_ONLY)
def test_leader_and_deputy_may_and_nobody_else(command: c.Command) -> None:
    assert may(command, LARS, [STANDING]) is None
    assert may(command, DORTE, [STANDING]) is None
    for other in (BO, HANNE):
        refusal = may(command, other, [STANDING])
        assert refusal is not None
        assert refusal.rule is Rule.NOT_YOUR_EMPLOYEE


@pytest.mark.parametrize("command", LEADERS_ONLY)
def test_never_for_oneself_not_even_as_ones_own_deputy(command: c.Command) -> None:
    for standing in (STANDING, Standing(ANNA, ANNA, ANNA)):
        refusal = may(command, ANNA, [standing])
        assert refusal is not None
        assert refusal.rule is Rule.NOT_FOR_ONESELF


@pytest.mark.parametrize("command", LEADERS_ONLY)
def test_one_foreign_employee_among_ones_own_is_enough_for_a_no(command: c.Command) -> None:
    foreign = Standing(Person("eva", "Eva Dam", leader_id="mette"))
    assert may(command, LARS, [STANDING, foreign]) is not None


@pytest.mark.parametrize("command", OWN)
def test_own_matters_are_ones_own(command: c.Command) -> None:
    assert may(command, ANNA, [STANDING]) is None
    for other in (LARS, BO, HANNE):
        refusal = may(command, other, [STANDING])
        assert refusal is not None
        assert refusal.rule is Rule.NOT_YOURS


@pytest.mark.parametrize("command", [*LEADERS_ONLY, *OWN])
def test_what_touches_nobody_known_is_not_found(command: c.Command) -> None:
    refusal = may(command, LARS, [])
    assert refusal is not None
    assert refusal.rule is Rule.NOT_FOUND
