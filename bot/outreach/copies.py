"""The messages of broadcasts, drawn once for all who get the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from bot.chat import Post
from cards.draw import draw
from cards.setting import Setting
from domain.broadcasts import Broadcast
from domain.facts import BroadcastMessage
from domain.people import Language
from storage.mailbag import Receiver
from storage.receivers import Task

KEPT = 64  # drawings at most; a broadcast needs a handful


class Copies:
    """Draws each message once for each language and state."""

    def __init__(self, post: Post, setting: Callable[[Language], Setting]) -> None:
        self._post = post
        self._setting = setting
        self._drawn: dict[tuple[UUID, int, Language, bool, bool], bytes] = {}

    def of(self, broadcast: Broadcast, to: Receiver) -> bytes:
        """Return what this receiver gets."""
        key = (broadcast.id, broadcast.version, to.language, to.task is Task.REMIND, to.has_confirmed)
        if key not in self._drawn:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            confirmed = datetime.now(UTC) if to.has_confirmed else None
            fact = BroadcastMessage(broadcast, confirmed, reminds=to.task is Task.REMIND)
            self._drawn[key] = self._post.copy(draw(fact, self._setting(to.language)))
        return self._drawn[key]
