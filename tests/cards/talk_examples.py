"""Every card of plain talk: greetings, questions back, refusals, one's own data."""

from __future__ import annotations

from datetime import date

from domain import facts as f
from domain.commands import ProposeCancellation, ProposeWithdrawal, WhoIsHome
from domain.home_days import WantedDay
from domain.refusals import Refusal, Rule
from tests.cards.cast import (
    ANNA,
    BO,
    LARS,
    LONG_REASON,
    NOW,
    REQUEST,
    THURSDAY,
    TODAY,
    WILD,
    WILD_REASON,
    day,
    workdays,
)
from tests.cards.day_examples import ALL_STATES

TALK: dict[str, f.TalkFact] = {
    "welcome": f.Welcome(ANNA),
    "welcome wild": f.Welcome(WILD),
    "help": f.Help(ANNA, False, False),
    "help leader hr": f.Help(LARS, True, True),
    "greeting": f.Greeting(ANNA),
    "thanks": f.Greeting(WILD, thanks=True),
    "date none": f.DateQuestion(f.DateTrouble.NONE_NAMED),
    "date invalid": f.DateQuestion(f.DateTrouble.INVALID, "31. november", date(2026, 11, 30)),
    "date invalid unquoted": f.DateQuestion(f.DateTrouble.INVALID),
    "date past": f.DateQuestion(f.DateTrouble.PAST, WILD_REASON, THURSDAY, ProposeWithdrawal()),
    "date past cancel": f.DateQuestion(f.DateTrouble.PAST, "", THURSDAY, ProposeCancellation(employee_id="a")),
    "date too many": f.DateQuestion(f.DateTrouble.TOO_MANY, "", THURSDAY, WhoIsHome(on=TODAY)),
    "which date": f.WhichDate(((WantedDay(date(2026, 11, 24)),), (WantedDay(date(2026, 12, 1)),))),
    "which date leads": f.WhichDate(
        ((WantedDay(date(2026, 11, 24)),), (WantedDay(date(2026, 12, 1)),)),
        (WhoIsHome(on=date(2026, 11, 24)), WhoIsHome(on=date(2026, 12, 1))),
    ),
    "which date many": f.WhichDate(tuple(tuple(WantedDay(on) for on in workdays(60)) for _ in range(8))),
    "which person": f.WhichPerson("Ida", (ANNA, BO), (THURSDAY,), "Akut personalemøde"),
    "which person wild": f.WhichPerson(WILD_REASON, (WILD,) * 60, tuple(workdays(60)), LONG_REASON),
    "which person nobody": f.WhichPerson("", ()),
    "which person unknown": f.WhichPerson("Ida", ()),
    **{f"stopped {why}": f.Stopped(why) for why in f.Stop},
    **{f"refused {rule}": f.Refused(Refusal(rule, "ramme-annullering", THURSDAY)) for rule in Rule},
    "refused several": f.Refused(Refusal(Rule.NO_SUCH_DAY, None, THURSDAY, several=True)),
    "refused for another": f.Refused(Refusal(Rule.ASKED_BY_THEMSELVES, "ramme-koordinering", who="Anna")),
    **{f"refused {rule} bare": f.Refused(Refusal(rule, "no-such-passage")) for rule in Rule},
    "refused with nearest": f.Refused(
        Refusal(Rule.NOT_A_WORKDAY, "ramme-samtidig", date(2026, 12, 1), date(2026, 12, 2))
    ),
    "fault": f.Fault("7F3A"),
    "thanked": f.Thanked(True),
    "thanked no": f.Thanked(False),
    "thanked no asked": f.Thanked(False, "Må jeg?", REQUEST),
    "my data": f.MyData(ANNA, (("person", 1), ("home_day", 5), ("home_day.decided_by", 2), ("x", 1)), ALL_STATES, NOW),
    "my data much": f.MyData(WILD, (("home_day", 900),), tuple(day(on) for on in workdays(200)), NOW),
}
