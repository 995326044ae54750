"""The average of home days a week: as it stands, with its sum, and what days would do to it."""

from __future__ import annotations

from datetime import timedelta

from cards.frame import Part, line, quiet, together
from cards.quotation import policy_says
from cards.setting import Setting
from domain.radar import PASSAGE, WEEKS, Average, Effect, Outlook


def outlook_part(outlook: Outlook | None, setting: Setting) -> Part | None:
    """Return one's average with its sum, and the week in which it passes two days, with the law's demand."""
    if outlook is None:
        return None
    t = setting.words.t
    now = outlook.now
    stands = t(
        "On average {average} days a week at home: {sum}.",
        average=_a_week(now, setting),
        sum=_sum(now, setting).rstrip("."),
    )
    over = outlook.crossing
    if over is None:
        return quiet(stands)
    return together(quiet(stands), _warning(over, setting, over.last_week == now.last_week))


def effect_part(effect: Effect | None, setting: Setting) -> Part | None:
    """Return what the days do to the average; above two days, what that means."""
    if effect is None:
        return None
    shown = setting.words.t(
        "Average: {before} → {after} days a week at home ({sum}).",
        before=_a_week(effect.before, setting),
        after=_a_week(effect.after, setting),
        sum=_sum(effect.after, setting),
    )
    if effect.crossing is None:
        return quiet(shown)
    return together(quiet(shown), _warning(effect.crossing, setting))


def effect_in_short(effect: Effect | None, setting: Setting) -> Part | None:
    """Return what the days do to the average in a line, for a card of many requests."""
    if effect is None:
        return None
    values = {"before": _a_week(effect.before, setting), "after": _a_week(effect.after, setting)}
    shown = setting.words.t("Average: {before} → {after} days a week at home.", **values)
    over = setting.words.t("That is more than two, so the checklist comes first.") if effect.crossing else ""
    return quiet(f"{shown} {over}".strip())


def _warning(over: Average, setting: Setting, is_now: bool = False) -> Part:
    t = setting.words.t
    week = setting.words.week(over.last_week, setting.today)
    when = (
        t("⚠ The limit of two days a week on average is passed.")
        if is_now
        else t("⚠ The limit of two days a week on average is passed in {week}.", week=week)
    )
    means = t("Above it the law's demands of the home workplace hold, so go through the checklist together first.")
    return together(line(f"{when} {means}"), policy_says(PASSAGE, setting))


def _a_week(average: Average, setting: Setting) -> str:
    return setting.words.decimal(average.a_week)


def _sum(average: Average, setting: Setting) -> str:
    words, today = setting.words, setting.today
    return words.n(
        "{days} day in {weeks} weeks, {span}",
        "{days} days in {weeks} weeks, {span}",
        1 if average.days == 1 else 2,  # half a day and one and a half are many
        days=words.decimal(average.days),
        weeks=WEEKS,
        span=words.span(average.first_week, average.last_week + timedelta(days=6), today),
    )
