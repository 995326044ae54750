"""How often a calendar feed may be asked for: per address, and for addresses that nobody knows altogether.

Not per caller: calendars of a whole municipality are fetched from the same few addresses at Microsoft.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from bot.web import TooOften

WINDOW = 60.0  # seconds
OF_ONE = 20  # in a window: calendars ask a few times an hour
OF_NOBODY = 300
KEPT = 20_000  # addresses that are counted at a time


class FeedRate:
    """Counts in windows of a minute, in memory. Each replica counts for itself."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()
        self._asked: OrderedDict[str, int] = OrderedDict()
        self._known: OrderedDict[str, None] = OrderedDict()
        self._missed = 0

    def ask(self, key: str) -> None:
        """Count a request for an address. Raises TooOften with the seconds until it may be asked for again."""
        left = self._left()
        count = self._asked.get(key, 0) + 1
        if count > OF_ONE or (self._missed >= OF_NOBODY and key not in self._known):
            raise TooOften(left)
        self._asked[key] = count
        self._known.setdefault(key)
        while len(self._asked) > KEPT:
            self._asked.popitem(last=False)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def missed(self, key: str) -> None:
        """Count a request for an address that nobody knows."""
        self._missed += 1
        self._known.pop(key, None)

    def _left(self) -> float:
        """Return the seconds that are left of the window, and begin a new one where it is over."""
        now = self._clock()
        if now - self._began >= WINDOW:
            self._began, self._missed = now, 0
            self._asked.clear()
        return WINDOW - (now - self._began)
