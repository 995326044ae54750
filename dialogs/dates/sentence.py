"""A sentence walked through from left to right: the days in it, and the words around them that change their part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.dates.cursor import Cursor
from dialogs.dates.groups import group
from dialogs.dates.halves import half
from dialogs.dates.lexicon import Sense
from dialogs.dates.said import Group
from dialogs.dates.tokens import Token, tokens_of
from dialogs.spelling import vocabulary
from domain.home_days import Half


@dataclass(frozen=True, slots=True)
class Mention:
    """Days named in a sentence. `no` stands under a "not", `left` is what is left for another day."""

    group: Group
    no: bool = False
    left: bool = False
    corrected: bool = False  # taken back right after it was said
    moving: bool = False  # comes after "flyt"
    home: bool | None = None  # False when it is said of the workplace
    sentence: int = 0  # which of the sentences it stands in


@dataclass(frozen=True, slots=True)
class HalfMention:
    """Half a day named away from any date; `home` is False when it is said of the workplace."""

    half: Half
    home: bool | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a text says about days, in order."""

    mentions: tuple[Mention, ...]
    halves: tuple[HalfMention, ...]
    moving: bool = False


_MODALS = vocabulary("kan må skal vil kunne skulle ville måtte hvorfor could can't couldn't can may er var")
_PRONOUNS = vocabulary("jeg vi man du i we you it det der")
_BREAKS = (Sense.STOP, Sense.DOT)


def sentence(text: str) -> Sentence:
    """Return what a text says about days."""
    return _Reading(tokens_of(text)).read()


class _Reading:
    """One walk through the tokens of a text."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.c = Cursor(tokens)
        self.mentions: list[Mention] = []
        self.halves: list[HalfMention] = []
        self.no = False  # a "not" was said in this clause
        self.instead = False  # "i stedet for" comes right before
        self.moving = False
        self.moved = False
        self.home: bool | None = None
        self.count = 0  # sentences so far

    def read(self) -> Sentence:
        """Walk to the end."""
        while not self.c.done:
            if not self._group() and not self._half():
                self._word()
        return Sentence(tuple(self.mentions), tuple(self.halves), self.moved)

    def _group(self) -> bool:
        self.c.moving = self.moving
        found = self.c.attempt(group)
        if found is None:
            return False
        home = self._place()
        self.mentions.append(Mention(found, self.no, self.instead, moving=self.moving, home=home, sentence=self.count))
        self.instead = False
        return True

    def _half(self) -> bool:
        start = self.c.at
        found = self.c.attempt(half)
        if found is None:
            return False
        token, last = self.c.tokens[start], self.c.peek(-1)
        if last.sense in (Sense.NUMBER, Sense.HOURS, Sense.MORNING, Sense.EARLY) or self._is_greeting(start):
            self.c.at = start  # hours and mornings mean a half only right behind a day
            return False
        self.halves.append(HalfMention(found, self._place(), token.start, last.end))
        return True

    def _is_greeting(self, start: int) -> bool:
        return start > 0 and self.c.tokens[start - 1].word in ("god", "good", "go'", "go")

    def _place(self) -> bool | None:
        """Return whether home or the workplace is spoken of here: what follows at once, else what came before."""
        for ahead in range(3):
            sense = self.c.peek(ahead).sense
            if sense is Sense.HOME:
                return True
            if sense is Sense.OFFICE:
                return False
            if sense in (Sense.COMMA, *_BREAKS, Sense.AND):
                break
        return self.home

    def _word(self) -> None:
        token = self.c.peek()
        match token.sense:
            case Sense.STOP | Sense.DOT:
                self._break()
            case Sense.COMMA | Sense.ONLY:
                self.no = False
            case Sense.NOT:
                self.no = not self._is_polite()
            case Sense.MOVE:
                self.moving = self.moved = True
            case Sense.HOME | Sense.OFFICE:
                self.home = token.sense is Sense.HOME
            case Sense.SORRY:
                self._take_back()
            case _:
                self._instead(token)
        self.c.at += 1

    def _break(self) -> None:
        self.no = self.moving = self.instead = False
        self.count += 1

    def _is_polite(self) -> bool:
        """Return whether "ikke" only makes a question kind: "kan jeg ikke være hjemme på fredag"."""
        return self.c.peek(-1).word in _PRONOUNS and self.c.peek(-2).word in _MODALS

    def _take_back(self) -> None:
        """Mark what was said right before as taken back, when a date follows: "torsdag, nej fredag"."""
        if not self.mentions or self.mentions[-1].group.end < self.c.peek(-4).start:
            return
        here = self.c.at
        self.c.skip(Sense.SORRY, Sense.COMMA, Sense.ON)
        self.c.take_word("jeg", "i")
        self.c.skip(Sense.SORRY, Sense.COMMA, Sense.ON)
        self.c.take_word("det", "den")
        follows = self.c.attempt(group) is not None
        self.c.at = here
        if follows:
            last = self.mentions[-1]
            self.mentions[-1] = replace(last, corrected=True)

    def _instead(self, token: Token) -> None:
        behind = self.c.peek(1).word
        if token.word in ("fremfor", "rather") or (token.word in ("stedet", "instead") and behind in ("for", "of")):
            self.instead = True
