"""How often and how long to try again. Source: "Optimize your bot: rate limiting and best practices in Teams"."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

RETRIED = frozenset({412, 429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Patience:
    """`tries` in all, `timeout` seconds each; without Retry-After waits of `first`, doubled each time, at most `most`.

    A Retry-After longer than `longest` is not waited for: that is for whoever can put the message aside.
    """

    tries: int = 4
    timeout: float = 10.0
    first: float = 0.5
    most: float = 4.0
    longest: float = 10.0

    def wait(self, attempt: int, asked: float | None) -> float | None:
        """Return the seconds to wait after attempt 1, 2, …, or None to give up."""
        if attempt >= self.tries or (asked is not None and asked > self.longest):
            return None
        spread = random.random()  # noqa: S311 (so that not all come back in the same moment; nothing secret)
        if asked is not None:
            return asked * (1 + 0.1 * spread)
        step: float = self.first * 2 ** (attempt - 1)
        return min(self.most, step) * (0.5 + 0.5 * spread)


def retry_after(header: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for, given as a number or as an HTTP date."""
    if not header:
        return None
    try:
        seconds = float(header)
    except ValueError:
        seconds = _until(header)
    return seconds if 0 <= seconds < float("inf") else None


def _until(header: str) -> float:
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return -1.0
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
