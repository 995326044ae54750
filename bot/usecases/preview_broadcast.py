"""A draft as its receivers will get it, with how many they are."""

from __future__ import annotations

from bot.minds import now_here
from bot.usecases.ports import Desk
from domain.broadcasts import Broadcast
from domain.facts import BroadcastPreview
from storage import audiences


def preview(broadcast: Broadcast, desk: Desk, *, asks_again: bool = False) -> BroadcastPreview:
    """Return the preview; the audience is counted now, and again when it is sent."""
    return BroadcastPreview(broadcast, audiences.reach(desk.session, broadcast, now_here().date()), asks_again)
