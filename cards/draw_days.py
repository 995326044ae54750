"""Facts about home days, each to its drawing."""

from __future__ import annotations

from typing import assert_never

from cards.cancellation import draw_cancel_form, draw_leader_cancellation, draw_my_cancellation
from cards.drawn import Drawn
from cards.home_work import draw_home_work
from cards.leader_request import draw_leader_request
from cards.my_days import draw_my_days
from cards.my_request import draw_decision, draw_my_request
from cards.not_reached import draw_leaderless, draw_not_reached, draw_unseen
from cards.setting import Setting
from cards.team import draw_team_week, draw_who_is_home
from cards.understood import draw_understood
from cards.waiting import draw_waiting
from cards.withdrawal import draw_withdraw_form, draw_withdrawal_told, draw_withdrawn
from domain import facts as f


def draw_days(fact: f.DayFact, setting: Setting) -> Drawn:
    """Return the drawing of a fact about home days."""
    match fact:
        case f.UnderstoodDays():
            return draw_understood(fact, setting)
        case f.MyRequest():
            return draw_my_request(fact, setting)
        case f.LeaderRequest():
            return draw_leader_request(fact, setting)
        case f.CancelForm():
            return draw_cancel_form(fact, setting)
        case f.LeaderCancellation():
            return draw_leader_cancellation(fact, setting)
        case f.MyCancellation():
            return draw_my_cancellation(fact, setting)
        case f.DecisionTold():
            return draw_decision(fact, setting)
        case f.WithdrawalTold():
            return draw_withdrawal_told(fact, setting)
        case f.CancellationUnseen():
            return draw_unseen(fact, setting)
        case f.Leaderless():
            return draw_leaderless(fact, setting)
        case f.NotReached():
            return draw_not_reached(fact, setting)
        case f.WithdrawForm():
            return draw_withdraw_form(fact, setting)
        case f.DaysWithdrawn():
            return draw_withdrawn(fact, setting)
        case f.MyDays():
            return draw_my_days(fact, setting)
        case f.WaitingRequests():
            return draw_waiting(fact, setting)
        case f.WhoIsHomeThatDay():
            return draw_who_is_home(fact, setting)
        case f.HomeWork():
            return draw_home_work(fact, setting)
        case f.TeamWeek():
            return draw_team_week(fact, setting)
        case _:
            assert_never(fact)
