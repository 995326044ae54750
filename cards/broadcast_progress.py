"""How far a broadcast got, drawn anew in place while it is sent; afterwards the report, with a chart."""

from __future__ import annotations

from microsoft_teams.cards import Action, CardElement, DonutChart, DonutChartData, TextBlock

from cards.actions import confirm, press
from cards.broadcast_words import audience, halted, reason, stage
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, listing, quiet, sheet, shown_only, strong, together
from cards.literal import literal
from cards.setting import Setting
from cards.words import sentence
from domain.broadcasts import Stage, Steering, possible
from domain.commands import SteerBroadcast, View, ViewBroadcast
from domain.facts import BroadcastProgress

BAR = 20  # signs wide


def draw_broadcast_progress(fact: BroadcastProgress, setting: Setting) -> Drawn:
    """Draw the progress or, once it is sent, the report."""
    one, tally = fact.broadcast, fact.tally
    return sheet(
        heading(one.danish.title),
        beneath(f"{sentence(stage(one, setting))} · {audience(one.audience, setting)}"),
        line(halted(one.halted, setting)) if one.halted else None,
        _numbers(fact, setting) if tally.total else None,
        shown_only(*_chart(fact, setting)) if one.stage is Stage.SENT and tally.total else None,
        _why(fact, setting) if tally.missed else None,
        _how(fact, setting),
        actions=_actions(fact, setting),
    )


def _numbers(fact: BroadcastProgress, setting: Setting) -> Part:
    t, number, tally = setting.words.t, setting.words.number, fact.tally
    share = tally.sent / tally.total
    lines = [t("Sent: {count} of {total}", count=number(tally.sent), total=number(tally.total))]
    if fact.broadcast.confirm:
        lines.append(t("Read and understood: {count}", count=number(tally.confirmed)))
    if tally.waiting:
        lines.append(t("Waiting: {count}", count=number(tally.waiting)))
    if tally.quiet:
        lines.append(t("Of these in quiet hours, and written to afterwards: {count}", count=number(tally.quiet)))
    if tally.missed:
        lines.append(t("Not reached: {count}", count=number(tally.missed)))
    if tally.working:
        lines.append(t("Reminders and corrections on their way: {count}", count=number(tally.working)))
    filled = round(share * BAR)
    bar = f"{'█' * filled}{'░' * (BAR - filled)} {int(share * 100)} %"
    return together(line(bar), listing(lines))


def _chart(fact: BroadcastProgress, setting: Setting) -> list[CardElement]:
    """Return a chart as Teams draws it; elsewhere the numbers above it say the same."""
    t, tally = setting.words.t, fact.tally
    parts = [(t("Got it"), tally.sent - tally.confirmed, "neutral"), (t("Waiting"), tally.waiting, "warning")]
    parts = [(t("Read and understood"), tally.confirmed, "good"), *parts, (t("Not reached"), tally.missed, "attention")]
    data = [DonutChartData(legend=legend, value=value, color=colour) for legend, value, colour in parts if value]
    return [DonutChart(title=literal(fact.broadcast.danish.title), data=data, fallback=TextBlock(text=" ", wrap=True))]


def _why(fact: BroadcastProgress, setting: Setting) -> Part:
    t, number = setting.words.t, setting.words.number
    reasons = listing(f"{sentence(reason(code, setting))}: {number(count)}" for code, count in fact.tally.why)
    names = setting.words.listed(fact.missed) if fact.missed else ""
    more = fact.tally.missed - len(fact.missed)
    if names and more:
        names = t("{names} and {more} more", names=", ".join(fact.missed), more=number(more))
    return together(strong(t("Not reached, and why")), reasons, quiet(names) if names else None)


def _how(fact: BroadcastProgress, setting: Setting) -> Part | None:
    if fact.broadcast.stage is not Stage.SENDING:
        return None
    return quiet(setting.words.t("The card follows along by itself."))


def _actions(fact: BroadcastProgress, setting: Setting) -> list[Action]:
    t, one, tally = setting.words.t, fact.broadcast, fact.tally
    titles = {
        Steering.UNSCHEDULE: t("Cancel the plan"),
        Steering.STOP: t("Stop sending"),
        Steering.RESUME: t("Go on"),
        Steering.RESEND: t("Send again to those missing"),
    }
    steering = [
        press(titles[how], SteerBroadcast(broadcast_id=one.id, how=how))
        for how in possible(one)
        if how in titles and (how is not Steering.RESEND or tally.missed)
    ]
    views = {View.COPY: t("Copy")}
    if one.stage in (Stage.SENT, Stage.STOPPED, Stage.RECALLED):
        views = {View.FILE: t("As a file"), View.COPY: t("Copy")}
    if one.stage in (Stage.SENT, Stage.STOPPED):
        views |= {View.FORM: t("Correct it")}
    looks = [press(title, ViewBroadcast(broadcast_id=one.id, view=view)) for view, title in views.items()]
    return [*steering, *looks, *_recall(fact, setting)]


def _recall(fact: BroadcastProgress, setting: Setting) -> list[Action]:
    t, one = setting.words.t, fact.broadcast
    if Steering.RECALL not in possible(one):
        return []
    question = line(t("It is taken out of every chat. Whoever has read it, has read it."))
    back = SteerBroadcast(broadcast_id=one.id, how=Steering.RECALL)
    return [confirm(t("Call it back …"), question, t("Call it back"), back)]
