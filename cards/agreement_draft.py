"""The first draft of an agreement, from what is known: days asked for, things handed out, hours settled in the team.

It is written in Danish, for the agreement goes into a Danish personnel file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cards.words import Words, sentence
from domain.agreements import LONGEST_TERM, Terms


def prefilled(asked: Sequence[date], things: Sequence[str], words: Words, hours: str = "") -> Terms:
    """Return the terms that are known already; the rest is for the two to write."""
    weeks = {on.isocalendar()[:2] for on in asked}
    weekdays = {on.weekday(): on for on in asked}
    extent = ""
    if weeks:
        most = max(sum(1 for on in asked if on.isocalendar()[:2] == week) for week in weeks)
        extent = words.n("{count} day a week at most", "{count} days a week at most", most)
    placing = sentence(words.weekdays([weekdays[number] for number in sorted(weekdays)])) if asked else ""
    return Terms(
        extent=extent,
        placing=placing,
        availability=hours[:LONGEST_TERM],
        equipment=", ".join(things)[:LONGEST_TERM],
        start=min(asked) if asked else None,
    )
