"""Whose team is meant when somebody who leads one, or is a deputy, speaks of "the team"."""

from __future__ import annotations

from bot.usecases.ports import Desk
from storage import people


def led_team(desk: Desk) -> str | None:
    """Return whose team this person answers for: one's own, else the one that one is the deputy of; None of neither."""
    if people.team_of(desk.session, desk.by.id):
        return desk.by.id
    led = people.led_by(desk.session, desk.by.id)
    return next((one.leader_id for one in led if one.leader_id), None)
