"""Sentences about days as people type them: what is understood, and where a talk about others' days leads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogs.awaiting import Awaiting, awaiting
from dialogs.dates.days_read import DateError
from domain import facts as f
from tests.dialogs.test_conversations import CANCEL, EMPLOYEE, LEADER, UNDERSTANDING, told

TODAY = date(2026, 11, 23)
SAID = [
    line.split("\t") + [""] * 6
    for line in Path(__file__).with_name("day_talk.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("role", "said", "intent", "dates", "half", "error"), [row[:6] for row in SAID])
def test_understood(role: str, said: str, intent: str, dates: str, half: str, error: str) -> None:
    understood = UNDERSTANDING.understand(said, role, TODAY)
    assert understood.intent == intent
    assert understood.read.error == (DateError(error) if error else None)
    assert (understood.read.half.value if understood.read.half else "") == half
    if dates != "*" and not error:
        assert understood.read.dates == tuple(_date(on) for on in dates.split(",") if on)


def _date(said: str) -> date:
    return date.fromisoformat(said if len(said) == 10 else f"2026-{said}")


@pytest.mark.parametrize(
    ("shown", "said", "leads_to"),
    [
        # looking at one employee's days, never by way of the form that cancels them
        (None, "hvornår er Anna hjemme", "team 23/11"),
        (None, "hvilke dage er Anna hjemme i næste uge?", "team 30/11"),
        (None, "Annas hjemmedage", "team 23/11"),
        (None, "Annes hjemmedage", "team 23/11"),
        (None, "Anna Berg Jensens hjemmedage", "team 23/11"),
        (None, "vis Annas hjemmedage i uge 50", "team 7/12"),
        (None, "when is Anna working from home", "team 23/11"),
        (None, "hvor tit er Anna hjemme", "home work"),
        (None, "hvem er hjemme i næste uge", "team 30/11"),
        (None, "hvem er hjemme på torsdag", "who 26/11"),
        # the day that is left, for the other one is the employee's to ask for
        (None, "flyt Annas torsdag til fredag", "propose to cancel a 26/11"),
        (None, "aflys Annas torsdag", "propose to cancel a 26/11"),
        (None, "marker Anna hjemme på mandag", "refused asked_by_themselves"),
        (None, "skriv Bo på som hjemme onsdag", "refused asked_by_themselves"),
        (None, "noter at jeg er hjemme torsdag sammen med Anna", "propose 26/11"),
        # with the form open: what is no reason, and what is
        (CANCEL, "hvornår er Anna hjemme", "team 23/11"),
        (CANCEL, "hvor mange er hjemme på torsdag", "who 26/11"),
        (CANCEL, "marker Anna hjemme på mandag", "refused asked_by_themselves"),
        (CANCEL, "Anna må gerne være hjemme på fredag", "waiting a"),
        (CANCEL, "vi har sygdom i vagten", "propose to cancel a 26/11: vi har sygdom i vagten"),
        (CANCEL, "Anna skal dække for Bo", "propose to cancel a 26/11: Anna skal dække for Bo"),
        (CANCEL, "kun Anna kan holde mødet", "propose to cancel a 26/11: kun Anna kan holde mødet"),
        (CANCEL, "aflys alt i uge 50", "propose to withdraw 7/12 8/12 9/12 10/12 11/12"),
        (CANCEL, "aflys Bos fredag", "propose to cancel b 27/11"),
    ],
)  # fmt: skip
def test_a_leader_speaks_of_employees(shown: f.DomainFact | None, said: str, leads_to: str) -> None:
    assert told(said, awaiting(shown) if shown else Awaiting(), LEADER) == leads_to


@pytest.mark.parametrize(
    ("said", "leads_to"),
    [
        ("hvem er hjemme i næste uge", "30/11 or 1/12 or 2/12 or 3/12 or 4/12"),
        ("hvornår er Bo hjemme", "23/11 or 24/11 or 25/11 or 26/11 or 27/11"),
        ("hvem er hjemme på torsdag", "who 26/11"),
        ("hvor tit er Bo hjemme", "who 23/11"),
    ],
)
def test_an_employee_speaks_of_colleagues(said: str, leads_to: str) -> None:
    assert told(said, Awaiting(), EMPLOYEE) == leads_to
