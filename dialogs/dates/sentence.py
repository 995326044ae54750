"""A sentence walked through from left to right: the days in it, and the words around them that change their part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.dates.cursor import Cursor
from dialogs.dates.groups import group
from dialogs.dates.halves import half
from dialogs.dates.said import Group
from dialogs.dates.sense import Sense
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
    target: bool = False  # comes after "til" or "med"
    dropped: bool = False  # comes after "slet" or "aflys"
    joined: bool = False  # comes after "og"
    reason: bool = False  # comes after "fordi": it tells why, not when
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
_WORDS_OF_REGRET = 4  # "nej vent jeg mener" may stand between two dates
_MOST_MENTIONS = 24  # after so many, nobody speaks of days any more
_REACH = 6  # tokens from the beginning of a date to its first telling word
_NIGHTS = vocabulary("aften nat morges forgårs går")
_HALVES = vocabulary("halvdel half halvdag")
_HALF_WORDS = frozenset({Sense.HALF, Sense.NOON, Sense.HOURS})
_DAY_WORDS = frozenset(
    {
        Sense.NUMBER,
        Sense.ORDINAL,
        Sense.WRITTEN,
        Sense.WEEKDAY,
        Sense.WEEKDAYS,
        Sense.THE_WEEKDAY,
        Sense.LAST_WEEKDAY,
        Sense.WORKDAYS,
        Sense.MONTH,
        Sense.RELATIVE,
        Sense.FEAST,
        Sense.SEASON,
        Sense.DAY,
        Sense.WEEK,
        Sense.THE_WEEK,
        Sense.WEEKEND,
        Sense.MONTHS,
        Sense.YEAR,
        Sense.MORNING,
        Sense.HALF,
    }
)
_BREAKS = (Sense.STOP, Sense.DOT)


def _near(tokens: tuple[Token, ...], senses: frozenset[Sense], words: frozenset[str]) -> list[bool]:
    """Return for each token whether one of these is it or follows closely: elsewhere no rule need be tried."""
    found = [False] * len(tokens)
    last = -_REACH
    for at in reversed(range(len(tokens))):
        token = tokens[at]
        if token.sense in senses or token.word in words:
            last = at
        found[at] = 0 <= last - at < _REACH
    return found


def _is_exchanged(before: Token) -> bool:
    """Return whether one day goes for the one behind this word: "torsdag med fredag", "Thursday for Friday"."""
    return before.word in ("med", "with", "to") or (before.sense is Sense.BEFORE and before.weak)


def sentence(text: str) -> Sentence:
    """Return what a text says about days."""
    return _Reading(tokens_of(text)).read()


class _Reading:
    """One walk through the tokens of a text."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.c = Cursor(tokens)
        self.near_days = _near(tokens, _DAY_WORDS, _NIGHTS)
        self.near_halves = _near(tokens, _HALF_WORDS, _HALVES)
        self.mentions: list[Mention] = []
        self.halves: list[HalfMention] = []
        self.no = False  # a "not" was said in this clause
        self.instead = False  # "i stedet for" comes right before
        self.moving = False
        self.moved = False
        self.dropping = False
        self.reason = False
        self.home: bool | None = None
        self.count = 0  # sentences so far

    def read(self) -> Sentence:
        """Walk to the end."""
        while not self.c.done and len(self.mentions) < _MOST_MENTIONS:
            at = self.c.at
            if not (self.near_days[at] and self._group()) and not (self.near_halves[at] and self._half()):
                self._word()
        return Sentence(tuple(self.mentions), tuple(self.halves), self.moved)

    def _group(self) -> bool:
        self.c.moving = self.moving
        before = self.c.peek(-1)
        found = self.c.attempt(group)
        if found is None:
            return False
        home = self._place()
        self.mentions.append(
            Mention(
                found,
                self.no,
                self.instead,
                moving=self.moving,
                target=before.sense is Sense.TO or _is_exchanged(before),
                dropped=self.dropping,
                reason=self.reason,
                joined=before.sense in (Sense.AND, Sense.PLUS),
                home=home,
                sentence=self.count,
            )
        )
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
            if sense in (Sense.COMMA, *_BREAKS, Sense.AND, Sense.ONLY):
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
            case Sense.DROP | Sense.WANT:
                self.dropping = token.sense is Sense.DROP
            case Sense.BECAUSE:
                self.reason = bool(self.mentions)
            case Sense.SORRY:
                self._take_back()
            case _:
                self._instead(token)
        self.c.at += 1

    def _break(self) -> None:
        self.no = self.moving = self.instead = self.reason = False
        self.count += 1

    def _is_polite(self) -> bool:
        """Return whether "ikke" only makes a question kind: "kan jeg ikke være hjemme på fredag"."""
        return self.c.peek(-1).word in _PRONOUNS and self.c.peek(-2).word in _MODALS

    def _take_back(self) -> None:
        """Mark what was said right before as taken back, when a date follows: "torsdag, nej fredag"."""
        if not self.mentions or self.mentions[-1].group.end < self.c.peek(-4).start:
            return
        here = self.c.at
        follows = False
        for _ in range(_WORDS_OF_REGRET):
            self.c.skip(Sense.SORRY, Sense.COMMA, Sense.DOT)
            follows = follows or self.c.attempt(group) is not None
            self.c.at += 0 if follows else 1
        self.c.at = here
        if follows:
            last = self.mentions[-1]
            self.mentions[-1] = replace(last, corrected=True)

    def _instead(self, token: Token) -> None:
        if token.word == "da" and self.c.peek(1).word in _PRONOUNS:
            self.reason = bool(self.mentions)
        behind = self.c.peek(1).word
        if token.word in ("fremfor", "rather") or (token.word in ("stedet", "instead") and behind in ("for", "of")):
            self.instead = True
