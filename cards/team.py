"""A team's week as a table, and who is at home on a date; never why."""

from __future__ import annotations

from datetime import date, timedelta

from microsoft_teams.cards import Action, ColumnDefinition, Table, TableCell, TableRow

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.literal import block
from cards.preferences import contact
from cards.presence import presence_chart
from cards.setting import Setting
from cards.words import sentence
from domain.commands import ShowTeam, ShowWaiting
from domain.facts import TeamWeek, WhoIsHomeThatDay
from domain.home_days import Half, HomeDay, Status
from domain.people import Person

WEEKDAYS = 5
MOST_ROWS = 60


def draw_team_week(fact: TeamWeek, setting: Setting) -> Drawn:
    """Draw people by weekdays, how many are at home each day, and the requests that wait."""
    t = setting.words.t
    days = [fact.monday + timedelta(days=number) for number in range(WEEKDAYS)]
    left = len(fact.members) - MOST_ROWS
    return sheet(
        heading(t("The team in {week}", week=setting.words.week(fact.monday, setting.today))),
        beneath(setting.words.span(days[0], days[-1], setting.today)),
        shown_only(_table(fact, days, setting)),
        shown_only(presence_chart([(on, _home(on, fact)) for on in days], len(fact.members), setting)),
        quiet(_legend(setting)),
        *(said_only(_day_in_words(on, fact, setting)) for on in days),
        quiet(t("{count} more in the team are not shown.", count=left)) if left > 0 else None,
        actions=_actions(fact, setting),
        wide=True,
    )


def draw_who_is_home(fact: WhoIsHomeThatDay, setting: Setting) -> Drawn:
    """Draw who of the team is at home on the date and who has no home day then."""
    t = setting.words.t
    home = [_with_half(person, day, setting) for person, day in fact.home]
    away = [person.name for person in fact.away]
    return sheet(
        heading(t("Who is at home on {day}", day=setting.day(fact.on))),
        line(t("At home: {names}.", names=setting.words.listed(home)) if home else t("Nobody has a home day.")),
        _reached(fact, setting),
        line(t("No home day: {names}.", names=setting.words.listed(away))) if away else None,
    )


def _reached(fact: WhoIsHomeThatDay, setting: Setting) -> Part | None:
    """Return how those at home are reached, where they have said so."""
    of_each = {one.person_id: contact(one, setting.words) for one in fact.reach}
    known = [f"{person.name}: {of_each[person.id]}" for person, _ in fact.home if person.id in of_each]
    return listing(known) if known else None


def _table(fact: TeamWeek, days: list[date], setting: Setting) -> Table:
    words = setting.words
    top = TableRow(cells=[_cell(words.t("Name"), bold=True), *(_cell(_column(on, setting), bold=True) for on in days)])
    rows = [_row(person, theirs, days, setting) for person, theirs in fact.members[:MOST_ROWS]]
    sums = [str(_home(on, fact)) for on in days]
    bottom = TableRow(cells=[_cell(words.t("At home"), bold=True), *(_cell(one, bold=True) for one in sums)])
    widths = [ColumnDefinition(width=3), *(ColumnDefinition(width=1) for _ in days)]
    return Table(columns=widths, rows=[top, *rows, bottom], show_grid_lines=True, spacing="Medium")


def _column(on: date, setting: Setting) -> str:
    return f"{sentence(setting.words.weekday_short(on))} {on.day}"


def _row(person: Person, theirs: tuple[HomeDay, ...], days: list[date], setting: Setting) -> TableRow:
    on_date = {day.on: day for day in theirs}
    return TableRow(cells=[_cell(person.name), *(_cell(letter(on_date.get(on), setting)) for on in days)])


def _cell(text: str, bold: bool = False) -> TableCell:
    return TableCell(items=[block(text, weight="Bolder") if bold else block(text)])


def letter(day: HomeDay | None, setting: Setting) -> str:
    """Return H at home, ? waiting, K called in or declined, – nothing noted; ½ stands for half a day."""
    if day is None or day.status is Status.WITHDRAWN:
        return "–"
    half = "½" if day.half else ""
    match day.status:
        case Status.APPROVED:
            return setting.words.t("Home")[0] + half
        case Status.ASKED:
            return "?" + half
        case _:
            return setting.words.t("Office")[0]


def _legend(setting: Setting) -> str:
    t = setting.words.t
    return t(
        "{home} at home · {office} at the workplace, the home day was declined or cancelled · ? waiting · "
        "– no home day · ½ half a day",
        home=t("Home")[0],
        office=t("Office")[0],
    )


def _home(on: date, fact: TeamWeek) -> int:
    return sum(1 for _, days in fact.members for day in days if day.on == on and day.status is Status.APPROVED)


def _day_in_words(on: date, fact: TeamWeek, setting: Setting) -> str:
    home = [
        _with_half(person, day, setting)
        for person, days in fact.members[:MOST_ROWS]
        for day in days
        if day.on == on and day.status is Status.APPROVED
    ]
    names = setting.words.listed(home) if home else setting.words.t("nobody")
    return setting.words.t("{day}, at home: {names}.", day=sentence(setting.day(on)), names=names)


def _with_half(person: Person, day: HomeDay, setting: Setting) -> str:
    return f"{person.name} ({setting.words.half(Half(day.half))})" if day.half else person.name


def _actions(fact: TeamWeek, setting: Setting) -> list[Action]:
    waiting = setting.words.n("See {count} request", "See {count} requests", fact.waiting)
    before, after = fact.monday - timedelta(weeks=1), fact.monday + timedelta(weeks=1)
    return [
        *([press(waiting, ShowWaiting(), "positive")] if fact.waiting else []),
        press(sentence(setting.words.week(before, setting.today)), ShowTeam(week_of=before)),
        press(sentence(setting.words.week(after, setting.today)), ShowTeam(week_of=after)),
    ]
