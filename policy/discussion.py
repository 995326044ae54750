"""What a team can talk about before it settles its frames: the policy's themes and inspiration questions (p. 9-10)."""

from __future__ import annotations

from domain.check_items import CheckItem
from policy.handbook import Handbook, Kind, Passage

_FOR_LEADERS = "Til lederen"  # questions that a leader is to ask themselves (p. 12)


def discussion_questions(handbook: Handbook) -> tuple[CheckItem, ...]:
    """Return the themes and questions in the policy's order; a line that only leads up to them is none."""
    return tuple(_question(one) for one in handbook.passages.values() if _is_for_the_team(one))


def _is_for_the_team(passage: Passage) -> bool:
    leads_up = passage.text.rstrip().endswith(":")
    return passage.kind is Kind.DISCUSSION and not leads_up and not any(_FOR_LEADERS in part for part in passage.path)


def _question(passage: Passage) -> CheckItem:
    return CheckItem(passage.id, passage.heading, passage.page, " ".join(passage.text.split()))
