"""Examples of rounds of questions to a team, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from domain import facts as f
from domain.discussion import Discussion, Opinion, Reply, Stance, tally
from domain.frame_form import TypedFrame
from policy.discussion import discussion_questions
from policy.load import load_handbook

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
STRANGE = ("<b>[x](http://y.example)</b> *a* {{x}} 1. \n# stor " * 20)[:500]
QUESTIONS = discussion_questions(load_handbook())
ROUND = Discussion(UUID(int=31), "l", "1", QUESTIONS[7:12], NOW, date(2026, 11, 30))
ALL = replace(ROUND, questions=QUESTIONS)
NEW = Reply(ROUND.id, "a")
SOME = replace(NEW, edition=1, opinions={ROUND.questions[0].id: Opinion(Stance.TALK, "Gerne om fredagen.")})
WILD = replace(NEW, edition=3, opinions={one.id: Opinion(Stance.WORKS, STRANGE) for one in QUESTIONS})
SIX = [replace(WILD if number % 2 else SOME, person_id=str(number)) for number in range(6)]
NAMES = ("Anna Holm", "Bo Friis", "Eva <b>Smith</b>", "Dorte Lund", "Per Juhl")

DISCUSSIONS: dict[str, f.DiscussionFact | f.FrameFact] = {
    "round form": f.DiscussionForm(
        ROUND.id, QUESTIONS, tuple(one.id for one in ROUND.questions), date(2026, 11, 30), 9
    ),
    "round form empty": f.DiscussionForm(ROUND.id, QUESTIONS, (), date(2026, 11, 30), 1, f.RoundNote.NO_QUESTION),
    "round form dated": f.DiscussionForm(ROUND.id, QUESTIONS, ("x",), date(2026, 11, 30), 90, f.RoundNote.NO_DATE),
    "round asked": f.DiscussionCard(ROUND, NEW, "Lars"),
    "round asked again": f.DiscussionCard(ROUND, NEW, note=f.RoundNote.AGAIN),
    "round to correct": f.DiscussionCard(ROUND, SOME, "Lars"),
    "round stale": f.DiscussionCard(
        ALL, WILD, "Lars", unsaved={QUESTIONS[0].id: Opinion(None, "Nyt")}, note=f.RoundNote.STALE
    ),
    "round answered": f.DiscussionCard(ROUND, SOME, "Lars", open_form=False, note=f.RoundNote.KEPT),
    "round answered wildly": f.DiscussionCard(ALL, WILD, "Lars", open_form=False),
    "round over": f.DiscussionCard(ROUND, SOME, "Lars", is_over=True, open_form=False),
    "round missed": f.DiscussionCard(ROUND, NEW, is_over=True, open_form=False),
    "round started": f.DiscussionState(ROUND, 0, 9, is_over=False, note=f.RoundNote.STARTED),
    "round under way": f.DiscussionState(ALL, 4, 9, is_over=False, can_carry=True),
    "round of few": f.DiscussionState(ROUND, 2, 9, True, tally(ROUND, SIX[:2]), can_carry=True),
    "round of many": f.DiscussionState(ALL, 6, 9, True, tally(ALL, SIX), NAMES, can_carry=True),
    "round of nobody": f.DiscussionState(ROUND, 0, 9, True, tally(ROUND, ())),
    "frames after a round": f.FrameForm(2, TypedFrame(), answered=tally(ROUND, SIX[:3])),
}
