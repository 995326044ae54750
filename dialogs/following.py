"""A question that leans on the one before: "og hvad med stolen?", "hvorfor?", "gælder det også om aftenen?"."""

from __future__ import annotations

import re

from dialogs.intents.intent import Intent
from dialogs.spelling import vocabulary, words
from dialogs.understood import Understood

MOST_WORDS = 14  # longer ones say what they mean themselves
_SHORT = 7
# as folded: "does" is "dos" there, for oe is ø
_NODS = r"(?:(?:ok|okay|aha|tak|fint|na|nej|ja|javel|super|fedt|jamen|hm|thanks|thank you|yes|no|right|ah) )*"
_AND = r"(?:og|men|jamen|sa|plus|and|but|so)"
_ASKS = r"(?:hvad|hva|hvem|hvor|hvornar|hvordan|hvorfor|hvilken|hvilke|what|who|where|when|how|why|which)"
_MAY = r"(?:ma|skal|kan|er|gaelder|galder|har|vil|bliver|is|are|dos|do|can|may|must|will)"
_HOW_MUCH = r"(?:hvor mange|hvor meget|hvor lange|hvor ofte|how many|how much|how long|how often)"
# What can only lean on something: it begins with a link, or asks in the shortest way.
_LEANS = re.compile(
    rf"{_NODS}(?:{_AND} )?(?:"
    r"(?:hvad|hva|what|how) (?:(?:sa|nu|er der|is there) )?(?:med|hvis|nar|om|about|if|when)\b.*|hvad sa\b.*|"
    r"(?:g[ae]*lder|er) (?:det|den|de) (?:ogsa|samme|det samme)\b.*|ogsa (?:for|i|om|nar|hvis|pa|til|ved)\b.*|"
    r"(?:det )?samme (?:for|med|regler)\b.*|(?:dos|is) (?:that|it|this) (?:also|the same)\b.*|"
    rf"(?:also|same) (?:for|on|at|in)\b.*|(?:{_ASKS}|{_HOW_MUCH})(?: (?:sa|ikke|not|da|det))?)"
)
_LINKED = re.compile(rf"{_NODS}{_AND} \w.*")
_SUPPOSING = re.compile(rf"{_NODS}(?:{_AND} )?(?:hvis|nar|if|when|even if|selv om|selv hvis)\b.*")
_IT = r"(?:det|den|dem|de|it|that|them|this)"
_POINTS = re.compile(rf"{_NODS}(?:{_AND} )?(?:{_ASKS}|{_MAY})\b(?: \w+){{0,3}}? {_IT}\b(?!.* (?:at|to)\b).*")
_AT_HOME = vocabulary("hjemme hjemmefra hjemmedag hjemmedage home")
_TALK = {Intent.HELP, Intent.GREETING_THANKS, Intent.TRANSPORT_TIME, Intent.LOCAL_RULES}
_ABOUT_POLICY = frozenset({Intent.ASK_POLICY, Intent.OUT_OF_SCOPE, *_TALK})
_SURE = 0.9


def follows(text: str, understood: Understood) -> bool:
    """Return whether this leans on the question before it, instead of being a wish of its own."""
    said = words(text)
    if not said or len(said) > MOST_WORDS:
        return False
    plain = " ".join(said)
    if _is_wish(said, understood):
        return False
    if _LEANS.fullmatch(plain):
        return True
    if "?" in text and _LINKED.fullmatch(plain):
        return True
    return len(said) <= _SHORT and any(shape.fullmatch(plain) for shape in (_SUPPOSING, _POINTS))


def _is_wish(said: list[str], understood: Understood) -> bool:
    """Return whether something else than an answer is wished, surely, or with a day at home."""
    if understood.intent in _ABOUT_POLICY:
        return False
    if len(said) == 1 or (understood.read.spans and not set(said) & _AT_HOME and understood.certainty < 1):
        return False  # "hvornår?", "og på fredag?": a day alone wishes nothing
    return understood.certainty >= _SURE or bool(understood.read.spans and set(said) & _AT_HOME)
