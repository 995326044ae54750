"""A first, coarse guess at the intent."""

from __future__ import annotations

from dialogs.intents.intent import Intent, Role
from dialogs.spelling import fold, words


def quick_intent(text: str, role: Role, dated: bool) -> Intent:
    """Return the intent by a few words."""
    said = set(words(text))
    leads = role is Role.LEADER
    if said & {"hjalp", "help", "hjælp", "menu"} or text.strip() == "?":
        return Intent.HELP
    if len(said) <= 3 and said & {"hej", "hejsa", "goddag", "godmorgen", "tak", "hello", "hi", "thanks", "dav"}:
        return Intent.GREETING_THANKS
    if said & {"hvem"}:
        return Intent.WHO_IS_HOME
    if "mine" in said and said & {"dage", "hjemmedage", "hjemmearbejdsdage"}:
        return Intent.SHOW_MY_DAYS
    if leads and said & {"godkend", "godkender", "approve"}:
        return Intent.APPROVE
    if leads and said & {"afvis", "afviser", "decline"}:
        return Intent.DECLINE
    if said & {"aflys", "annuller", "slet", "alligevel"} and "?" not in text:
        own = said & {"min", "mine", "jeg"}
        return Intent.CANCEL_EMPLOYEE_DAY if leads and not own else Intent.CANCEL_OWN_DAY
    if leads and said & {"teamet", "team", "overblik"}:
        return Intent.TEAM_OVERVIEW
    if "data" in said and said & {"mine", "my"}:
        return Intent.DELETE_MY_DATA if said & {"slet", "delete"} else Intent.EXPORT_MY_DATA
    if dated and "hjemme" in fold(text) and "?" not in text:
        return Intent.MARK_DAYS
    return Intent.MARK_DAYS if dated and len(said) <= 4 else Intent.ASK_POLICY
