"""What the cards of a round of questions have in common: the answers in words, the last day, the numbers."""

from __future__ import annotations

from collections.abc import Sequence

from cards.frame import Part, entry, together
from cards.setting import Setting
from domain.discussion import Discussion, Stance, Tally


def stance_word(stance: Stance, setting: Setting) -> str:
    """Return an answer in a few words."""
    t = setting.words.t
    match stance:
        case Stance.WORKS:
            return t("It works as it is")
        case Stance.TALK:
            return t("We should talk about it")
        case Stance.UNSURE:
            return t("I have no opinion on it")


def until(one: Discussion, setting: Setting) -> str:
    """Return how long answers are taken."""
    return setting.words.t("Open until and with {day}", day=setting.day(one.closes_on))


def from_policy(one: Discussion, setting: Setting) -> str:
    """Return where in the policy the questions stand."""
    pages = [str(page) for page in sorted({question.page for question in one.questions})]
    return setting.words.t("The questions are the policy's own (page {pages}).", pages=setting.words.listed(pages))


def numbers(tally: Tally, setting: Setting) -> str:
    """Return how many gave each answer, in a line."""
    given = [f"{stance_word(stance, setting)}: {count}" for stance, count in tally.counts.items() if count]
    return " · ".join(given) or setting.words.t("Nobody answered this one")


def answers(tallies: Sequence[Tally], setting: Setting) -> Part:
    """Return each question with its numbers and, beneath, what was remarked."""
    rows = []
    for number, tally in enumerate(tallies, 1):
        said = "".join(f"\n“{remark}”" for remark in tally.remarks)
        rows.append(entry(f"{number}. {tally.question.text}", f"{numbers(tally, setting)}{said}"))
    return together(*rows)
