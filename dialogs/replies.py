"""Short answers: yes, no, never mind, thanks, a number. Only a message that says nothing else counts as one."""

from __future__ import annotations

import re
from enum import Enum, auto

from dialogs.spelling import fold, vocabulary, words
from domain import commands as c

_YES = vocabulary(
    "ja jo jep jeps jepsen japs jaja yes yep yeah yup y j ok okay okey oki okidoki fint fin perfekt super godt korrekt "
    "rigtigt praecist prast praecis precis bekraft bekrafter bekraeft bekraftet confirm confirmed sure correct right "
    "stemmer klart selvfolgelig naturligvis gerne top fedt gor fremad afsted mhm tak do go ahead please agreed"
)
_SURE = _YES - {"tak", "gerne", "gor", "do", "please", "j", "y", "fin", "top", "fedt", "go", "ahead", "klart"} | {
    "j",
    "y",
}
_NO = vocabulary("nej nix niks nope no nah nejtak naah na n forkert wrong nada aldrig")
_STOP = vocabulary(
    "fortryd fortryder annuller annullere annuler afbryd stop drop glem cancel nevermind abort slet luk tilbage undo"
)
_LET_GO = re.compile(  # the words of the buttons that let go, and how people shorten them
    r"(?:sa |nej )?(?:lad (?:bare )?vare(?: med det)?|behold dag(?:en|ene)|lad dag(?:en|ene) sta|ingen af dem|leave it|"
    r"keep the days?|none of them)(?: tak)?"
)
_FILLER = vocabulary(
    "det er den dem da du bare lige sa tak mange venlig venligst please jeg vi vil kan i orden fint godt helt tak "
    "meget gerne for mig os nu skal ja jo altsa og men bot hej dig gor gores er ok alt vaere vare bliv blev that is it "
    "this looks good fine thanks thank you the kare sir et ikke rigtig lyder vel nok jo saa oh ah eh oeh o"
) - {"ikke"}
_THANKS = vocabulary("tak thanks thx tusind mange takker thank cheers super fint ok okay godt perfekt fedt dejligt")

# the word on the button counts as pressing it
_DEEDS: dict[str, frozenset[str]] = {
    "mark_days": vocabulary("send sende sender spoerg sporg anmod marker book registrer submit ask godkend"),
    "approve_days": vocabulary("godkend godkender godkendt approve approved accepter accepteret accept tillad"),
    "decline_days": vocabulary("afvis afviser afvist afsla decline declined reject rejected afslag"),
    "withdraw_days": vocabulary("slet fjern aflys aflyse annuller drop traek trak tilbage remove delete cancel"),
    "cancel_days": vocabulary("aflys aflyse aflyst annuller annullere send cancel"),
    "acknowledge_cancellation": vocabulary("set laest last forstaet forstat modtaget seen noted understood read"),
}
_ORDINALS = ("forste", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende")
_CARDINALS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_ENGLISH = ("first", "second", "third", "fourth", "fifth")
_NUMBER = re.compile(
    r"(?:jeg (?:vaelger|valger|tager) )?(?:nr|nummer|mulighed|valg|option|number|den|det|the|no)?[ .#]*"
    r"(\d{1,2}|[a-z]+?)(?:'?eren)?(?: (?:one|mulighed|tak|please))?[.)!]*"
)


class Reply(Enum):
    """What a short answer says."""

    YES = auto()
    NO = auto()
    STOP = auto()
    THANKS = auto()


def reply_of(text: str) -> Reply | None:
    """Return what a short answer says, or None for anything that says more."""
    said = words(text)
    if "👍" in text and not said:
        return Reply.YES
    if not said or len(said) > 9:
        return None
    meant = set(said)
    if _LET_GO.fullmatch(" ".join(said)):
        return Reply.STOP
    if meant & _STOP and meant <= _STOP | _FILLER | _NO:
        return Reply.STOP
    if meant & _NO and meant <= _NO | _FILLER:
        return Reply.NO
    if meant <= _THANKS | _FILLER and "tak" in meant | {"tak" if meant & {"thanks", "thank", "thx", "cheers"} else ""}:
        return Reply.YES if meant & {"ja", "jo", "yes", "gerne", "ok", "okay"} else Reply.THANKS
    if meant & _SURE and meant <= _YES | _FILLER:
        return Reply.YES
    return Reply.THANKS if meant & _THANKS and meant <= _THANKS | _FILLER else None


def presses(text: str, command: c.Command | None) -> bool:
    """Return whether the text says no more than the word on that command's button."""
    if command is None:
        return False
    deed = _DEEDS.get(command.kind, frozenset())
    said = set(words(text))
    return bool(said & deed) and said <= deed | _FILLER | _YES | {"alle", "dagen", "dagene", "den", "anmodningen"}


def number_of(text: str, among: int) -> int | None:
    """Return which of so many choices is named, counted from 0, or None."""
    found = _NUMBER.fullmatch(fold(text).strip())
    if found is None:
        return None
    word = found.group(1)
    if word.isdigit():
        number = int(word) - 1
    elif word in ("sidste", "last"):
        number = among - 1
    else:
        number = next((names.index(word) for names in (_ORDINALS, _CARDINALS, _ENGLISH) if word in names), -1)
    return number if 0 <= number < among else None
