"""A place in a row of tokens, for parsing by descent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dialogs.dates.sense import Sense
from dialogs.dates.tokens import Token

T = TypeVar("T")  # what a rule returns, None included
_END = Token(Sense.STOP, "", 0, 0)
_DEEPEST = 48  # rules within rules; nobody says "dagen før dagen før dagen før …" for longer
_LOOKAHEAD = 8  # the farthest that a rule peeks, and one more


class Cursor:
    """Walks along tokens. A rule that returns None has to leave the cursor where it was: use `attempt`."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self._row = tokens + (_END,) * _LOOKAHEAD
        self.at = 0
        self._depth = 0
        self.nested = 0  # days within days: "dagen efter mandagen efter påske"
        self.moving = False  # after "flyt": "til" parts two days and makes no range

    @property
    def done(self) -> bool:
        """Return whether nothing is left."""
        return self.at >= len(self.tokens)

    def peek(self, ahead: int = 0) -> Token:
        """Return the token so many steps on (or back); past the ends a full stop."""
        at = self.at + ahead
        return self._row[at] if at >= 0 else _END

    def take(self, *senses: Sense) -> Token | None:
        """Step over the next token if it has one of the senses, and return it."""
        token = self._row[self.at]
        if token.sense in senses and token is not _END:
            self.at += 1
            return token
        return None

    def skip(self, *senses: Sense) -> None:
        """Step over any number of tokens with these senses."""
        while self.take(*senses):
            pass

    def take_word(self, *words: str) -> Token | None:
        """Step over the next token if it is one of these folded words."""
        token = self._row[self.at]
        if token.word in words and token is not _END:
            self.at += 1
            return token
        return None

    def attempt(self, rule: Callable[[Cursor], T]) -> T | None:
        """Return what the rule finds here; where it finds nothing the cursor stays."""
        if self._depth >= _DEEPEST:
            return None
        start = self.at
        self._depth += 1
        found = rule(self)
        self._depth -= 1
        if found is None:
            self.at = start
        return found

    def first_of(self, rules: Sequence[Callable[[Cursor], T]]) -> T | None:
        """Return what the first fitting rule finds."""
        for rule in rules:
            found = self.attempt(rule)
            if found is not None:
                return found
        return None
