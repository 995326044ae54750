"""What `hjemmebot doctor` found, in words: what is so, and what to do about it."""

from __future__ import annotations

from datetime import date

from cards.words import Words
from domain.health import Check, Finding, Note, Verdict


def t(msgid: str) -> str:
    """Return the words as they are: so they are gathered here, and translated and filled when they are said."""
    return msgid


_LABELS = {
    Check.SETTINGS: t("Settings"),
    Check.DATABASE: t("Database"),
    Check.TABLES: t("Tables"),
    Check.DISK: t("Disk"),
    Check.CLOCK: t("Clock"),
    Check.KEYS: t("Microsoft's keys"),
    Check.LOGIN: t("Login"),
    Check.CERTIFICATE: t("Certificate"),
    Check.TEAMS: t("Way to Teams"),
    Check.GRAPH: t("Permissions"),
    Check.PEOPLE: t("People"),
    Check.POLICY: t("Policy"),
    Check.MODEL: t("Language model"),
    Check.JOURNAL: t("Journal folder"),
    Check.FEEDS: t("Calendar addresses"),
    Check.NOTICES: t("Notices"),
}
_VERDICTS = {
    Verdict.FINE: t("fine"),
    Verdict.WARNING: t("look at it"),
    Verdict.FAULT: t("fault"),
    Verdict.UNKNOWN: t("not checked"),
}
_OF_THE_MACHINE = {
    Note.SETTINGS_FIT: t("The settings go together."),
    Note.ONLY_HERE: t(
        "HJEMMEBOT_APP_ID is empty, so the bot answers this machine only. Fine for trying it, not for Teams."
    ),
    Note.NOTHING_TO_LOG_IN_WITH: t(
        "The bot has nothing to log in with. Set HJEMMEBOT_APP_PASSWORD or HJEMMEBOT_APP_CERTIFICATE."
    ),
    Note.DATABASE_ANSWERS: t("{kind} {version} answers."),
    Note.DATABASE_NOT_YET: t("There is none yet. The bot makes it when it starts."),
    Note.DATABASE_AWAY: t("It does not answer ({fault}). Does it run, and is HJEMMEBOT_DATABASE_URL right?"),
    Note.DATABASE_OLD: t("PostgreSQL {version} is too old. Use 15 or newer."),
    Note.DATABASE_DAMAGED: t(
        "The file is damaged. Stop the bot, keep the file, and put a copy back: hjemmebot restore FILE"
    ),
    Note.DATABASE_NO_RIGHTS: t("Its user may not make tables. Run GRANT CREATE ON SCHEMA {schema} TO {user}."),
    Note.TABLES_FIT: t("They are of version {found}, as they should be."),
    Note.TABLES_BEHIND: t(
        "They are of version {found}. The bot brings them to {wanted} when it starts; take a copy first."
    ),
    Note.TABLES_AHEAD: t(
        "They are of version {found}, and this bot knows {wanted}. That is so while replicas are upgraded; "
        "otherwise install the newer version."
    ),
    Note.DISK_FREE: t("{free} GB are free."),
    Note.DISK_LOW: t("Only {free} GB are free. Make room before it is full."),
    Note.DISK_FULL: t("Only {free} GB are free. When it is full, nothing can be stored."),
    Note.CLOCK_RIGHT: t("It is right to within {seconds} s."),
    Note.CLOCK_OFF: t("It is {seconds} s off. Switch time synchronisation on (NTP)."),
    Note.CLOCK_WRONG: t(
        "It is {seconds} s off. Microsoft's tokens are refused from 300 s on. Switch time synchronisation on (NTP)."
    ),
    Note.UNCHECKED: t("It could not be checked ({fault})."),
}
_OF_MICROSOFT = {
    Note.KEYS_READ: t("{number} keys for Teams were fetched."),
    Note.KEYS_AWAY: t(
        "They cannot be fetched from {host} ({fault}). Open for https there; until then every message is turned away."
    ),
    Note.KEYS_NONE: t("{host} gives no key for Teams. Is HJEMMEBOT_OPENID_METADATA_URL the one of your cloud?"),
    Note.LOGIN_WORKS: t("The bot gets a token."),
    Note.LOGIN_REFUSED: t(
        "The bot gets no token ({fault}). Has the secret run out, and are app id and tenant right? Can {host} be "
        "reached?"
    ),
    Note.CERTIFICATE_HOLDS: t("It holds until {day}."),
    Note.CERTIFICATE_ENDS: t("It ends on {day}. Make a new one, add it in Entra, and put it in the file."),
    Note.CERTIFICATE_OVER: t("It ended on {day}. Make a new one, add it in Entra, and put it in the file."),
    Note.CERTIFICATE_UNREAD: t(
        "HJEMMEBOT_APP_CERTIFICATE cannot be read ({fault}). It needs a private key and a certificate, both PEM."
    ),
    Note.TEAMS_REACHED: t("{host} can be reached."),
    Note.TEAMS_AWAY: t("{host} cannot be reached ({fault}). Open for https there: without it nobody gets an answer."),
    Note.GRAPH_FITS: t("The app has the {number} permissions that the settings need, and no others."),
    Note.GRAPH_LACKS: t("The app lacks {names}. Grant it in Entra, and let an administrator consent."),
    Note.GRAPH_TOO_MUCH: t(
        "The app may do more than it needs: {names}. Take it away in Entra; calendars are given in Exchange."
    ),
}
_OF_THE_BOT = {
    Note.PEOPLE_KNOWN: t("{people} people, {hr} of them in HR."),
    Note.PEOPLE_NONE: t("Nobody is known. Read the people in: hjemmebot import-people FILE"),
    Note.PEOPLE_NO_HR: t("Nobody is HR. Without HR nobody answers questions or writes to all."),
    Note.PEOPLE_UNLED: t("{number} people have no leader. Their wishes wait until somebody leads them."),
    Note.POLICY_LEARNT: t("Version {version}, learnt as it stands."),
    Note.POLICY_STALE: t("The passages or example questions were changed after they were learnt. Run hjemmebot train."),
    Note.MODEL_LOADS: t("It loads."),
    Note.MODEL_AWAY: t("It does not load here. Questions are ranked by their words alone, which finds fewer."),
    Note.JOURNAL_OPEN: t("It can be written to."),
    Note.JOURNAL_UNSET: t("HJEMMEBOT_JOURNAL_DIR is empty: signed agreements are kept in the bot alone."),
    Note.JOURNAL_SHUT: t("It cannot be written to ({fault}). Signed agreements wait until it can."),
    Note.FEEDS_FIT: t("They begin with {base}."),
    Note.FEEDS_PLAIN: t("They would begin with {base}. Set HJEMMEBOT_CALENDAR_URL to the bot's https address."),
    Note.NOTICES_FLOW: t("{number} are on their way, none of them late."),
    Note.NOTICES_LATE: t("The oldest should have left {minutes} minutes ago. Does the bot run?"),
    Note.NOTICES_STUCK: t(
        "The oldest should have left {minutes} minutes ago. Does the bot run, and does it reach Teams? Look in its log."
    ),
}
_SENTENCES = _OF_THE_MACHINE | _OF_MICROSOFT | _OF_THE_BOT


def label(check: Check, words: Words) -> str:
    """Return what a check is called."""
    return words.marked(_LABELS[check])


def verdict(one: Verdict, words: Words) -> str:
    """Return what a verdict is called."""
    return words.marked(_VERDICTS[one])


def sentence(finding: Finding, words: Words) -> str:
    """Return what was found and, where something is to be done, what."""
    return words.marked(_SENTENCES[finding.note], **{name: _said(one, words) for name, one in finding.values.items()})


def _said(value: object, words: Words) -> object:
    match value:
        case date():
            return words.day(value, date.min)
        case float():
            return words.decimal(value)
        case _:
            return value
