"""The average of home days a week: as it stands, with its sum, and what days would do to it."""

from __future__ import annotations

from datetime import timedelta

from microsoft_teams.cards import Action, ActionSet

from cards.frame import Part, line, quiet, shown_only, together
from cards.quotation import policy_says
from cards.setting import Setting
from domain.radar import PASSAGE, WEEKS, Average, Effect, Outlook


def outlook_part(outlook: Outlook | None, setting: Setting, way_on: Action | None = None) -> Part | None:
    """Return the average with its sum, and the week in which it passes two days, with the law's demand.

    `way_on` is the button to the checklist, shown while none is in place.
    """
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
    is_now = over.last_week == now.last_week
    return together(quiet(stands), _warning(over, setting, outlook.demands_met, way_on, is_now))


def effect_part(effect: Effect | None, setting: Setting, way_on: Action | None = None) -> Part | None:
    """Return what the days do to the average; above two days, what that means, and the way to the checklist."""
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
    return together(quiet(shown), _warning(effect.crossing, setting, effect.demands_met, way_on))


def effect_in_short(effect: Effect | None, setting: Setting) -> Part | None:
    """Return what the days do to the average in a line, for a card of many requests."""
    if effect is None:
        return None
    values = {"before": _a_week(effect.before, setting), "after": _a_week(effect.after, setting)}
    shown = setting.words.t("Average: {before} → {after} days a week at home.", **values)
    if effect.crossing is None or effect.demands_met:
        return quiet(shown)
    first = setting.words.t("That is more than two, so the checklist comes first.")
    return quiet(f"{shown} {first}")


def _warning(over: Average, setting: Setting, met: bool, way_on: Action | None, is_now: bool = False) -> Part:
    t = setting.words.t
    week = setting.words.week(over.last_week, setting.today)
    when = (
        t("⚠ The limit of two days a week on average is passed.")
        if is_now
        else t("⚠ The limit of two days a week on average is passed in {week}.", week=week)
    )
    if met:
        in_place = t("The checklist of the home workplace is in place.")
        return line(f"{when} {in_place}")
    means = t("Above it the law's demands of the home workplace hold, so go through the checklist together first.")
    button = shown_only(ActionSet(actions=[way_on])) if way_on is not None else None
    return together(line(f"{when} {means}"), policy_says(PASSAGE, setting), button)


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
