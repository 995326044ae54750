"""One example of every fact and its extremes, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID, uuid5

from cards.draw import draw
from cards.drawn import Drawn
from cards.setting import Setting
from cards.words import Words
from domain import facts as f
from domain.commands import ProposeCancellation, ProposeWithdrawal, WhoIsHome
from domain.home_days import Half, HomeDay, Status, WantedDay
from domain.people import Language, Person
from domain.refusals import Refusal, Rule
from policy.answers import Answer, DidYouMean, NotCovered, PolicyFact
from policy.handbook import Handbook, Kind, Passage
from tests.cards.agreement_examples import AGREEMENTS
from tests.cards.assessment_examples import ASSESSMENTS
from tests.cards.broadcast_examples import BROADCASTS
from tests.cards.checklist_examples import CHECKLISTS
from tests.cards.equipment_examples import EQUIPMENT
from tests.cards.frame_examples import AGREED as SETTLED
from tests.cards.frame_examples import FRAMES
from tests.cards.halving_examples import HALVING
from tests.cards.inbox_examples import INBOX, OFFERS
from tests.cards.privacy_examples import PRIVACY
from tests.cards.radar_examples import RADAR
from tests.cards.settings_examples import SETTINGS
from tests.cards.team_cancelling_examples import TEAM_CANCELLING

TODAY = date(2026, 11, 23)  # a Monday
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)  # 14.03 in Denmark
REQUEST = UUID("00000000-0000-4000-8000-000000000001")
CANCELLATION = UUID("00000000-0000-4000-8000-000000000002")

ANNA = Person("a", "Anna Holm", leader_id="l")
BO = Person("b", "Bo Friis", leader_id="l")
LARS = Person("l", "Lars Juhl")
WILD = Person("w", "<b>[x](http://y.example) *Ida* {{DATE(2026-11-23T00:00:00Z)}} `_q_` & 1. " + "Å" * 20)
LONG_NAME = Person("n", "Wilhelmina-Frederikke " * 3 + "Østergaard-Kja")
LONG_REASON = ("Akut personalemøde om budgettet. " * 20)[:500]
WILD_REASON = '</div><script>alert(1)</script> [klik](https://y.example) "nej"\n# stor\n1. et\n- to **fed**'


def day(on: date = THURSDAY, status: Status = Status.ASKED, by: str | None = "l", **more: object) -> HomeDay:
    """Return a home day of Anna's."""
    decided = status is not Status.ASKED
    made = HomeDay(
        uuid5(REQUEST, on.isoformat()),
        "a",
        on,
        REQUEST,
        status=status,
        version=2 if decided else 1,
        asked_at=NOW,
        decided_by=by if decided else None,
        decided_at=NOW if decided else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def workdays(count: int, start: date = THURSDAY) -> list[date]:
    """Return so many working days in a row."""
    every = (start + timedelta(days=number) for number in range(count * 2))
    return [on for on in every if on.isoweekday() < 6][:count]


def sixty(status: Status = Status.ASKED, reason: str = "") -> tuple[HomeDay, ...]:
    """Return sixty days of one state."""
    return tuple(day(on, status, reason=reason) for on in workdays(60))


def _passage(id_: str, text: str, kind: Kind = Kind.RULE, page: int = 3, english: str = "") -> Passage:
    return Passage(id_, ("Rammer for hjemmearbejde",), text, page, kind, english)


CANCELLING = _passage(
    "ramme-annullering",
    "Ledelsen kan til enhver tid og med kort varsel annullere en aftalt hjemmearbejdsdag, såfremt der er "
    "driftsmæssigt behov for medarbejders fremmøde.",
    english="Management may at any time and at short notice cancel an agreed home-work day.",
)
HERE_TOO = _passage("insp-annullere", "Hvilke møder kan annullere en hjemmedag?", Kind.DISCUSSION, 9)
TOGETHER = _passage(
    "ramme-samtidig", "Der kan være krav om dage, hvor alle ansatte i teamet / afdelingen er tilstede samtidigt."
)
COORDINATED = _passage(
    "ramme-koordinering", "Den enkeltes hjemmearbejde koordineres i dialog mellem leder og medarbejder."
)
DISCUSSED = _passage(
    "insp-anden-dag", "Har ansatte mulighed for at få en anden hjemmearbejdsdag i løbet af ugen?", Kind.DISCUSSION, 11
)
LINKS = _passage("links", "Arbejdstilsynet: https://at.dk/regler_1?a=b\nGode råd: https://x.example/(gode).", Kind.LINK)
ADVICE = _passage("raad-stilling", "Variér arbejdsstilling og hold aktive pauser.", Kind.ADVICE, 12)
SCREEN = _passage(
    "krav-bordplads",
    "Er der plads på medarbejderens arbejdsbord til nødvendigt udstyr? Det er desuden et krav, at computerskærmen kan "
    "stå i en tilpas afstand fra øjnene, hvilket typisk vil være mellem 50 og 70 cm.",
    Kind.CHECK_ITEM,
    8,
)
OTHERS = tuple(
    _passage(id_, f"Politikkens ord om {id_}.")
    for id_ in ("sund-gennemgang", "ramme-formel-aftale", "ramme-koersel", "ramme-med", "apv-to-dage", "leder-kom")
)
KINDS = tuple(_passage(f"kind-{kind}", "Ord.", kind) for kind in Kind)
HANDBOOK = Handbook(
    "Nyborg Kommune",
    "Politik for hjemmearbejde",
    "1",
    "https://intranet.example/politik.pdf",
    {one.id: one for one in (CANCELLING, TOGETHER, COORDINATED, DISCUSSED, LINKS, ADVICE, SCREEN, *OTHERS, *KINDS)},
)
BARE = replace(HANDBOOK, url="", passages={})


def setting(language: Language = Language.DANISH, handbook: Handbook = HANDBOOK) -> Setting:
    """Return the setting of the tests: Monday 23 November 2026."""
    return Setting(Words(language), TODAY, handbook)


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

POLICY: dict[str, PolicyFact] = {
    "answer": Answer(SCREEN),
    "answer related": Answer(CANCELLING, (DISCUSSED, ADVICE)),
    "answer discussion": Answer(DISCUSSED),
    "answer advice": Answer(ADVICE),
    "answer links": Answer(LINKS),
    **{f"answer {one.kind}": Answer(one) for one in KINDS},
    "answer with frames": Answer(HERE_TOO, frame=SETTLED),
    "answer long": Answer(replace(SCREEN, text="Et meget langt afsnit. " * 200), (SCREEN, CANCELLING)),
    "did you mean": DidYouMean((CANCELLING, DISCUSSED, SCREEN)),
    "not covered": NotCovered(),
}

FACTS: dict[str, f.DomainFact | PolicyFact] = {
    **DAYS,
    **RADAR,
    **TALK,
    **POLICY,
    **BROADCASTS,
    **PRIVACY,
    **SETTINGS,
    **EQUIPMENT,
    **AGREEMENTS,
    **CHECKLISTS,
    **ASSESSMENTS,
    **INBOX,
    **OFFERS,
    **HALVING,
    **TEAM_CANCELLING,
    **FRAMES,
}


@cache
def drawn(name: str, language: Language = Language.DANISH) -> Drawn:
    """Return an example as it is drawn on the day of the tests."""
    return draw(FACTS[name], setting(language))
