"""Whose checklist is meant, and what may be answered to one in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from dialogs.awaiting import Awaiting, awaiting
from dialogs.listen import listen
from dialogs.scene import Scene
from dialogs.understanding import Understanding
from domain import commands as c
from domain import facts as f
from domain.people import Person
from tests.cards.assessment_examples import NEW
from tests.cards.checklist_examples import CHECKLISTS, DONE, GAPS, HALF, NEED, SENT, SENT_FINE

ANNA, BO, LARS = (
    Person("a", "Anna Holm", leader_id="l"),
    Person("b", "Bo Skov", leader_id="l"),
    Person("l", "Lars Juhl"),
)
CHECKLIST_OF_TEAM = f.AssessmentCard(NEW)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@cache
def understanding() -> Understanding:
    return Understanding()


def heard(text: str, leads: bool = False, awaits: Awaiting | None = None) -> object:
    scene = Scene(LARS if leads else ANNA, (ANNA, BO) if leads else (), NOW)
    step = listen(text, awaits or Awaiting(), scene, understanding())
    return step.do or step.show


@pytest.mark.parametrize("said", ["tjekliste", "start tjekliste", "Start tjeklisten", "start checklist", "checklist"])
def test_the_word_alone_is_ones_own(said: str) -> None:
    assert heard(said) == c.OpenChecklist()
    assert heard(said, leads=True) == c.OpenChecklist()


@pytest.mark.parametrize(
    "said", ["tjekliste til Anna", "Tjekliste for Anna Holm", "bed Anna om tjekliste", "checklist for Anna"]
)
def test_a_leader_names_an_employee(said: str) -> None:
    assert heard(said, leads=True) == c.ShowChecklist(employee_id="a")


@pytest.mark.parametrize("said", ["tjekliste til alle", "bed alle om tjekliste", "tjeklister", "teamets tjeklister"])
def test_a_leader_means_everybody(said: str) -> None:
    assert heard(said, leads=True) == c.ShowChecklists()


def test_a_name_that_nobody_has_is_asked_for() -> None:
    assert heard("bed Otto om tjekliste", leads=True) == c.ShowChecklist(named="Otto")


@pytest.mark.parametrize("said", ["jeg er flyttet", "Jeg er lige flyttet.", "I have moved", "jeg har flyttet"])
def test_moving_is_shown_before_it_changes_anything(said: str) -> None:
    assert heard(said) == c.ProposeMove()
    assert heard("ja", awaits=awaiting(f.MovedHome())) == c.RenewChecklist(moved=True)
    assert heard("nej", awaits=awaiting(f.MovedHome())) == c.LetGo()


def card(one: object, mine: bool) -> f.ChecklistCard:
    return f.ChecklistCard(one, ANNA, mine, GAPS)  # type: ignore[arg-type]


def test_a_whole_list_can_be_sent_in_words_and_a_half_one_cannot() -> None:
    whole = replace(SENT, sent_at=None)
    sends = c.AnswerChecklist(list_id=whole.id, edition=whole.edition, send=True)
    assert heard("send", awaits=awaiting(card(whole, mine=True))) == sends
    assert awaiting(card(HALF, mine=True)).yes is None
    assert awaiting(card(SENT, mine=True)).yes is None


def test_a_review_ends_in_words_only_when_every_gap_is_decided() -> None:
    ends = c.ReviewChecklist(list_id=SENT.id, edition=SENT_FINE.edition, close=True)
    assert heard("afslut", leads=True, awaits=awaiting(card(SENT_FINE, mine=False))) == ends
    assert awaiting(card(SENT, mine=False)).yes is None
    assert awaiting(card(replace(SENT, settlements={NEED.id: DONE.settlement(NEED)}), mine=False)).yes is None
    assert awaiting(card(DONE, mine=False)).yes is None


def test_asking_in_words() -> None:
    missing = f.ChecklistMissing(ANNA)
    assert heard("bed", leads=True, awaits=awaiting(missing)) == c.AskForChecklist(employee_id="a")
    team = CHECKLISTS["team checklists"]
    assert awaiting(team).yes == c.AskForChecklist()
    assert heard("2", leads=True, awaits=awaiting(team)) == c.ShowChecklist(employee_id="l")


@pytest.mark.parametrize("said", ["apv", "APV-tjekliste", "vis apv", "lederens apv tjekliste", "apv checklist"])
def test_apv_is_the_teams_list_for_a_leader_and_ones_own_for_others(said: str) -> None:
    assert heard(said, leads=True) == c.ShowAssessment()
    assert heard("apv") == c.OpenChecklist()


def test_a_section_of_the_teams_list_is_chosen_by_number_or_words() -> None:
    awaits = awaiting(CHECKLIST_OF_TEAM)
    assert heard("2", leads=True, awaits=awaits) == c.ShowAssessment(section=1)
    assert heard("Organisationen", leads=True, awaits=awaits) == c.ShowAssessment(section=2)
