"""A turn of talk: what was awaited and what was said lead to one step. Pure."""

from __future__ import annotations

from pydantic import BaseModel

from dialogs.answers import answered
from dialogs.awaiting import Awaiting
from dialogs.phrases import phrase
from dialogs.scene import Scene, Step
from dialogs.spelling import words
from dialogs.understanding import Understanding
from dialogs.wishes import Outcome, wish
from domain import commands as c
from domain.facts import Stop, Stopped

__all__ = ["Scene", "Step", "listen"]


def listen(text: str, awaiting: Awaiting, scene: Scene, understanding: Understanding) -> Step:
    """Return what to show or do. Nothing changes a day unless `awaiting` offered just that."""
    said = " ".join(text.split())
    if len(text) > c.LONGEST_QUESTION:
        return Step(show=Stopped(Stop.TOO_LONG), intent="too_long")
    if not words(said) and "?" not in said and not ("👍" in said and awaiting.yes is not None):
        return Step(show=Stopped(Stop.EMPTY), intent="empty")
    if (meant := phrase(said, scene)) is not None:
        return _step(meant, "phrase")
    understood = understanding.understand(said, scene.role, scene.today)
    answer = answered(said, awaiting, understood, scene)
    if answer is not None:
        return _step(answer, "reply")
    return _step(wish(understood, said, scene), understood.intent)


def _step(outcome: Outcome, intent: str) -> Step:
    if isinstance(outcome, BaseModel):
        return Step(do=outcome, intent=intent)
    return Step(show=outcome, intent=intent)
