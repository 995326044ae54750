"""The requests that wait for a leader's answer, each with its buttons."""

from __future__ import annotations

from itertools import accumulate

from microsoft_teams.cards import Action, ActionSet

from cards.actions import press
from cards.day_words import refs, still
from cards.drawn import Drawn
from cards.frame import Part, beneath, boxed, heading, line, said_only, sheet, shown_only, strong, together
from cards.leader_request import answers, days_asked
from cards.my_request import stale
from cards.radar import effect_in_short
from cards.setting import Setting
from cards.words import sentence
from domain.commands import MOST_DAYS, ApproveDays
from domain.facts import LeaderRequest, WaitingRequests
from domain.home_days import Status

MOST_REQUESTS = 8


def draw_waiting(fact: WaitingRequests, setting: Setting) -> Drawn:
    """Draw the requests that fit on one card; the rest come when these are answered."""
    t, n = setting.words.t, setting.words.n
    waiting = [one for one in fact.requests if still(one.days, setting, Status.ASKED)]
    if not fact.requests:
        return sheet(heading(t("Nothing waits for your answer")))
    shown = _fitting(fact.requests)
    left = len(fact.requests) - len(shown)
    title = n("{count} request waits for your answer", "{count} requests wait for your answer", len(waiting))
    return sheet(
        heading(title if waiting else t("The requests have been answered")),
        stale(next((one.note for one in fact.requests if one.note), None), setting),
        *(_request(one, str(number), setting) for number, one in enumerate(shown, start=1)),
        beneath(n("{count} more comes after these.", "{count} more come after these.", left)) if left else None,
        said_only(t("Write the name of the one you want to answer.")) if len(waiting) > 1 else None,
        actions=_approve_all(shown, setting),
    )


def _fitting(requests: tuple[LeaderRequest, ...]) -> tuple[LeaderRequest, ...]:
    days = accumulate(len(one.days) for one in requests)
    fit = sum(1 for total in days if total <= MOST_DAYS)
    return requests[: max(1, min(fit, MOST_REQUESTS))]


def _request(one: LeaderRequest, form: str, setting: Setting) -> Part:
    buttons = answers(one, setting, form, some=False)
    actions = shown_only(ActionSet(actions=buttons)) if buttons else None
    average = effect_in_short(one.effect, setting) if buttons else None
    return boxed(together(strong(one.employee.name), _days(one, setting), average, actions))


def _days(one: LeaderRequest, setting: Setting) -> Part:
    if len(one.days) > 1:
        return days_asked(one, setting)
    return together(line(sentence(setting.wanted(one.days[0])), spacing="None"), days_asked(one, setting))


def _approve_all(shown: tuple[LeaderRequest, ...], setting: Setting) -> list[Action]:
    waiting = [day for one in shown for day in still(one.days, setting, Status.ASKED)]
    if len({day.request_id for day in waiting}) < 2 or len(waiting) > MOST_DAYS:
        return []
    return [press(setting.words.t("Approve all"), ApproveDays(days=refs(waiting), listed=True), "positive")]
