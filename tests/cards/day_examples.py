"""Every card about home days, and its extremes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid5

from domain import facts as f
from domain.home_days import Half, HomeDay, Status, WantedDay
from domain.people import Person
from domain.refusals import Refusal, Rule
from tests.cards.cast import (
    ANNA,
    BO,
    CANCELLATION,
    LARS,
    LONG_NAME,
    LONG_REASON,
    NOW,
    REQUEST,
    THURSDAY,
    TODAY,
    WILD,
    WILD_REASON,
    day,
    sixty,
    workdays,
)


def _understood(*days: f.DayOnCard, **more: object) -> f.UnderstoodDays:
    return f.UnderstoodDays(REQUEST, days, LARS, **more)  # type: ignore[arg-type]


def _leader(days: tuple[HomeDay, ...], who: Person = ANNA, number: int = 1, **more: object) -> f.LeaderRequest:
    request_id = UUID(int=number)
    days = tuple(replace(one, request_id=request_id, id=uuid5(request_id, one.on.isoformat())) for one in days)
    home = tuple((one.on, 4) for one in days)
    return f.LeaderRequest(request_id, who, days, home, 9, (LARS,), **more)  # type: ignore[arg-type]


def _cancelled(
    reason: str = "Akut personalemøde om budgettet.", seen_at: datetime | None = None, on: date = THURSDAY
) -> HomeDay:
    return day(on, Status.CANCELLED, reason=reason, cancellation_id=CANCELLATION, seen_at=seen_at)


ALL_STATES = tuple(
    day(on, status, reason="Vi har oplæring." if status in (Status.DECLINED, Status.CANCELLED) else "")
    for on, status in zip(workdays(5), Status, strict=True)
)

DAYS: dict[str, f.DayFact] = {
    "understood a day": _understood(f.DayOnCard(WantedDay(THURSDAY))),
    "understood half a day": _understood(f.DayOnCard(WantedDay(THURSDAY, Half.MORNING))),
    "understood moved from nothing": _understood(f.DayOnCard(WantedDay(THURSDAY)), not_there=(TODAY,)),
    "understood moved from nothing to nothing": _understood(
        f.DayOnCard(WantedDay(THURSDAY), existing=day()), not_there=tuple(workdays(3))
    ),
    "understood several": _understood(
        f.DayOnCard(WantedDay(THURSDAY)),
        f.DayOnCard(WantedDay(date(2026, 11, 27), Half.AFTERNOON)),
        f.DayOnCard(WantedDay(date(2026, 11, 24)), existing=day(date(2026, 11, 24))),
        f.DayOnCard(WantedDay(date(2026, 11, 25)), existing=day(date(2026, 11, 25), Status.APPROVED)),
        f.DayOnCard(WantedDay(date(2028, 1, 3)), refusal=Refusal(Rule.TOO_FAR_AHEAD, on=date(2028, 1, 3))),
        skipped_weekend=(date(2026, 11, 28), date(2026, 11, 29)),
        skipped_holidays=((date(2026, 12, 25), "Juledag"),),
    ),
    "understood none": _understood(
        f.DayOnCard(WantedDay(TODAY), refusal=Refusal(Rule.DAY_HAS_PASSED, on=date(2026, 11, 20)))
    ),
    "understood sixty": _understood(*(f.DayOnCard(WantedDay(on)) for on in workdays(60))),
    "my request waits": f.MyRequest(REQUEST, (day(),), LARS),
    "my request without leader": f.MyRequest(REQUEST, (day(),), None),
    "my request approved": f.MyRequest(REQUEST, (day(status=Status.APPROVED),), LARS, (LARS,)),
    "my request declined": f.MyRequest(
        REQUEST, (day(status=Status.DECLINED, reason="Vi har oplæring af Ida."),), LARS, (LARS,)
    ),
    "my request cancelled": f.MyRequest(REQUEST, (_cancelled(),), LARS, (LARS,), f.Note.STALE),
    "my request mixed": f.MyRequest(REQUEST, ALL_STATES, LARS, (LARS,)),
    "my request sixty": f.MyRequest(REQUEST, sixty(), LARS),
    "my request sixty declined": f.MyRequest(REQUEST, sixty(Status.DECLINED, LONG_REASON), LARS, (LARS,)),
    "my request sixty reasons": f.MyRequest(
        REQUEST,
        tuple(
            day(on, Status.DECLINED, reason=f"{number} {LONG_REASON}"[:500]) for number, on in enumerate(workdays(60))
        ),
        LARS,
        (LARS,),
    ),
    "leader request waits": _leader((day(),)),
    "leader request several": _leader((day(), day(date(2026, 11, 27)), day(date(2026, 12, 1), half=Half.MORNING))),
    "leader request approved": _leader((day(status=Status.APPROVED),)),
    "leader request declined": _leader((day(status=Status.DECLINED, reason=WILD_REASON),)),
    "leader request mixed": _leader(ALL_STATES, note=f.Note.STALE),
    "leader request past": _leader((day(date(2026, 11, 20)),)),
    "leader request sixty": _leader(sixty(), LONG_NAME),
    "leader request sixty approved": _leader(sixty(Status.APPROVED), WILD),
    "cancel form": f.CancelForm(CANCELLATION, ANNA, (day(status=Status.APPROVED),)),
    "cancel form with reason": f.CancelForm(CANCELLATION, ANNA, (day(),), "Akut personalemøde"),
    "cancel form missing": f.CancelForm(
        CANCELLATION, ANNA, (day(), day(date(2026, 11, 27))), "", f.Note.REASON_MISSING
    ),
    "cancel form sixty": f.CancelForm(CANCELLATION, WILD, sixty(Status.APPROVED), LONG_REASON),
    "cancel form empty": f.CancelForm(CANCELLATION, ANNA, ()),
    "leader cancellation": f.LeaderCancellation(CANCELLATION, ANNA, (_cancelled(),)),
    "leader cancellation seen": f.LeaderCancellation(CANCELLATION, ANNA, (_cancelled(seen_at=NOW),)),
    "leader cancellation today": f.LeaderCancellation(
        CANCELLATION, ANNA, (replace(_cancelled(), on=TODAY, decided_at=NOW.replace(hour=6)),)
    ),
    "leader cancellation sixty": f.LeaderCancellation(CANCELLATION, WILD, sixty(Status.CANCELLED, LONG_REASON)),
    "my cancellation": f.MyCancellation(CANCELLATION, (_cancelled(),), LARS),
    "my cancellation seen": f.MyCancellation(CANCELLATION, (_cancelled(seen_at=NOW),), LARS),
    "my cancellation replaced": f.MyCancellation(
        CANCELLATION, (_cancelled(seen_at=NOW),), LARS, None, (), (day(date(2026, 12, 2)),)
    ),
    "my cancellation with choices": f.MyCancellation(
        CANCELLATION,
        (_cancelled(), _cancelled(on=date(2026, 11, 27))),
        LARS,
        f.Note.NOT_FREE,
        tuple(WantedDay(on) for on in workdays(3, date(2026, 12, 1))),
        (day(date(2026, 11, 30), Status.APPROVED),),
    ),
    "my cancellation wild": f.MyCancellation(CANCELLATION, (_cancelled(WILD_REASON),), WILD),
    "my cancellation sixty": f.MyCancellation(CANCELLATION, sixty(Status.CANCELLED, LONG_REASON), None),
    "decision approved": f.DecisionTold((day(status=Status.APPROVED),), LARS),
    "decision declined": f.DecisionTold((day(status=Status.DECLINED),), LARS),
    "decision sixty": f.DecisionTold(sixty(Status.DECLINED, LONG_REASON), None),
    "withdrawal told": f.WithdrawalTold(ANNA, (day(status=Status.WITHDRAWN),)),
    "withdrawal of one who left": f.WithdrawalTold(ANNA, (day(status=Status.WITHDRAWN),), has_left=True),
    "withdrawal told sixty": f.WithdrawalTold(WILD, sixty(Status.WITHDRAWN)),
    "cancellation unseen": f.CancellationUnseen(ANNA, (_cancelled(),)),
    "cancellation unseen wild": f.CancellationUnseen(WILD, sixty(Status.CANCELLED, "x")),
    "leaderless": f.Leaderless(WILD),
    "understood without a leader": f.UnderstoodDays(REQUEST, (f.DayOnCard(WantedDay(THURSDAY)),), None),
    "not reached with a request": f.NotReached(LARS, (day(),), False),
    "not reached with a request, deputy asked": f.NotReached(LARS, sixty(), False, WILD),
    "not reached with a cancellation": f.NotReached(WILD, (_cancelled(),), True),
    "withdraw form": f.WithdrawForm((day(),), (THURSDAY,)),
    "withdraw form sixty": f.WithdrawForm(sixty(Status.APPROVED), ()),
    "withdraw form empty": f.WithdrawForm((), (THURSDAY,)),
    "days withdrawn": f.DaysWithdrawn((day(status=Status.WITHDRAWN),), LARS),
    "days withdrawn sixty": f.DaysWithdrawn(sixty(Status.WITHDRAWN), None),
    "my days": f.MyDays(ALL_STATES, (LARS,)),
    "my days none": f.MyDays(()),
    "my days late in outlook": f.MyDays(ALL_STATES, (LARS,), None, tuple(workdays(60)), (THURSDAY,)),
    "my days many": f.MyDays(tuple(day(on, Status.DECLINED, reason=LONG_REASON) for on in workdays(90)), (WILD,)),
    "waiting": f.WaitingRequests((_leader((day(),)), _leader((day(), day(date(2026, 11, 27))), BO, 2))),
    "waiting one": f.WaitingRequests((_leader((day(),)),)),
    "waiting none": f.WaitingRequests(()),
    "waiting answered": f.WaitingRequests(
        (_leader((day(status=Status.APPROVED),)), _leader((day(status=Status.APPROVED),), BO, 2))
    ),
    "waiting many": f.WaitingRequests(
        tuple(
            _leader(tuple(day(on) for on in workdays(7)), WILD if number % 2 else LONG_NAME, number)
            for number in range(1, 21)
        )
    ),
    "waiting sixty": f.WaitingRequests((_leader(sixty(), LONG_NAME), _leader((day(),), WILD, 2))),
    "who is home": f.WhoIsHomeThatDay(
        THURSDAY, ((ANNA, day(status=Status.APPROVED)), (BO, day(half=Half.MORNING, status=Status.APPROVED))), (LARS,)
    ),
    "nobody is home": f.WhoIsHomeThatDay(THURSDAY, (), (LARS, ANNA)),
    "many are home": f.WhoIsHomeThatDay(THURSDAY, tuple((WILD, day()) for _ in range(60)), (LONG_NAME,) * 60),
    "team week": f.TeamWeek(
        TODAY,
        (
            (ANNA, (day(status=Status.APPROVED), day(date(2026, 11, 24)))),
            (BO, (day(half=Half.AFTERNOON, status=Status.APPROVED), day(date(2026, 11, 25), Status.CANCELLED))),
            (LONG_NAME, ()),
        ),
        2,
    ),
    "team week crowded": f.TeamWeek(
        TODAY,
        tuple((WILD if number % 2 else LONG_NAME, (day(status=Status.APPROVED),)) for number in range(90)),
        0,
    ),
}
