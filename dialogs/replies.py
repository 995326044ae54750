"""Short answers: yes, no, never mind, thanks, a number. Only a message that says nothing else counts as one."""

from __future__ import annotations

import re
from enum import Enum, auto

from dialogs.spelling import fold, vocabulary, words
from domain import commands as c

# "gerne" and "tak" say yes only beside a word that surely does
_SURE = vocabulary(
    "ja jo jep jeps jepsen japs jaja yes yep yeah yup j y ok okay okey oki okidoki fint perfekt super godt korrekt "
    "rigtigt præcis præcist bekræft bekræfter bekræftet confirm confirmed sure correct right stemmer selvfølgelig "
    "naturligvis fremad afsted mhm agreed"
)
_YES = _SURE | vocabulary("tak gerne gør do please fin top fedt go ahead klart")
_MILD = vocabulary("ok okay okey oki fint super perfekt godt top fedt klart fin")
_NO = vocabulary("nej nix niks nope no nah nejtak næh næ n forkert wrong aldrig")
_STOP = vocabulary(
    "fortryd fortryder annuller annullere annuler aflys afbryd stop drop glem cancel nevermind abort slet luk "
    "tilbage undo"
)
_LET_GO = re.compile(  # the words of the buttons that let go, and how people shorten them
    r"(?:sa |nej )?(?:lad (?:bare )?vare(?: med det)?|behold (?:hele )?dag(?:en|ene)|lad dag(?:en|ene) sta|"
    r"ingen af dem|leave it|keep the (?:whole )?days?|none of them)(?: tak)?"
)
_FILLER = vocabulary(
    "det er den dem da du bare lige så tak mange venlig venligst please jeg vi vil kan i orden fint godt helt meget "
    "gerne for mig os nu skal ja jo altså og men bot hej dig gør gøres ok alt være bliv blev that is it this looks "
    "good fine thanks thank you the kære et rigtig lyder vel nok øh åh ah eh"
)
_PLAIN_YES = vocabulary("ja jo yes gerne")
_GRATEFUL = vocabulary("tak thanks thx thank cheers takker")
_THANKS = vocabulary("tak thanks thx tusind mange takker thank cheers super fint ok okay godt perfekt fedt dejligt")

# the word on the button counts as pressing it
_DEEDS: dict[str, frozenset[str]] = {
    "mark_days": vocabulary("send sende sender spørg anmod marker book registrer submit ask godkend"),
    "approve_days": vocabulary("godkend godkender godkendt approve approved accepter accepteret accept tillad"),
    "decline_days": vocabulary("afvis afviser afvist afslå decline declined reject rejected afslag"),
    "halve_day": vocabulary("halv halve halvér halvere ændr ændre skift til en change to a half"),
    "withdraw_days": vocabulary("slet fjern aflys aflyse"),
    "cancel_team_days": vocabulary("aflys aflyse aflyst"),
    "cancel_days": vocabulary("aflys aflyse aflyst"),
    "confirm_broadcast": vocabulary("læst forstået set bekræft bekræfter modtaget read understood seen confirm"),
    "confirm_agreement": vocabulary("bekræft bekræfter underskriv confirm sign"),
    "fetch_agreement": vocabulary("hent pdf aftalen fetch get agreement"),
    "answer_checklist": vocabulary("send sende indsend submit"),
    "review_checklist": vocabulary("afslut afslutter end finish"),
    "ask_for_checklist": vocabulary("bed spørg ask"),
    "send_broadcast": vocabulary("send sende udsend planlæg plan"),
    "show_inbox": vocabulary("vis dem se show them spørgsmål spørgsmålene"),
    "none_fits": vocabulary("ingen af dem none of them"),
    "send_to_hr": vocabulary("send sende spørg hr til den det spørgsmålet ask it to question"),
    "save_frames": vocabulary("sæt gem set save"),
    "erase_my_data": vocabulary("slet slettes delete erase"),
    "erase_data_of": vocabulary("slet slettes delete erase endeligt good"),
    "acknowledge_cancellation": vocabulary("set læst forstået modtaget seen noted understood read"),
}
_DAY = vocabulary("dag dagen dage dagene hjemmedag hjemmedagen hjemmedagene day days")
_ALSO_STOPS = vocabulary("annuller annullere cancel drop")  # a deed only with a day: alone they mean "never mind"
_BESIDE_DEED = _DAY | vocabulary("alle dem begge nu anmodningen all both now")
_HELP = re.compile(r"hj(?:æ|ae|ä)l", re.IGNORECASE)
_HELPED = vocabulary("hjalp helped")
_NOT_HELPED = vocabulary("ikke did not didn't help")
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
    if meant & _GRATEFUL and meant <= _THANKS | _FILLER:
        return Reply.YES if meant & (_PLAIN_YES | _MILD) else Reply.THANKS
    if meant & _SURE and meant <= _YES | _FILLER:
        return Reply.YES
    return Reply.THANKS if meant & _THANKS and meant <= _THANKS | _FILLER else None


def presses(text: str, command: c.Command | None) -> bool:
    """Return whether the text says no more than the word on that command's button."""
    if command is None:
        return False
    deed = _DEEDS.get(command.kind, frozenset())
    said = set(words(text))
    if isinstance(command, c.RateAnswer):
        if _HELP.search(text):
            return False  # "hjælp" asks for help; folded it would be "hjalp", it helped
        deed = _HELPED if command.helped else _HELPED | _NOT_HELPED
    elif isinstance(command, (c.WithdrawDays, c.CancelDays, c.CancelTeamDays)) and said & _DAY:
        deed = deed | _ALSO_STOPS
    return bool(said & deed) and said <= deed | _FILLER | _YES | _BESIDE_DEED


def is_mild(text: str) -> bool:
    """Return whether a yes is so mild ("ok", "fint") that, with nothing to say yes to, it is a word of thanks."""
    said = set(words(text))
    return bool(said & _MILD) and said <= (_MILD | _FILLER) - _PLAIN_YES


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
