"""What some turns of phrase certainly mean: a short grammar over disguised text, asked before any statistics.

The lines are tried in order; the first that fits decides. A phrase belongs here only when it can hardly mean another
thing; all else is left to the classifier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.intents.intent import Intent, Role
from dialogs.spelling import vocabulary

# openings that mean nothing, and ways to ask for a deed
_ASKED = (
    r"^(?:hej,? |hej bot,? |oh |jo |altsa |og |men |sa )*"
    r"(?:please |venligst |kan du (?:lige )?|kan i (?:lige )?|vil du (?:lige )?|vil i |du ma gerne |"
    r"could you |can you |i want to |i'd like to |i would like to |jeg vil (?:gerne |lige |godt )?|jeg onsker at |"
    r"jeg skal (?:lige )?|"
    r"lad mig |lad os )?"
)
_CANCEL = (
    r"(?:aflyse?|annull?ere?|anull?ere?|slet(?:te)?|fjerne?|drop(?:pe)?|stryge?|afmelde?|fortryde?|ophave?|"
    r"afbestil(?:le)?|inddrage?|tilbagekalde?|cancel|delete|remove|scrap|withdraw|revoke)"
)
_FORGET = rf"(?:{_CANCEL}|glem\w*|ryd\w*|udslet\w*|erase|forget|wipe|purge)"
_DAY = r"(?:hjemme(?:arbejds?)?dag\w*|hjemmearbejde\w*|dag|dagen|dage|dagene|home days?|xdato|anmodning\w*|request)"
_MY_DATA = (
    r"(?:m(?:ine|in|it) (?:\w+ )?(?:data|oplysninger|person\w+|profil|konto|bruger|historik|spor)|"
    r"alt (?:\w+ ){0,4}(?:om|pa) mig|hvad (?:du|i) har (?:\w+ )?om mig|"
    r"my (?:personal )?(?:data|information|account|history|profile)|everything (?:\w+ ){0,3}(?:about|on) me)"
)
_NOT_OWN = rf"{_MY_DATA}|medarbejder|ansatte|team|approval|godkendelse|xnavn|alles|system|mit navn"
_THEIR = (
    r"(?:xnavns|for xnavn|hans|hendes|deres|teamets?|alles|alle (?:\w+ )?hjemmedage?|medarbejder\w*|ansatte?s?|"
    r"everybody's|his|her|their)"
)
_WHOLE = r"(?:hele )?(?:teamet|holdet|afdelingen|gruppen|kontoret|the (?:whole )?team)"
_THING = r"(?:tjeklist\w*|checklist\w*|apv\w*|arbejdspladsvurdering\w*|workplace assessment)"
_START = (
    r"(?:start\w*|udfyld\w*|abne?|begynde?|fortsatt?e?|genoptage?|sende?|vise?|give?|lave?|korr?e?|oprett?e?|hente?|fa|"
    r"finde?|open|begin|fill(?: in)?|continue|complete|create|make|sign|renew|draft|underskrive?|forny\w*|opsige?|"
    r"rette?|andre?)"
)
_WHERE = (
    r"(?:hjemme\w*|kontoret|pa kontor|inde|ind|her|til stede|pa arbejde|pa arbejdspladsen|radhuset|"
    r"home|office|in|remote\w*)"
)
_WHO_IS = (
    r"(?:(?:hvem|hvm|who) (?:er|arbejder|sidder|kommer|moder|bliver|is|works|will be)|hvem har hjemmedag|"
    r"who's|who'll be)"
)
_STAFF = (
    r"(?:medarbejder\w*|ansatte|leder\w*|kommunen|organisationen|afdeling\w*|huset|staff|employees|managers|leaders)"
)
_I_WORK = (
    r"(?:vil jeg gerne|jeg vil(?: gerne)?|jeg onsker|onsker jeg|jeg arbejder|arbejder jeg|jeg bliver|bliver jeg|"
    r"jeg sidder|sidder jeg|jeg tager|tager jeg|i'd like to|i would like to|i will|i'll|i'm|i want to)"
)
_AT_HOME = r"(?:hjemme|hjemmefra|hjemmedag|hjemmearbejde|home|remotely)"
_NO_WISH = (
    r"\b(?:ikke|alligevel|hvis|nar|om|fordi|hvordan|hvad|hvem|xspm|aftale\w*|reg(?:el|ler)|ret til|kontor\w*|office|"
    r"not|after all|if|when|xnavns?|altid|hver gang|aflys\w*|slet\w*|afmeld\w*|fast\w*|skal jeg|ma jeg|men)\b"
)
_QUESTION = r"xspm|^(?:hvad|hvorfor|hvornar|hvordan|hvem|hvilke|skal|kan jeg|kan man|ma|er)\b"
_BOSS = r"(?:chef\w*|leder\w*|arbejdsgiver\w*|kommunen)"
_DECIDED = r"(?:godken\w*|afvist|aflyst|pa plads|svaret|approved|declined|cancelled)"
_BARE = vocabulary(
    "xdato hjemme hjemmedag hjemmefra hjemmearbejde hjemmearbejdsdag hjemmekontor wfh home pa on tak please og ogsa "
    "gerne kun bare hele dag dagen jeg vil mig arbejde arbejder er den d remote"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A turn of phrase and its meaning; `role`: only that role can mean it; `unless`: what must not stand in it."""

    intent: Intent
    pattern: re.Pattern[str]
    role: Role | None = None
    unless: re.Pattern[str] | None = None

    def fits(self, disguised: str, role: Role) -> bool:
        """Return whether the text says this."""
        if self.role not in (None, role) or not self.pattern.search(disguised):
            return False
        return self.unless is None or not self.unless.search(disguised)


