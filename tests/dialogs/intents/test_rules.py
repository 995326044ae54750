"""Exact commands, turns of phrase and telling words: cheap, and nearly never wrong."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.dates.read import read_dates
from dialogs.intents.disguise import disguise
from dialogs.intents.exact import exact
from dialogs.intents.examples import load_examples
from dialogs.intents.intent import Intent, Role
from dialogs.intents.keywords import told
from dialogs.intents.rules import certain
from policy.examples import NOT_COVERED
from policy.examples import load_examples as load_questions

TODAY = date(2026, 11, 23)
LEADERS = {Intent.APPROVE, Intent.DECLINE, Intent.CANCEL_EMPLOYEE_DAY, Intent.TEAM_OVERVIEW, Intent.LOCAL_RULES}


def disguised(text: str) -> str:
    return disguise(text, read_dates(text, TODAY).spans)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("hjælp", Intent.HELP),
        ("Hjælp!", Intent.HELP),
        ("?", Intent.HELP),
        ("mine dage", Intent.SHOW_MY_DAYS),
        ("nyt link", Intent.SHOW_MY_DAYS),
        ("Mine Data", Intent.EXPORT_MY_DATA),
        ("mine dage i december", None),
        ("", None),
    ],
)
def test_exact(said, meant):
    assert exact(said, leads=False) is meant


def test_a_leaders_command_is_none_to_others():
    assert exact("godkend", leads=True) is Intent.APPROVE
    assert exact("godkend", leads=False) is None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Aflys Annas fredag", "aflys xnavns xdato"),
        ("aflys annas fredag", "aflys xnavns xdato"),
        ("er Jens hjemme?", "er xnavn hjemme? xspm"),
        ("aflys Qwertys hjemmedag", "aflys xnavns hjemmedag"),
        ("50-70 cm", "xtal-xtal cm"),
        ("bo i maj", "bo xdato"),
    ],
)
def test_disguise(said, shown):
    assert disguised(said) == shown


@pytest.mark.parametrize("tell", [certain, told])
def test_what_is_told_of_the_examples_is_nearly_always_right(tell):
    tries = right = 0
    for example in load_examples()[::3]:
        role = Role.LEADER if example.intent in LEADERS else Role.EMPLOYEE
        meant = tell(disguised(example.text), role)
        tries += meant is not None
        right += meant is example.intent
    assert tries > 100
    assert right / tries > 0.97


@pytest.mark.parametrize("role", Role)
def test_a_question_about_the_policy_is_hardly_ever_taken_for_a_deed(role):
    questions = [one.question for one in load_questions() if one.passage_id != NOT_COVERED][::6]
    taken = [q for q in questions if _deed(q, role) not in (None, Intent.ASK_POLICY)]
    assert len(taken) / len(questions) < 0.02, taken


def _deed(text: str, role: Role) -> Intent | None:
    return certain(disguised(text), role) or told(disguised(text), role)
