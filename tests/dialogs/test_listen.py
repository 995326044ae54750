"""Nothing changes a day unless what was shown last offered just that; any talk, in any order, about any card."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from dialogs.awaiting import Awaiting, awaiting, unasked
from dialogs.intents.examples import load_examples
from dialogs.listen import Scene, Step, listen
from dialogs.understanding import Understanding
from domain import commands as c
from domain.people import Person
from tests.dialogs.facts import KINDS, PEOPLE, facts

UNDERSTANDING = Understanding()
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
CHANGES = (
    c.MarkDays,
    c.WithdrawDays,
    c.CancelDays,
    c.ApproveDays,
    c.DeclineDays,
    c.AcknowledgeCancellation,
    c.PickReplacement,
)
LARS = Person("l", "Lars Holm")
SCENES = (Scene(PEOPLE[0], (), NOW), Scene(LARS, PEOPLE, NOW), Scene(LARS, PEOPLE[:1], NOW))

SHORT = (
        "ja", "nej", "ok", "fortryd", "godkend", "afvis", "send", "set", "1", "2", "den anden", "aflys", "annuller",
        "godkend alle", "afvis fordi vi har møde", "ja tak", "nej tak", "👍", "tak", "aflys dagen", "det hjalp",
        "fredag", "formiddag", "også fredag", "nej fredag i stedet", "næste tirsdag", "31/11", "i går", "Anna", "Bo",
        "pga. personalemøde", "hjælp", "mine dage", "ja men ikke fredag", "godkend ikke", "slet", "ja nej", "nej ja",
)  # fmt: skip
ANSWERS = st.sampled_from(SHORT)
UTTERANCES = st.sampled_from([example.text for example in load_examples()])
TEXTS = st.one_of(ANSWERS, UTTERANCES, st.text(max_size=60), st.tuples(ANSWERS, ANSWERS).map(" ".join))


class Talk(RuleBasedStateMachine):
    """A person is shown facts and says things; what was shown last is all that may be answered."""

    shown = Bundle("shown")

    @initialize(scene=st.sampled_from(SCENES))
    def begin(self, scene: Scene) -> None:
        self.scene = scene
        self.state = Awaiting()

    @rule(target=shown, fact=facts, on_its_own=st.booleans())
    def show(self, fact, on_its_own: bool):
        self.state = (unasked if on_its_own else awaiting)(fact)
        return fact

    @rule(fact=shown)
    def show_again(self, fact) -> None:
        self.state = awaiting(fact)

    @rule(text=TEXTS)
    def say(self, text: str) -> None:
        step = listen(text, self.state, self.scene, UNDERSTANDING)
        assert (step.show is None) != (step.do is None)
        check(step, self.state)
        if step.show is not None:
            self.state = awaiting(step.show)
        else:
            self.state = Awaiting()


def check(step: Step, state: Awaiting) -> None:
    if not isinstance(step.do, CHANGES):
        return
    deed = step.do.model_copy(update={"reason": ""}) if isinstance(step.do, c.DeclineDays) else step.do
    assert deed in (state.yes, state.no, state.everything)


Talk.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestTalk = Talk.TestCase


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=7, deadline=None)
@given(data=st.data())
def test_no_short_answer_does_more_than_was_offered(kind, data):
    fact, on_its_own, scene = data.draw(st.tuples(KINDS[kind], st.booleans(), st.sampled_from(SCENES)))
    state = (unasked if on_its_own else awaiting)(fact)
    for text in SHORT:
        check(listen(text, state, scene, UNDERSTANDING), state)


@given(text=TEXTS, scene=st.sampled_from(SCENES))
def test_nothing_changes_when_nothing_is_awaited(text, scene):
    assert not isinstance(listen(text, Awaiting(), scene, UNDERSTANDING).do, CHANGES)


@given(text=TEXTS, fact=facts, scene=st.sampled_from(SCENES))
def test_the_same_words_after_the_same_card_lead_to_the_same(text, fact, scene):
    state = awaiting(fact)
    kept = Awaiting.model_validate(state.model_dump(mode="json", exclude_defaults=True))
    assert listen(text, state, scene, UNDERSTANDING) == listen(text, kept, scene, UNDERSTANDING)


@given(text=st.text(min_size=2001, max_size=2100))
def test_a_novel_is_not_read(text):
    step = listen(text, Awaiting(), SCENES[0], UNDERSTANDING)
    assert step.intent == "too_long"