def _p(intent: Intent, pattern: str, unless: str = "", role: Role | None = None) -> Phrase:
    return Phrase(intent, re.compile(pattern), role, re.compile(unless) if unless else None)


_PHRASES = (
    _p(Intent.DELETE_MY_DATA, rf"{_ASKED}{_FORGET}\b.*{_MY_DATA}", r"\bi en fil\b"),
    _p(Intent.DELETE_MY_DATA, r"^(?:glem|slet|forget|erase|delete) (?:mig|me)\b(?! hjemme)"),
    _p(
        Intent.EXPORT_MY_DATA,
        rf"{_ASKED}(?:se|vise?|eksporter\w*|hente?|download\w*|udlever\w*|show|export|see)\b.*{_MY_DATA}",
    ),
    _p(
        Intent.EXPORT_MY_DATA,
        r"^(?:hvad|hvilke|what|which)\b.*\b(?:gemmer|ved|har|gemt|registreret|know|store|have)\b"
        r".*\b(?:om mig|about me)",
    ),
    _p(Intent.WHO_IS_HOME, rf"^(?:og )?{_WHO_IS}\b.*\b{_WHERE}\b", r"\b(?:af mine|mit team|regler\w*|krav)\b"),
    _p(Intent.WHO_IS_HOME, rf"^(?:er|arbejder|sidder|kommer|moder|is) xnavn\b.*\b{_WHERE}\b"),
    _p(Intent.WHO_IS_HOME, r"^(?:hvor (?:er|sidder|arbejder)|where is) xnavn\b"),
    _p(
        Intent.CANCEL_EMPLOYEE_DAY,
        rf"{_ASKED}{_CANCEL}\b.*\b{_THEIR}\b",
        r"\b(?:min|mine|my)\b",
        role=Role.LEADER,
    ),
    _p(
        Intent.CANCEL_EMPLOYEE_DAY,
        rf"^(?:hej,? |sa )?(?:alle(?: sammen)?|samtlige|{_WHOLE}|everybody|everyone) "
        r"(?:skal|bliver nodt til at|must|has to|needs to) (?:\w+ )?(?:mode|komme|vare|be|come)\b",
        _QUESTION,
        role=Role.LEADER,
    ),
    _p(
        Intent.CANCEL_EMPLOYEE_DAY,
        r"^(?:ingen (?:ma )?(?:hjemmearbejd\w*|arbejde\w* hjemme|hjemmedage?)|"
        r"nobody works from home|no home ?work\w*)\b.*\bxdato\b",
        _QUESTION,
        role=Role.LEADER,
    ),
    _p(Intent.CANCEL_OWN_DAY, rf"{_ASKED}{_CANCEL}\b.*\b(?:min|mine|my)\b.*\b{_DAY}\b", _NOT_OWN),
    _p(Intent.CANCEL_OWN_DAY, rf"^{_CANCEL} (?:pa |for )?xdato$"),
    _p(
        Intent.APPROVE,
        r"^(?:godkend|accepter|bevilg|imodekom|approve|accept)\b",
        r"\bikke\b|aftale|agreement",
        role=Role.LEADER,
    ),
    _p(
        Intent.DECLINE,
        r"^(?:afvis|afsla|decline|reject|deny|refuse|underkend)\b",
        r"aftale|agreement",
        role=Role.LEADER,
    ),
    _p(
        Intent.MARK_DAYS,
        rf"{_ASKED}(?:flytt?e?|rykke?|bytte?|skubbe?|move|swap)\b.*\bxdato\b.*\bxdato\b",
        r"xnavns|alle",
    ),
    _p(
        Intent.MARK_DAYS,
        rf"^(?:\w+,? ){{0,4}}?{_I_WORK}\b.*\b(?:{_AT_HOME}\b.*\bxdato|xdato\b.*\b{_AT_HOME})\b",
        _NO_WISH,
    ),
    _p(Intent.START_CHECKLIST, rf"{_ASKED}{_START}\b.*\b{_THING}", r"^(?:hvad|hvorfor|hvornar|skal|hvem)|alle|aftale"),
    _p(Intent.START_AGREEMENT, rf"{_ASKED}{_START}\b.*\b(?:aftale\w*|bilag xtal|agreement)\b", _QUESTION),
    _p(Intent.TRANSPORT_TIME, r"\b(?:be|ud)?regn\w*\b.*\b(?:transport|kor|rejse|tur|travel)\w*"),
    _p(
        Intent.BROADCAST,
        rf"{_ASKED}(?:send|skriv|udsend|rundsend|informer|orienter|meld|notify)\w*\b.*\b(?:alle|samtlige|hele|all)\b"
        rf".*\b{_STAFF}",
    ),
    _p(Intent.LOCAL_RULES, r"\b(?:galder|aftalt|rammer\w*)\b.*\b(?:hos os|i vores (?:team|afdeling|gruppe|enhed))\b"),
    _p(Intent.ASK_POLICY, rf"\b(?:kan|ma) (?:min |en |vores |mine )?{_BOSS}\b.*(?:xspm|min\b|mig\b|hjemme)"),
    _p(
        Intent.ASK_POLICY,
        r"\b(?:har (?:jeg|man|vi) (?:ret|krav)|hvad (?:siger|star der i) politikken|can my (?:boss|manager)|"
        r"do i have a right)\b",
    ),
    _p(Intent.ASK_POLICY, r"^(?:hvem (?:betaler|bestemmer)|who (?:pays|decides))\b"),
    _p(
        Intent.SHOW_MY_DAYS,
        r"^(?:og )?(?:har|has) (?:xnavn|min leder|min chef|lederen|chefen|han|hun|my \w+|he|she)\b"
        r".*\b(?:svaret|godkendt|set|sagt (?:ja|nej)|taget stilling|answered|approved|replied|seen)\b"
        r"(?: (?:ja|nej))?(?: (?:pa|til|om|to|on|about))?(?: (?:min|my) \w+)?(?: (?:pa )?xdato)?"
        r"(?: endnu| yet)? ?(?:xspm)?$",
    ),
    _p(
        Intent.MARK_DAYS,
        r"^(?:er det (?:ok|okay|okey|i orden|fint|muligt)|is it (?:ok|okay|alright|fine)|"
        r"gar det (?:an|fint)|passer det)\b.*\b(?:hvis|at|om|if)\b.*\b(?:jeg|i|i'm|i'll)\b"
        r".*\b(?:hjemme\w*|home)\b.*\bxdato\b",
        r"\b(?:syg\w*|altid|hver gang|leder\w*|chef\w*|ikke|always|sick)\b",
    ),
    _p(Intent.MARK_DAYS, r"^(?:sat|skriv|book|put) mig (?:pa |op til )?(?:hjemme\w* )?xdato$"),
    _p(Intent.SHOW_MY_DAYS, rf"^(?:er|bliver|blev|is|was) (?:min|mit|my) .*{_DECIDED}"),
    _p(
        Intent.SHOW_MY_DAYS,
        r"^(?:vis |se |show |list )?(?:mine|my) (?:(?:egne|kommende|godkendte|planlagte|upcoming|own) )?"
        r"(?:hjemme(?:arbejds)?dage|dage|days|home days)(?: (?:i |in )?xdato)?$",
    ),
    _p(
        Intent.OUT_OF_SCOPE,
        r"^(?:jeg (?:vil gerne |onsker at |skal )?|kan jeg (?:fa |holde |tage )?|ma jeg (?:fa |holde )?)"
        r"(?:have |holde |tage |holder |har |tager )?(?:fri|ferie|orlov|barsel)\b",
        r"hjemme",
    ),
)


def certain(disguised: str, role: Role) -> Intent | None:
    """Return what a disguised text certainly means, or None."""
    for phrase in _PHRASES:
        if phrase.fits(disguised, role):
            return phrase.intent
    said = disguised.replace(",", " ").replace(".", " ").replace("!", " ").split()
    return Intent.MARK_DAYS if "xdato" in said and _BARE.issuperset(said) else None
