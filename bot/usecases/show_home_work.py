"""A year of one employee's home work, for the yearly talk."""

from __future__ import annotations

from bot.usecases.demands import with_demands
from bot.usecases.ports import Desk
from domain.commands import ShowHomeWork
from domain.facts import HomeWork, Refused
from domain.radar import counted, outlook, reach
from domain.refusals import Refusal, Rule
from domain.year_of_work import by_month, first_of_year
from storage import home_days, people


def show_home_work(command: ShowHomeWork, desk: Desk) -> HomeWork | Refused:
    """Return the employee's year by month and the average as it stands; the gate has asked who may see it."""
    person = people.find(desk.session, command.employee_id or desk.by.id)
    if person is None:
        return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE))
    today = desk.at.date()
    first = min(first_of_year(today), reach([today])[0])
    days = home_days.from_date(desk.session, person.id, first)
    own = person.id == desk.by.id
    average = with_demands(desk.session, person.id, today, outlook(counted(days), today))
    return HomeWork(person, by_month(days, today), average, own)
