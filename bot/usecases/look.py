"""What people look at: their own days, their team, what waits, what is stored about them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import groupby

from bot.usecases.demands import with_demands
from bot.usecases.picture import who_decided
from bot.usecases.ports import Desk
from bot.usecases.waiting import waiting_requests
from domain.commands import ShowTeam, ShowWaiting, WhoIsHome
from domain.facts import Help, MyData, MyDays, Refused, TeamWeek, WaitingRequests, WhoIsHomeThatDay
from domain.home_days import HomeDay, Status
from domain.people import Role
from domain.radar import counted, outlook, reach
from domain.refusals import Refusal, Rule
from storage import calendar_entries, home_days, people, personal_data, preferences

WEEKDAYS = 5


def show_my_days(desk: Desk) -> MyDays:
    """Return one's own days from today on, and the average around them."""
    today = desk.at.date()
    known = home_days.from_date(desk.session, desk.by.id, reach([today])[0])
    days = [day for day in known if day.on >= today]
    late = calendar_entries.lagging(desk.session, desk.by.id, today)
    average = with_demands(desk.session, desk.by.id, today, outlook(counted(known, today), today))
    return MyDays(tuple(days), who_decided(desk.session, days), average, late.waiting, late.failed)


def show_waiting(command: ShowWaiting, desk: Desk) -> WaitingRequests | Refused:
    """Return the requests that wait for this person's answer."""
    led = [one.id for one in people.led_by(desk.session, desk.by.id)]
    if command.employee_id is not None and command.employee_id not in led:
        return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE))
    of_whom = [command.employee_id] if command.employee_id else led
    return waiting_requests(desk.session, of_whom, desk.at.date())


def show_team(command: ShowTeam, desk: Desk) -> TeamWeek | Refused:
    """Return the leader's team in one working week."""
    team = people.led_by(desk.session, desk.by.id)
    if not team:
        return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE))
    monday = command.week_of - timedelta(days=command.week_of.weekday())
    ids = [one.id for one in team]
    days = home_days.between(desk.session, ids, monday, monday + timedelta(days=WEEKDAYS - 1))
    of_date = {(day.person_id, day.on): day for day in sorted(days, key=_standing_order)}  # the last one counts
    shown = sorted(of_date.values(), key=lambda day: (day.person_id, day.on))
    of_each = {person_id: tuple(group) for person_id, group in groupby(shown, key=lambda day: day.person_id)}
    waiting = {day.request_id for day in home_days.asked_by(desk.session, ids, desk.at.date())}
    members = sorted(team, key=lambda one: one.name)
    return TeamWeek(monday, tuple((one, of_each.get(one.id, ())) for one in members), len(waiting))


def _standing_order(day: HomeDay) -> tuple[bool, datetime]:
    return day.status.is_live, day.decided_at or day.asked_at or datetime.min.replace(tzinfo=UTC)


def who_is_home(command: WhoIsHome, desk: Desk) -> WhoIsHomeThatDay:
    """Return who of one's own team is at home on a date, and who is not; never why."""
    team = {one.id: one for one in people.colleagues(desk.session, desk.by)}
    team |= {one.id: one for one in people.led_by(desk.session, desk.by.id)}
    team.setdefault(desk.by.id, desk.by)
    home: dict[str, HomeDay] = {
        day.person_id: day
        for day in home_days.between(desk.session, sorted(team), command.on, command.on)
        if day.status is Status.APPROVED
    }
    names = sorted(team.values(), key=lambda one: one.name)
    return WhoIsHomeThatDay(
        command.on,
        tuple((one, home[one.id]) for one in names if one.id in home),
        tuple(one for one in names if one.id not in home),
        tuple(one for one in preferences.of_people(desk.session, sorted(home)).values() if one.is_reachable),
    )


def show_help(desk: Desk) -> Help:
    """Return what the bot can do for this person."""
    return Help(desk.by, bool(people.led_by(desk.session, desk.by.id)), Role.HR in desk.by.roles)


def export_my_data(desk: Desk) -> MyData:
    """Return a count of all that is stored about oneself, with one's days."""
    tables = personal_data.export(desk.session, desk.by.id)
    counts = tuple((name, len(rows)) for name, rows in sorted(tables.items()) if rows)
    days = home_days.from_date(desk.session, desk.by.id, desk.at.date() - timedelta(days=366))
    return MyData(desk.by, counts, tuple(days), desk.at)
