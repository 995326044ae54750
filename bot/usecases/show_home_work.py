"""A year of one employee's home work, for the yearly talk."""

from __future__ import annotations

from dataclasses import replace

from bot.usecases.demands import with_demands
from bot.usecases.keep_equipment import meant
from bot.usecases.ports import Desk
from domain.commands import ProposeLeaving, ShowHomeWork
from domain.facts import HomeWork, Refused, WhoIsMeant
from domain.people import Person
from domain.radar import counted, outlook, reach
from domain.refusals import Refusal, Rule
from domain.year_of_work import by_month, first_of_year
from storage import home_days, people


def show_home_work(command: ShowHomeWork, desk: Desk) -> HomeWork | WhoIsMeant | Refused:
    """Return the employee's year by month and the average as it stands, or the question which of two is meant.

    The gate has asked who may see it; a name is sought among those one answers for.
    """
    if command.named and not command.employee_id:
        found = meant(ProposeLeaving(named=command.named), desk, hr_too=False)
        if not isinstance(found, Person):
            return replace(found, goes_on=ShowHomeWork()) if isinstance(found, WhoIsMeant) else found
        return _year_of(found, desk)
    person = people.find(desk.session, command.employee_id or desk.by.id)
    return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE)) if person is None else _year_of(person, desk)


def _year_of(person: Person, desk: Desk) -> HomeWork:
    today = desk.at.date()
    first = min(first_of_year(today), reach([today])[0])
    days = home_days.from_date(desk.session, person.id, first)
    own = person.id == desk.by.id
    average = with_demands(desk.session, person.id, today, outlook(counted(days), today))
    return HomeWork(person, by_month(days, today), average, own)
