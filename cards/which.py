"""Questions back: which date, which of two dates, which person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from microsoft_teams.cards import Action

from cards.actions import MOST_ACTIONS, press
from cards.day_words import named
from cards.drawn import Drawn
from cards.frame import heading, line, listing, said_only, sheet
from cards.setting import Setting
from cards.words import sentence
from domain import commands as c
from domain.facts import DateQuestion, DateTrouble, WhichDate, WhichPerson
from domain.home_days import WantedDay


def draw_date_question(fact: DateQuestion, setting: Setting) -> Drawn:
    """Draw the question for a date, with the one that may have been meant."""
    t = setting.words.t
    near = fact.nearest
    example = t('Write for example "Thursday", "26/11" or "Thursday and Friday morning".')
    meant = t("Do you mean {day}?", day=setting.day(near)) if near else ""
    return sheet(
        heading(_trouble(fact, setting)),
        line(f"{meant} {example}".strip()),
        actions=[press(t("Yes, {day}", day=setting.day(near)), completed(fact.then, near), "positive")] if near else [],
    )


def draw_which_date(fact: WhichDate, setting: Setting) -> Drawn:
    """Draw the dates that may have been meant, a button each."""
    t = setting.words.t
    options = [option for option in fact.options if option]
    commands = fact.leads_to or tuple(c.ProposeDays(days=_wanted(option)) for option in options)
    titles = [sentence(named(option, setting)) for option in options]
    return sheet(
        heading(t("Which day do you mean?")),
        listing(titles) if len(titles) > MOST_ACTIONS else None,
        *(said_only(f"{number}. {title}") for number, title in enumerate(titles, start=1)),
        said_only(t("Answer with the number.")),
        actions=[press(title, command) for title, command in zip(titles, commands, strict=False)][:MOST_ACTIONS],
    )


def draw_which_person(fact: WhichPerson, setting: Setting) -> Drawn:
    """Draw the people that may have been meant, a button each."""
    t = setting.words.t
    names = [person.name for person in fact.choices]
    unknown = t('I find nobody called "{name}" among those you answer for.', name=fact.named)
    if not names:
        title = unknown if fact.named else t("You do not answer for anybody's home days.")
        return sheet(heading(title), line(t("HR and Personnel can see who answers for whom.")))
    return sheet(
        heading(t("Who is it about?")),
        line(unknown) if fact.named else None,
        listing(names[MOST_ACTIONS:]) if len(names) > MOST_ACTIONS else None,
        said_only(t("Answer with a name: {names}.", names=setting.words.listed(names))),
        actions=_people(fact),
    )


def completed(then: c.Command | None, on: date) -> c.Command:
    """Return the command that was waiting for a date, with that date; None stands for ProposeDays."""
    match then:
        case c.ProposeWithdrawal() | c.ProposeCancellation() | c.ProposeTeamCancellation():
            return then.model_copy(update={"dates": (on,)})
        case c.WhoIsHome():
            return c.WhoIsHome(on=on)
        case c.ShowTeam():
            return c.ShowTeam(week_of=on)
        case _:
            return c.ProposeDays(days=(c.Wanted(on=on),))


def _trouble(fact: DateQuestion, setting: Setting) -> str:
    t = setting.words.t
    match fact.trouble:
        case DateTrouble.NONE_NAMED:
            return t("Which day?")
        case DateTrouble.INVALID if fact.quoted:
            return t('"{words}" is not in the calendar', words=fact.quoted)
        case DateTrouble.INVALID:
            return t("That date is not in the calendar")
        case DateTrouble.PAST if fact.quoted:
            return t('"{words}" has passed', words=fact.quoted)
        case DateTrouble.PAST:
            return t("That date has passed")
        case DateTrouble.TOO_MANY:
            return t("I can take {count} days at a time", count=c.MOST_DAYS)


def _wanted(option: Sequence[WantedDay]) -> tuple[c.Wanted, ...]:
    return tuple(c.Wanted(on=day.on, half=day.half) for day in option)


def _people(fact: WhichPerson) -> list[Action]:
    return [
        press(
            person.name,
            c.ProposeCancellation(employee_id=person.id, dates=fact.dates, reason=fact.reason),
        )
        for person in fact.choices[:MOST_ACTIONS]
    ]
