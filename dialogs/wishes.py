"""From what was understood to what is done about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from dialogs.awaiting import dated
from dialogs.checklists import checklist_wish
from dialogs.dates.days_read import DateError, DatesRead
from dialogs.dates.read import read_dates
from dialogs.employee_days import employee_days
from dialogs.intents.intent import Intent
from dialogs.names import named
from dialogs.reasons import parted
from dialogs.scene import Fact, Scene
from dialogs.spelling import vocabulary, words
from dialogs.understood import Understood
from domain import commands as c
from domain import facts as f
from domain.home_days import Half, WantedDay
from domain.overdue import is_workday

Outcome = Fact | c.Command

_MOST_ASKED = 5  # buttons, one for a day
_FORTNIGHT = 14
_WHEN = vocabulary("hvornår when")
_THANKS = vocabulary("tak thanks thank thx takker cheers")
_EVERYBODY = vocabulary(
    "alle alles allesammen samtlige holdet holdets hold teamet teamets team afdelingen afdelingens afdeling gruppen "
    "ingen everybody everybody's everyone everyone's whole all nobody"
)
_ONLY = vocabulary("kun bare only just nøjes nøjedes højst")
_HALF = vocabulary("halv halve halvt halvér halver halvere halverer half halve")
_TROUBLES = {DateError.INVALID: f.DateTrouble.INVALID, DateError.PAST: f.DateTrouble.PAST}


def wish(understood: Understood, text: str, scene: Scene) -> Outcome:
    """Return the command that fits, or the fact that says what is missing."""
    if (looked := employee_days(text, understood.read, scene)) is not None:
        return looked
    match understood.intent:
        case Intent.MARK_DAYS:
            return _mark(understood.read, text)
        case Intent.CANCEL_OWN_DAY:
            return _give_up(understood.read, text)
        case Intent.CANCEL_EMPLOYEE_DAY:
            return _cancel(understood.read, text, scene)
        case Intent.WHO_IS_HOME:
            return _who_is_home(understood.read, text, scene)
        case Intent.TEAM_OVERVIEW:
            return _or_all(c.ShowTeam(week_of=scene.today), understood.read)
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
            return checklist_wish(text, scene)
        case Intent.START_AGREEMENT:
            return _agree(text, scene)
        case Intent.TRANSPORT_TIME:
            return c.ShowTransport()
        case Intent.BROADCAST:
            return c.StartBroadcast()
        case Intent.LOCAL_RULES:
            return c.ShowFrames()
        case Intent.DELETE_MY_DATA:
            return c.ProposeErasure()
        case _:
            assert_never(understood.intent)


def _or_all(command: c.Command, read: DatesRead) -> Outcome:
    """Return the command with its dates; without any it holds as it is."""
    return with_dates(command, read) or command


def _who_is_home(read: DatesRead, text: str, scene: Scene) -> Outcome:
    """Return the day that was named; of several ("hvornår er Bo hjemme?") a leader sees the week, others choose one."""
    days = read.days[:_MOST_ASKED]
    if not read.spans and _WHEN & set(words(text)[:1]):
        ahead = (scene.today + timedelta(days=number) for number in range(_FORTNIGHT))
        days = tuple(WantedDay(on) for on in ahead if is_workday(on))[:_MOST_ASKED]
    if read.error is not None or len(days) < 2:
        return _or_all(c.WhoIsHome(on=scene.today), read)
    if scene.leads:
        return c.ShowTeam(week_of=days[0].on)
    return f.WhichDate(tuple((day,) for day in days), tuple(c.WhoIsHome(on=day.on) for day in days))


def _give_up(read: DatesRead, text: str) -> Outcome:
    """Return what is to go; "kun formiddag alligevel" says which half is to stay."""
    if read.half is not None and not read.negated and _ONLY & set(words(text)):
        return _mark(read, text)
    return _or_all(c.ProposeWithdrawal(half=read.half), read)


def _mark(read: DatesRead, text: str) -> Outcome:
    if read.error is None and len(read.days) == 1 and read.half is None and _HALF & set(words(text)):
        return _which_half(read.days[0].on)
    outcome = with_dates(None, read) or f.DateQuestion(f.DateTrouble.NONE_NAMED)
    if isinstance(outcome, c.ProposeDays) and read.series and not read.moved:
        return outcome.model_copy(update={"recurring": True})
    return _moving(outcome, read) if read.moved else outcome


def _moving(outcome: Outcome, read: DatesRead) -> Outcome:
    """Return the days with those that make way for them, also where it is still to be said which day is meant."""
    away = {"instead_of": read.not_days[: c.MOST_DAYS]}
    match outcome:
        case c.ProposeDays():
            return outcome.model_copy(update=away)
        case f.WhichDate():
            return replace(outcome, leads_to=tuple(one.model_copy(update=away) for one in outcome.leads_to))
        case _:
            return outcome


def _which_half(on: date) -> f.WhichDate:
    halves = tuple(WantedDay(on, half) for half in Half)
    commands = tuple(c.ProposeDays(days=(c.Wanted(on=on, half=day.half),)) for day in halves)
    return f.WhichDate(tuple((day,) for day in halves), commands)


def with_dates(command: c.Command | None, read: DatesRead) -> Outcome | None:
    """Return the command with the dates that were read, or the question to ask; None where no date was named.

    A command of None stands for ProposeDays.
    """
    match read.error:
        case DateError.AMBIGUOUS:
            options = tuple(option[: c.MOST_DAYS] for option in read.options)
            return f.WhichDate(options, tuple(dated(command, option) for option in options))
        case DateError.INVALID | DateError.PAST:
            return f.DateQuestion(_TROUBLES[read.error], read.quoted, read.nearest, command)
        case None if len(read.days) > c.MOST_DAYS and not isinstance(command, (c.WhoIsHome, c.ShowTeam)):
            return f.DateQuestion(f.DateTrouble.TOO_MANY, read.quoted, then=command)
        case None:
            return dated(command, read.days) if read.days else None


def _cancel(read: DatesRead, text: str, scene: Scene) -> Outcome:
    head, reason = parted(text)
    about = named(head, scene.leads)
    if scene.leads and not about.people and _EVERYBODY & set(words(head)):
        return _cancel_for_all(head, reason, read, scene)
    people = about.people or (scene.leads if not about.unknown and len(scene.leads) == 1 else ())
    said = read_dates(head, scene.today) if reason else read
    if len(people) != 1:
        return f.WhichPerson(about.unknown, people or scene.leads, said.dates[: c.MOST_DAYS], reason)
    command = c.ProposeCancellation(employee_id=people[0].id, reason=reason)
    if said.moved and said.not_days:  # "flyt Annas torsdag til fredag": Friday is for Anna to ask for
        return command.model_copy(update={"dates": said.not_days[: c.MOST_DAYS]})
    return with_dates(command, said) or command


def _cancel_for_all(head: str, reason: str, read: DatesRead, scene: Scene) -> Outcome:
    said = read_dates(head, scene.today) if reason else read
    command = c.ProposeTeamCancellation(dates=(scene.today,), reason=reason)
    return with_dates(command, said) or f.DateQuestion(f.DateTrouble.NONE_NAMED, then=command)


def _agree(text: str, scene: Scene) -> Outcome:
    """Return the agreement with the employee who is named; without a name, one's own."""
    about = named(text, scene.leads)
    if len(about.people) == 1:
        return c.StartAgreement(employee_id=about.people[0].id)
    return c.StartAgreement(named=about.unknown) if about.unknown and scene.leads else c.StartAgreement()


def _decide(text: str, scene: Scene) -> Outcome:
    about = named(text, scene.leads)
    return c.ShowWaiting(employee_id=about.people[0].id if len(about.people) == 1 else None)
