"""Examples of the two-day average on the cards that show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from domain import facts as f
from domain.home_days import HomeDay, Status, WantedDay
from domain.people import Person
from domain.preferences import Preferences
from domain.radar import Average, Effect, Outlook
from domain.refusals import Refusal, Rule
from domain.year_of_work import by_month
from tests.cards.transport_examples import TRANSPORT

_MONDAY, _THURSDAY = date(2026, 11, 23), date(2026, 11, 26)
_REQUEST = UUID(int=7)
_ANNA = Person("a", "Anna Holm", leader_id="l")
_OVER = Average(date(2026, 12, 7), 17)
_BELOW = Effect(Average(_MONDAY, 6), Average(_MONDAY, 7))
_ABOVE = Effect(Average(date(2026, 12, 7), 15), _OVER, _OVER)
_DAY = HomeDay(UUID(int=8), "a", _THURSDAY, _REQUEST)
_WANTED = (f.DayOnCard(WantedDay(_THURSDAY)),)
_YEAR = by_month([replace(_DAY, on=date(2026, 11, 3), status=one) for one in Status], _MONDAY)

RADAR: dict[str, f.DayFact | f.TravelFact | f.Refused] = {
    **TRANSPORT,
    "understood below the limit": f.UnderstoodDays(_REQUEST, _WANTED, None, effect=_BELOW),
    "understood above the limit": f.UnderstoodDays(_REQUEST, _WANTED, None, effect=_ABOVE),
    "leader request below the limit": f.LeaderRequest(_REQUEST, _ANNA, (_DAY,), effect=_BELOW),
    "leader request above the limit": f.LeaderRequest(_REQUEST, _ANNA, (_DAY,), effect=_ABOVE),
    "understood above the limit, checklist in place": f.UnderstoodDays(
        _REQUEST, _WANTED, None, effect=replace(_ABOVE, demands_met=True)
    ),
    "waiting above the limit, checklist in place": f.WaitingRequests(
        (f.LeaderRequest(_REQUEST, _ANNA, (_DAY,), effect=replace(_ABOVE, demands_met=True)),)
    ),
    "refused for want of a checklist": f.Refused(Refusal(Rule.WORKPLACE_UNMET, "sund-nej", about="a", who="Anna")),
    "waiting above the limit": f.WaitingRequests((f.LeaderRequest(_REQUEST, _ANNA, (_DAY,), effect=_ABOVE),)),
    "my days below the limit": f.MyDays((), (), Outlook(Average(_MONDAY, 7))),
    "my days before the limit": f.MyDays((), (), Outlook(Average(_MONDAY, 7), _OVER)),
    "my days above the limit": f.MyDays((), (), Outlook(Average(_MONDAY, 18), Average(_MONDAY, 18))),
    "home work": f.HomeWork(_ANNA, _YEAR, Outlook(Average(_MONDAY, 7)), own=False),
    "home work, own, above the limit": f.HomeWork(
        _ANNA, _YEAR, Outlook(Average(_MONDAY, 18), Average(_MONDAY, 18)), own=True
    ),
    "who is home, and how to reach them": f.WhoIsHomeThatDay(
        _THURSDAY, ((_ANNA, _DAY),), (), (Preferences("a", "12 34 56 78", time(8), time(15, 30), 1),)
    ),
}
