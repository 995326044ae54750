"""Slips of the pen in weekdays and months: "onsadg", "mandg", "desember"."""

from __future__ import annotations

from functools import lru_cache

from dialogs.dates.lexicon import LEXICON, NOTHING
from dialogs.dates.sense import Entry, Sense
from dialogs.spelling import differ_little, vocabulary

_LEAST = 5  # letters of a word that may hold a slip
_LONG = frozenset(
    (word, entry)
    for word, entry in LEXICON.items()
    if len(word) >= _LEAST
    and not entry.weak
    and entry.sense in (Sense.WEEKDAY, Sense.WEEKDAYS, Sense.THE_WEEKDAY, Sense.MONTH, Sense.RELATIVE, Sense.HALF)
)
# words of their own that are a letter away from a day or a month
_NO_SLIPS = vocabulary(
    "mandat mandate fridag fridage fridagen middag mandaten sandag freddag handag mundag marks marts' "
    "augusta junior juniper juice julie julia julius aprilia novelle octobus days todays fredagsbar fredags "
    "sunday's saturdays' toady mands mandig fredelig tordag's middage solidag friday's martin martins marta martha "
    "maries mardi maria marie apollo avril vedag ferie feriedag feriedage mødedag mødedage kontordag"
)


@lru_cache(maxsize=4096)
def entry_of(word: str) -> Entry:
    """Return what a folded word means, also when it is a slip away from a long one."""
    known = LEXICON.get(word)
    if known is not None:
        return known
    if len(word) < _LEAST or len(word) > 14 or not word.isalpha() or word in _NO_SLIPS:
        return NOTHING
    close = (entry for long, entry in _LONG if long[0] == word[0] and differ_little(word, long))
    return min(close, key=lambda entry: (entry.sense.value, str(entry.value)), default=NOTHING)
