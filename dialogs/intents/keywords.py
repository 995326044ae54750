"""What a telling word means in a sentence that is no question about the policy: "aftale", "tjekliste", "udsend"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.intents.intent import Intent, Role

# openings of questions about what holds; an order or a wish does not begin so
_ASKS = re.compile(
    r"xspm|^(?:\w+ ){0,2}?(?:hvad|hva|hvorfor|hvornar|hvor|hvordan|hvem|hvilke\w*|skal|ma|er|har|far|"
    r"kan (?:jeg|man|vi|min|en|der)|"
    r"gal?der|what|when|why|how|who|which|do|does|is|are|must|may|can|should)\b"
)
_LONGEST = 14  # words; in a long story a telling word tells less


@dataclass(frozen=True, slots=True)
class Keyword:
    """A telling word, the intent it tells, and who may mean it so."""

    intent: Intent
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    role: Role | None = None
    asked: bool = False  # it tells the same in a question


def _k(intent: Intent, pattern: str, unless: str = "", role: Role | None = None, asked: bool = False) -> Keyword:
    return Keyword(
        intent, re.compile(rf"\b(?:{pattern})\b"), re.compile(rf"\b(?:{unless})\b") if unless else None, role, asked
    )


_KEYWORDS = (
    _k(
        Intent.TRANSPORT_TIME,
        r"(?:transport|kore|rejse)\w* .*xtal (?:min\w*|timer?|km|kilometer)|xtal (?:min\w*|timers?|km) "
        r".*(?:kor\w*|mode\w*|transport)|"
        r"(?:hjemmefra|fra (?:hjem\w*|bopal\w*|min bopal)) .*xtal min\w*|xtal min\w* (?:hjemmefra|from home)|"
        r"beregn\w*|udregn\w*",
        r"aftale|gennemsnit",
        asked=True,
    ),
    _k(
        Intent.BROADCAST,
        r"udsend\w*|rundsend\w*|udmelding\w*|broadcast\w*|fallesbesked|massebesked|masseudsendelse|"
        r"besked til alle",
        asked=True,
    ),
    _k(
        Intent.LOCAL_RULES,
        r"(?:lokale?|vores|teamets|afdelingens|mit teams|min afdelings) (?:\w+ )?"
        r"(?:rammer|regler|spilleregler|retningslinjer)|"
        r"fa(?:lles|st) (?:kontordag|modedag)|(?:hojst|maks\w*|mindst) .*\b(?:mit team|min afdeling|teamet|afdelingen)|"
        r"(?:our|the team's|local) (?:rules|frames)",
        r"med\b.*hvem|politik\w*|hvem|tjeklist\w*",
        asked=True,
    ),
    _k(
        Intent.DECLINE,
        r"afvis\w*|afsla|afslar|afslag|sig\w* nej|nej til|decline|reject",
        r"aftale|fik|far|klage\w*|chef|mine afviste|data",
        role=Role.LEADER,
    ),
    _k(Intent.DECLINE, r"(?:kan|vil|ma) ikke godkende\w*|godkender ikke|godkend ikke|ikke godkendt?", role=Role.LEADER),
    _k(
        Intent.APPROVE,
        r"godkend|godkende|godkender|sig\w* ja|ja til|imodekom\w*|bevilg\w*|ventende|approve|accept\w*",
        r"ikke|don't|aftale\w*|annull\w*|aflys\w*|slet|tilbage|fortryd\w*|fortrudt|krav\w*|automatisk|rammer|team",
        role=Role.LEADER,
    ),
    _k(
        Intent.START_AGREEMENT,
        r"aftalen?|aftaler|aftaleskema\w*|aftaleformular\w*|hjemmearbejdsaftale\w*|bilag xtal|kontrakt\w*|agreement",
        r"xdato|vores|lokal\w*|hos os|overenskomst|leje\w*|besked|alle",
    ),
    _k(
        Intent.START_CHECKLIST,
        r"tjeklist\w*|checklist\w*|apv\w*|arbejdspladsvurdering\w*",
        r"alle|besked|pamind\w*|remind|xdato|orient\w*|organisationen|chef",
    ),
    _k(
        Intent.TEAM_OVERVIEW,
        r"(?:teamets|mit teams|afdelingens|min afdelings) (?:uge\w*|plan|kalender|overblik|oversigt)|bemanding\w*|"
        r"(?:overblik|oversigt) over (?:mit team|teamet|mine medarbejdere|min afdeling)",
        r"rammer|regler",
        role=Role.LEADER,
        asked=True,
    ),
    _k(
        Intent.HELP,
        r"(?:bruger|virker|fungerer) (?:jeg )?(?:du|dig|botten)|hvad kan (?:du|jeg sporge|botten)|"
        r"(?:skift|andr\w*|vis) sprog|"
        r"pa engelsk|in english|to english|kan du tale",
        r"aftale|tjekliste",
        asked=True,
    ),
)


def told(disguised: str, role: Role) -> Intent | None:
    """Return what a telling word in a disguised text means, or None."""
    if disguised.count(" ") >= _LONGEST:
        return None
    asks = _ASKS.search(disguised) is not None
    for one in _KEYWORDS:
        if one.role not in (None, role) or (asks and not one.asked) or not one.pattern.search(disguised):
            continue
        if one.unless is None or not one.unless.search(disguised):
            return one.intent
    return None
