"""What leans on the question before it, and what is a wish of its own whatever was asked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.awaiting import Awaiting, awaiting
from dialogs.listen import Scene, listen
from dialogs.understanding import Understanding
from domain import commands as c
from domain.people import Person
from policy.answers import Answer, DidYouMean, NotCovered
from policy.handbook import Kind, Passage

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
SCENE = Scene(Person("a", "Anna Holm", leader_id="l"), (), NOW)
UNDERSTANDING = Understanding()
ASKED = "Hvem betaler for en skærm?"
DESK = Passage("bord", ("Udstyr", "Borde og lamper"), "Bordet …", 8, Kind.RULE)
LIGHT = Passage("lys", ("Udstyr", "Lys"), "Lyset …", 8, Kind.RULE)
ANSWER = Answer(DESK, (LIGHT,), ASKED)
CHOICES = DidYouMean((DESK, LIGHT), ASKED)
SILENT = NotCovered(ASKED)

LEANS = """
og hvad med stolen? | hvad med i weekenden? | hvad så i weekenden | hvad med torsdag? | og på fredag?
og hvis jeg er syg? | hvorfor? | hvorfor ikke | og hvem betaler? | hvem bestemmer det?
gælder det også for ledere? | gaelder det ogsaa deltid | også om aftenen? | må det gerne være brugt?
skal den godkendes? | hvad hvis min leder siger nej? | hvad hvis han aflyser samme dag
men hvad hvis jeg skal til møde | hvor mange? | hvor meget | hvornår? | og hvordan gør jeg det?
okay og hvad med internettet | ja men hvad med skærmen | nå, og transporten? | så hvad med kørsel
tak, og forsikringen? | er det en regel? | samme for chefer? | what about a chair? | and on weekends?
what if my boss says no? | does that also apply to part-timers? | why? | how do I do that? | and if I am ill?
"""
OWN = """
hvad med mine hjemmedage | og hvem er hjemme i morgen? | og aflys så min dag på fredag | og marker torsdag
og på torsdag arbejder jeg hjemme | hvad med hjemme på fredag | og mine dage? | hjemme på torsdag | mine dage | hjælp
må jeg tage hunden med på kontoret? | hvis jeg er syg, må jeg så arbejde hjemme, når mit barn også er hjemme?
er det tilladt at ryge på en hjemmedag? | jeg vil gerne have en hjemmedag | og så vil jeg have fri
"""


def _each(listed: str) -> list[str]:
    return [one.strip() for line in listed.strip().splitlines() for one in line.split("|")]


def _heard(text: str, awaited: Awaiting) -> object:
    step = listen(text, awaited, SCENE, UNDERSTANDING)
    return step.do or step.show


@pytest.mark.parametrize("text", _each(LEANS))
@pytest.mark.parametrize("before", [ANSWER, CHOICES, SILENT])
def test_it_is_asked_with_the_question_before(text: str, before: Answer | DidYouMean | NotCovered) -> None:
    assert _heard(text, awaiting(before)) == c.Ask(question=text, before=ASKED)


@pytest.mark.parametrize("text", _each(OWN))
def test_what_says_what_it_wants_means_the_same_as_ever(text: str) -> None:
    assert _heard(text, awaiting(ANSWER)) == _heard(text, Awaiting())


@pytest.mark.parametrize("text", _each(LEANS))
def test_nothing_leans_on_nothing(text: str) -> None:
    assert not isinstance(_heard(text, Awaiting()), c.Ask) or _heard(text, Awaiting()) == c.Ask(question=text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ja tak", c.ShowPassage(passage_id="bord", question=ASKED)),
        ("ja", c.ShowPassage(passage_id="bord", question=ASKED)),
        ("1", c.ShowPassage(passage_id="bord", question=ASKED)),
        ("den anden", c.ShowPassage(passage_id="lys", question=ASKED)),
        ("nr. 2 tak", c.ShowPassage(passage_id="lys", question=ASKED)),
        ("lys", c.ShowPassage(passage_id="lys", question=ASKED)),
        ("borde og lamper", c.ShowPassage(passage_id="bord", question=ASKED)),
        ("nej", c.NoneFits(question=ASKED)),
        ("ingen af dem", c.NoneFits(question=ASKED)),
    ],
)
def test_a_choice_is_picked_by_yes_a_number_or_its_words(text: str, meant: c.Command) -> None:
    assert _heard(text, awaiting(CHOICES)) == meant


@given(
    st.sampled_from(_each(LEANS) + _each(OWN)),
    st.sampled_from([ANSWER, CHOICES, SILENT]),
    st.sampled_from(["", " tak", " på torsdag", " hjemme?", " ja", " godkend alle"]),
)
def test_a_follow_up_never_changes_a_day(text: str, before: Answer | DidYouMean | NotCovered, more: str) -> None:
    heard = _heard(text + more, awaiting(before))
    changes = isinstance(heard, c.CommandModel) and heard.writes
    assert not changes or isinstance(heard, c.RateAnswer)
