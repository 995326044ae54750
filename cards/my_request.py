"""The employee's card of a request, and the news of an answer to it."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import Action

from cards.actions import confirm, press
from cards.day_words import MANY, Names, in_order, mark, names, outcomes, refs, status, still
from cards.drawn import Drawn
from cards.frame import Part, beneath, entry, heading, line, sheet, together
from cards.setting import Setting
from cards.words import sentence
from domain.commands import ShowMyDays, WithdrawDays
from domain.facts import DecisionTold, MyRequest, Note
from domain.home_days import HomeDay, Status
from domain.people import Person

MOST_SINGLE = 5


def draw_my_request(fact: MyRequest, setting: Setting) -> Drawn:
    """Draw what came of the request, each day, and the way to give days up."""
    days = in_order(fact.days)
    told, alike = _told(fact, setting), len({day.status for day in days}) == 1
    waits = days[0].status is Status.ASKED
    return sheet(
        heading(setting.words.n("Your home day", "Your home days", len(days))),
        beneath(sentence(setting.wanted(days[0]))) if len(days) == 1 and waits else None,
        stale(fact.note, setting),
        *(line(text) for text in told if alike),
        rows(days, names(setting, *fact.people, fact.leader), setting) if _listed(days, alike) else None,
        actions=withdrawals(days, fact.leader, setting, MOST_SINGLE),
        summary=told[0] if told and alike else "",
    )


def draw_decision(fact: DecisionTold, setting: Setting) -> Drawn:
    """Draw the news: these days were approved or declined just now."""
    who = names(setting, fact.by)
    days = in_order(fact.days)
    told = outcomes(days, who, setting)
    name = sentence(fact.by.first_name if fact.by else who.unknown)
    return sheet(
        heading(setting.words.t("{name} has answered", name=name)),
        *(line(text) for text in told),
        rows(days, who, setting) if len(days) > MANY else None,
        actions=[press(setting.words.t("My home days"), ShowMyDays())],
        summary=told[0] if told else "",
    )


def stale(note: Note | None, setting: Setting) -> Part | None:
    """Return the remark on a card that was redrawn because it was old."""
    if note is not Note.STALE:
        return None
    return line(setting.words.t("The day has been changed since this card. Here it is as it stands now."))


def rows(days: Sequence[HomeDay], who: Names, setting: Setting) -> Part:
    """Return each day with how it stands."""
    many = len(days) > MANY
    return together(
        *(
            entry(f"{mark(day)} {sentence(setting.wanted(day))}", status(day, who, setting, shorten=many))
            for day in days
        )
    )


def withdrawals(days: Sequence[HomeDay], leader: Person | None, setting: Setting, most: int) -> list[Action]:
    """Return a button for each day that can be given up, at most so many, each asking once more."""
    t = setting.words.t
    name = leader.first_name if leader else t("your leader")
    live = still(days, setting, Status.ASKED, Status.APPROVED)
    one = len(live) == 1
    return [
        confirm(
            setting.words.n("Cancel the day", "Cancel the days", 1)
            if one
            else t("Cancel {day}", day=setting.words.short_day(day.on, setting.today)),
            line(t("Cancel {day}? {name} will be told.", day=setting.wanted(day), name=sentence(name))),
            t("Yes, cancel"),
            WithdrawDays(days=refs([day])),
        )
        for day in live[:most]
    ]


def _listed(days: Sequence[HomeDay], alike: bool) -> bool:
    """Return whether a list says more than the sentences do."""
    return len(days) > 1 and (not alike or len(days) > MANY or days[0].status is Status.ASKED)


def _told(fact: MyRequest, setting: Setting) -> list[str]:
    if any(day.status is not Status.ASKED for day in fact.days):
        return outcomes(in_order(fact.days), names(setting, *fact.people, fact.leader), setting)
    t = setting.words.t
    if fact.leader is None:
        waits = t("I do not know who your leader is. I have told HR and Personnel, and your wish waits.")
        soon = t("Your leader is asked as soon as there is one.")
        return [f"{waits} {soon}"]
    name = fact.leader.first_name
    sent = t("I have sent your request to {name}.", name=name)  # whether it arrived is known a moment later
    hear = t("You will hear from me when {name} has answered.", name=name)
    return [f"{sent} {hear}"]
