"""Messages that are commands, word for word: they mean the same to everyone, whatever was asked before."""

from __future__ import annotations

from dialogs.intents.intent import Intent
from dialogs.spelling import words

_COMMANDS = {
    Intent.HELP: (
        "hjælp|help|menu|vis menu|kommandoer|commands|start|start forfra|hvad kan du|what can you do|"
        "vejledning|eksempler|muligheder|options|hjælp mig|help me|hjælp tak|kan du hjælpe mig|info"
    ),
    Intent.SHOW_MY_DAYS: (
        "mine dage|mine hjemmedage|mine hjemmearbejdsdage|vis mine dage|vis mine hjemmedage|min oversigt|"
        "mit overblik|my days|my home days|show my days|nyt link|kalenderlink|calendar link|new link|"
        "mine anmodninger|min plan|mine ønsker|min kalender|min status|my calendar|my requests"
    ),
    Intent.CANCEL_OWN_DAY: (
        "fortryd|fortryd det|fortryd anmodning|annuller min hjemmedag|aflys min hjemmedag|cancel my home day|undo"
    ),
    Intent.WHO_IS_HOME: ("hvem er hjemme|hvem er på kontoret|hvem er inde|who is home|who is in|who's in|who's home"),
    Intent.TEAM_OVERVIEW: (
        "mit team|teamet|vis mit team|teamoversigt|teamets uge|my team|team overview|show my team|min afdeling"
    ),
    Intent.APPROVE: (
        "godkend|godkend alle|ventende|ventende anmodninger|anmodninger|approve|approve all|pending|pending requests"
    ),
    Intent.DECLINE: ("afvis|afvis alle|decline|reject|decline all"),
    Intent.EXPORT_MY_DATA: (
        "mine data|eksporter mine data|my data|export my data|indsigt|hent mine data|vis mine data"
    ),
    Intent.DELETE_MY_DATA: ("slet mine data|delete my data|glem mig|forget me|slet mig"),
    Intent.START_CHECKLIST: (
        "tjekliste|tjeklisten|start tjekliste|start tjeklisten|checklist|start checklist|start the checklist|apv"
    ),
    Intent.START_AGREEMENT: (
        "aftale|ny aftale|start aftale|opret aftale|lav aftale|agreement|new agreement|bilag 1|udfyld bilag 1"
    ),
    Intent.TRANSPORT_TIME: (
        "transport|transporttid|transportberegner|beregn transporttid|beregn transport|travel time|køretid|"
        "beregn køretid|kørsel"
    ),
    Intent.BROADCAST: ("udsendelse|ny udsendelse|send besked til alle|broadcast|new broadcast"),
    Intent.LOCAL_RULES: (
        "hvad gælder hos os|lokale rammer|lokale regler|rammer|vores rammer|local rules|our rules|teamets rammer"
    ),
    Intent.GREETING_THANKS: (
        "hej|hejsa|hej hej|hejhej|goddag|godmorgen|god morgen|godaften|god aften|god eftermiddag|dav|hallo|"
        "halløj|hello|hi|hey|good morning|morning|good afternoon|hej bot|hi bot|hello bot|tak|mange tak|"
        "tusind tak|tak for hjælpen|tak for det|tak for i dag|tak for idag|thanks|thank you|"
        "thank you very much|thanks a lot|farvel|bye|goodbye|mojn|morgen"
    ),
    Intent.ASK_POLICY: ("politikken|politik|regler|reglerne|policy|the policy|rules"),
}
_LEADERS = frozenset({Intent.TEAM_OVERVIEW, Intent.APPROVE, Intent.DECLINE})
_MEANT = {tuple(words(said)): intent for intent, listed in _COMMANDS.items() for said in listed.split("|")}


def exact(text: str, leads: bool) -> Intent | None:
    """Return the intent of a message that is a command, word for word; some are commands for leaders only."""
    if text.strip() and not text.strip(" ?"):
        return Intent.HELP
    meant = _MEANT.get(tuple(words(text)))
    return None if meant in _LEADERS and not leads else meant
