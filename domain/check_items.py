"""An item of one of the policy's checklists, as it read on the day when the list was begun."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One question in the policy's words. `section` is the heading that it stands under, `page` counts from 1.

    `asks_need` marks a question that asks for a need ("Har medarbejderen behov for …?"): there a yes, not a no, is
    what the leader must answer.
    """

    id: str
    section: str
    page: int
    text: str
    asks_need: bool = False
