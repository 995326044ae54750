"""What one chat takes from one bot: 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour.

Source: "Optimize your bot: rate limiting and best practices in Teams", per bot per thread.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

LIMITS = ((1.0, 7), (2.0, 8), (30.0, 60), (3600.0, 1800))
LONGEST = LIMITS[-1][0]
SWEPT_AT = 2_000  # chats; then those that have been quiet are forgotten


class ChatPace:
    """Remembers when each chat was written to. `now` is a clock in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._sent: dict[str, list[float]] = {}
        self._swept_at = SWEPT_AT

    def wait(self, chat_id: str) -> float:
        """Return the seconds until the chat takes one more message."""
        sent = self._sent.get(chat_id)
        if not sent:
            return 0.0
        return max(0.0, *(sent[-most] + seconds - self._now() for seconds, most in LIMITS if len(sent) >= most), 0.0)

    def note(self, chat_id: str) -> None:
        """Note that a message is sent to the chat."""
        now = self._now()
        sent = self._sent.setdefault(chat_id, [])
        del sent[: bisect_right(sent, now - LONGEST)]
        sent.append(now)
        if len(self._sent) > self._swept_at:
            self._sweep(now)

    def _sweep(self, now: float) -> None:
        """Forget chats that have been quiet for half a minute, unless they are near the limit of the hour."""
        quiet = [one for one, sent in self._sent.items() if sent[-1] < now - 30 and len(sent) < 1_000]
        for one in quiet:
            del self._sent[one]
        self._swept_at = max(SWEPT_AT, 2 * len(self._sent))
