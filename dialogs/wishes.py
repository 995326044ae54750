"""From what was understood to what is done about it."""

from __future__ import annotations

from typing import assert_never

from dialogs.awaiting import dated, wanted
from dialogs.dates.days_read import DateError, DatesRead
from dialogs.intents.intent import Intent
from dialogs.names import named
from dialogs.reasons import parted
from dialogs.scene import Fact, Scene
from dialogs.spelling import vocabulary, words
from dialogs.understood import Understood
from domain import commands as c
from domain import facts as f
from domain.people import Role

Outcome = Fact | c.Command

_THANKS = vocabulary("tak thanks thank thx takker cheers")
_TROUBLES = {DateError.INVALID: f.DateTrouble.INVALID, DateError.PAST: f.DateTrouble.PAST}


def wish(understood: Understood, text: str, scene: Scene) -> Outcome:
    """Return the command that fits, or the fact that says what is missing."""
    match understood.intent:
        case Intent.MARK_DAYS:
            return _mark(understood.read)
        case Intent.CANCEL_OWN_DAY:
            return _about_dates(c.ProposeWithdrawal(), understood.read, needs=False)
        case Intent.CANCEL_EMPLOYEE_DAY:
            return _cancel(understood.read, text, scene)
        case Intent.WHO_IS_HOME:
            return _about_dates(c.WhoIsHome(on=scene.today), understood.read, needs=False)
        case Intent.TEAM_OVERVIEW:
            return _about_dates(c.ShowTeam(week_of=scene.today), understood.read, needs=False)
        case Intent.APPROVE | Intent.DECLINE:
            return _decide(text, scene)
        case Intent.SHOW_MY_DAYS:
            return c.ShowMyDays()
        case Intent.EXPORT_MY_DATA:
            return c.ExportMyData()
        case Intent.ASK_POLICY | Intent.OUT_OF_SCOPE:
            return c.Ask(question=text[: c.LONGEST_QUESTION])
        case Intent.HELP:
            return c.ShowHelp()
        case Intent.GREETING_THANKS:
            return f.Greeting(scene.by, thanks=bool(_THANKS & set(words(text))))
        case Intent.START_CHECKLIST:
            return f.NotYet(f.Later.CHECKLIST)
        case Intent.START_AGREEMENT:
            return f.NotYet(f.Later.AGREEMENT)
        case Intent.TRANSPORT_TIME:
            return f.NotYet(f.Later.TRANSPORT)
        case Intent.BROADCAST:
            return f.NotYet(f.Later.BROADCAST)
        case Intent.LOCAL_RULES:
            return f.NotYet(f.Later.LOCAL_RULES)
        case Intent.DELETE_MY_DATA:
            return f.NotYet(f.Later.ERASE)
        case _:
            assert_never(understood.intent)


def _mark(read: DatesRead) -> Outcome:
    if (trouble := date_trouble(read, None)) is not None:
        return trouble
    if not read.days:
        return f.DateQuestion(f.DateTrouble.NONE_NAMED)
    if len(read.days) > c.MOST_DAYS:
        return f.DateQuestion(f.DateTrouble.TOO_MANY, read.quoted)
    return c.ProposeDays(days=wanted(read.days), instead_of=read.not_days if read.moved else ())


def _about_dates(command: c.Command, read: DatesRead, needs: bool) -> Outcome:
    if (trouble := date_trouble(read, command)) is not None:
        return trouble
    if not read.days:
        return f.DateQuestion(f.DateTrouble.NONE_NAMED, then=command) if needs else command
    return dated(command, read.days)


def date_trouble(read: DatesRead, then: c.Command | None) -> Fact | None:
    """Return the question to ask where a date cannot be taken as said; `then` is what the date is for."""
    match read.error:
        case None:
            return None
        case DateError.AMBIGUOUS:
            return f.WhichDate(read.options, tuple(dated(then, option) for option in read.options))
        case _:
            return f.DateQuestion(_TROUBLES[read.error], read.quoted, read.nearest, then)


def _cancel(read: DatesRead, text: str, scene: Scene) -> Outcome:
    _, reason = parted(text)
    about = named(text, scene.leads)
    if len(about.people) != 1:
        return f.WhichPerson(about.unknown, about.people or scene.leads, read.dates[: c.MOST_DAYS], reason)
    command = c.ProposeCancellation(employee_id=about.people[0].id, reason=reason)
    return _about_dates(command, read, needs=False)


def _decide(text: str, scene: Scene) -> Outcome:
    about = named(text, scene.leads)
    return c.ShowWaiting(employee_id=about.people[0].id if len(about.people) == 1 else None)


def is_hr(scene: Scene) -> bool:
    """Return whether the speaker belongs to HR."""
    return Role.HR in scene.by.roles
