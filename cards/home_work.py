"""A year of one employee's home work, for the yearly talk: by month, in counts, with the average; never a reason."""

from __future__ import annotations

from microsoft_teams.cards import ColumnDefinition, Table, TableCell, TableRow

from cards.checklist_buttons import open_of, open_own
from cards.drawn import Drawn
from cards.frame import heading, line, quiet, said_only, sheet, shown_only
from cards.literal import block
from cards.quotation import policy_says
from cards.radar import outlook_part
from cards.setting import Setting
from cards.words import sentence
from domain.facts import HomeWork
from domain.home_days import Status
from domain.year_of_work import MonthOfWork


def draw_home_work(fact: HomeWork, setting: Setting) -> Drawn:
    """Draw the months, the average and who else sees it."""
    t = setting.words.t
    title = t("Home work of {name}, for the yearly talk", name=fact.person.name)
    seen = (
        t("Your leader sees the same.")
        if fact.own
        else t('{name} sees the same with "KOM overblik".', name=fact.person.first_name)
    )
    total = sum(month.halves for month in fact.months) / 2
    return sheet(
        heading(title),
        line(
            setting.words.n(
                "{days} day at home in the last twelve months.",
                "{days} days at home in the last twelve months.",
                1 if total == 1 else 2,  # half a day and one and a half are many
                days=setting.words.decimal(total),
            )
        ),
        shown_only(_table(fact.months, setting)),
        *(said_only(_in_words(month, setting)) for month in fact.months),
        outlook_part(fact.outlook, setting, open_own(setting) if fact.own else open_of(fact.person.id, setting)),
        policy_says("leder-kom", setting),
        quiet(seen),
        wide=True,
    )


def _table(months: tuple[MonthOfWork, ...], setting: Setting) -> Table:
    t = setting.words.t
    columns = (t("Month"), t("At home"), t("Declined"), t("Cancelled by the leader"), t("Given up"))
    rows = [TableRow(cells=[_cell(one, bold=True) for one in columns])]
    rows += [TableRow(cells=[_cell(one) for one in _counts(month, setting)]) for month in months]
    widths = [ColumnDefinition(width=2), *(ColumnDefinition(width=1) for _ in columns[1:])]
    return Table(columns=widths, rows=rows, show_grid_lines=True, spacing="Medium")


def _counts(month: MonthOfWork, setting: Setting) -> tuple[str, ...]:
    ended = (month.count(one) for one in (Status.DECLINED, Status.CANCELLED, Status.WITHDRAWN))
    named = sentence(setting.words.month(month.first))
    return (named, setting.words.decimal(month.days), *(setting.words.number(count) for count in ended))


def _in_words(month: MonthOfWork, setting: Setting) -> str:
    named, home, declined, cancelled, given_up = _counts(month, setting)
    return setting.words.t(
        "{month}: {home} at home, {declined} declined, {cancelled} cancelled by the leader, {given_up} given up.",
        month=named,
        home=home,
        declined=declined,
        cancelled=cancelled,
        given_up=given_up,
    )


def _cell(text: str, bold: bool = False) -> TableCell:
    return TableCell(items=[block(text, weight="Bolder") if bold else block(text)])
