"""Being added is told twice, as installationUpdate and as conversationUpdate; it is answered once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_REMEMBERED = 10_000


class Arrivals:
    """The chats that the bot was lately added to.

    Kept in memory only: the two tellings come within seconds of each other. That a person is welcomed once in all,
    over restarts, is decided by what is stored about them.
    """

    def __init__(self, seconds: float = 600, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._when: OrderedDict[str, float] = OrderedDict()

    def is_known(self, conversation_id: str) -> bool:
        """Return whether this arrival has been answered already."""
        when = self._when.get(conversation_id)
        return when is not None and self._clock() - when < self._seconds

    def note(self, conversation_id: str) -> None:
        """Remember an arrival that has been answered."""
        self._when[conversation_id] = self._clock()
        self._when.move_to_end(conversation_id)
        if len(self._when) > MOST_REMEMBERED:
            self._when.popitem(last=False)

    def forget(self, conversation_id: str) -> None:
        """The bot was removed: the next arrival counts anew."""
        self._when.pop(conversation_id, None)
