"""The whole of understanding: intent by role, days, and the JSON of the command line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.intents.classifier import FOR_LEADERS
from dialogs.understanding import Understanding, as_json

TODAY = date(2026, 11, 23)
UNDERSTANDING = Understanding()


def intent(text: str, role: str = "employee") -> str:
    return UNDERSTANDING.understand(text, role, TODAY).intent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "hjemme torsdag formiddag",
            {"intent": "mark_days", "dates": ["2026-11-26"], "half_day": "am", "error": None},
        ),
        ("hjemme 31/11", {"intent": "mark_days", "dates": [], "half_day": None, "error": "invalid_date"}),
        ("hjemme i går", {"intent": "mark_days", "dates": [], "half_day": None, "error": "past_date"}),
        (
            "hjemme næste tirsdag",
            {"intent": "mark_days", "dates": ["2026-12-01"], "half_day": None, "error": "ambiguous"},
        ),
        ("hjælp", {"intent": "help", "dates": [], "half_day": None, "error": None}),
    ],
)
def test_as_json(text, expected):
    assert as_json(UNDERSTANDING.understand(text, "employee", TODAY)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "kan chefen bare aflyse min hjemmedag?",
        "må min leder aflyse en godkendt hjemmedag",
        "har jeg ret til at arbejde hjemme på fredag?",
        "hvem betaler for skærmen derhjemme",
        "hvad siger politikken om at aflyse hjemmedage",
        "can my boss cancel my home day",
        "skal hver hjemmedag godkendes af lederen?",
    ],
)
@pytest.mark.parametrize("role", ["employee", "leader", "hr"])
def test_a_question_that_sounds_like_a_deed_is_a_question(text, role):
    assert intent(text, role) == "ask_policy"


@pytest.mark.parametrize(
    ("text", "employee", "leader"),
    [
        ("aflys fredag", "cancel_own_day", "cancel_own_day"),
        ("aflys min fredag", "cancel_own_day", "cancel_own_day"),
        ("aflys Annas fredag", None, "cancel_employee_day"),
        ("godkend Annas fredag", None, "approve"),
        ("afvis Annas fredag", None, "decline"),
        ("vis mit teams uge", None, "team_overview"),
    ],
)
def test_the_role_matters(text, employee, leader):
    assert intent(text, "leader") == leader
    assert employee is None or intent(text) == employee


@given(st.text(max_size=80), st.sampled_from(["employee", "hr", "chief of everything", ""]))
def test_only_leaders_have_the_intents_of_leaders(text, role):
    assert UNDERSTANDING.understand(text, role, TODAY).intent not in FOR_LEADERS


@given(st.text(max_size=300), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_anything_can_be_said_on_any_day(text, today):
    understood = UNDERSTANDING.understand(text, "leader", today)
    assert 0 <= understood.certainty <= 1
    assert set(as_json(understood)) == {"intent", "dates", "half_day", "error"}


def test_a_long_letter_is_understood():
    letter = "Kære bot. " + "Jeg skriver en lang historie om mit liv og min kat. " * 30
    assert intent(letter + "Derfor vil jeg gerne arbejde hjemme på torsdag.") == "mark_days"
