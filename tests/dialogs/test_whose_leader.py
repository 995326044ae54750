"""Who leads somebody, asked in words; what only sounds like it goes to the policy or elsewhere."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.scene import Scene
from dialogs.whose_leader import leader_phrase
from domain.commands import ShowLeader
from domain.people import Person

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
ANNA = Person("a", "Anna Holm", leader_id="l")
ANNE = Person("e", "Anne Holm", leader_id="l")
EMPLOYEE = Scene(ANNA, (), NOW)
LEADER = Scene(Person("l", "Lars Juhl"), (ANNA, ANNE), NOW)


@pytest.mark.parametrize(
    "said",
    [
        "hvem er min leder?",
        "Hvem er min nærmeste chef",
        "hvem er min stedfortræder?",
        "hvem er min leders stedfortræder",
        "hvem leder mig?",
        "hvad hedder min leder",
        "min leder",
        "hvem svarer på mine ønsker?",
        "who is my manager?",
        "Who's my boss",
        "who do I report to?",
        "do you know who is my line manager",
    ],
)
def test_ones_own(said: str) -> None:
    assert leader_phrase(said, EMPLOYEE) == ShowLeader()


@pytest.mark.parametrize("said", ["hvem er Annas leder?", "hvem er leder for Anna?", "who leads Anna Holm"])
def test_that_of_an_employee(said: str) -> None:
    assert leader_phrase(said, LEADER) == ShowLeader(employee_id="a")
    assert leader_phrase(said, EMPLOYEE) is None  # whoever answers for nobody is told of nobody else


@pytest.mark.parametrize(
    "said",
    [
        "skal min leder godkende en hjemmedag?",
        "min leder siger nej",
        "hvem er hjemme",
        "må min leder aflyse min hjemmedag?",
        "hvem er min kontaktperson i HR?",
        "hvem er leder for projektet?",
        "hvem er min leder og hvor mange dage må jeg arbejde hjemme om ugen når jeg er ny",
        "",
    ],
)
def test_another_thing(said: str) -> None:
    assert leader_phrase(said, LEADER) is None


def test_of_two_who_may_be_meant_none_is_shown() -> None:
    assert leader_phrase("hvem er Holms leder?", LEADER) is None
