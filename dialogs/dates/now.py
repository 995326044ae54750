"""A day at home that is told and not asked for, "hjemme nu": today is meant, and the person is asked so."""

from __future__ import annotations

import re

_NOW = re.compile(
    r"\W*(?:(?:hej|hi|ok|så|okay)[ ,]+)?"
    r"(?:jeg (?:er|sidder|arbejder|bliver|tager)|i ?['’]?(?: am|m)|er|sidder|arbejder|bliver)? ?"
    r"(?:working )?"
    r"(?:bare |lige |kun |just )?(?:at |from |på )?(?:hjemme|hjemmefra|home|hjemmekontor(?:et)?),? "
    r"(?:fra |her |lige |right )?(?P<now>nu|now)(?: af)?\W*",
    re.IGNORECASE,
)


def right_now(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return the word for now and where it stands, in a message that says nothing but "home now"; else None."""
    found = _NOW.fullmatch(text) if "?" not in text and len(text) < 80 else None
    return (found["now"], found.span("now")) if found else None
