"""How many of a team are at home by day, as a chart; where charts are not shown, in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from microsoft_teams.cards import VerticalBarChart, VerticalBarChartDataValue

from cards.literal import block
from cards.setting import Setting
from cards.words import sentence


def presence_chart(home: Sequence[tuple[date, int]], team: int, setting: Setting) -> VerticalBarChart:
    """Return a bar a day; the line beneath the table's sums is what other clients show instead."""
    words = setting.words
    title = words.t("At home, of {count} in the team", count=words.number(team))
    named = [(sentence(words.weekday_short(on)), count) for on, count in home]
    fallback = ", ".join(f"{weekday} {count}" for weekday, count in named)
    return VerticalBarChart(
        title=title,
        show_title=True,
        show_bar_values=True,
        y_min=0,
        y_max=max(team, 1),
        data=[VerticalBarChartDataValue(x=weekday, y=count) for weekday, count in named],
        fallback=block(f"{title}: {fallback}", spacing="Medium"),
    )
