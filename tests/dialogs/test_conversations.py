"""Talks as lists of what is said and what it leads to. What stands in brackets is shown in between."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from dialogs.awaiting import Awaiting, awaiting, unasked
from dialogs.listen import Scene, Step, listen
from dialogs.understanding import Understanding
from domain import commands as c
from domain import facts as f
from domain.home_days import Half, HomeDay, Status, WantedDay
from domain.people import Person
from domain.refusals import Refusal, Rule
from policy.answers import Answer, DidYouMean
from policy.handbook import Kind, Passage

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
ANNA = Person("a", "Anna Berg Jensen", leader_id="l")
BO = Person("b", "Bo Dam", leader_id="l")
ANNE = Person("c", "Anne Krogh", leader_id="l")
LARS = Person("l", "Lars Holm")
EMPLOYEE = Scene(ANNA, (), NOW)
LEADER = Scene(LARS, (ANNA, BO, ANNE), NOW)
UNDERSTANDING = Understanding()
REQUEST, CANCELLATION = UUID(int=1), UUID(int=2)
THU, FRI = date(2026, 11, 26), date(2026, 11, 27)
PASSAGE = Passage("stol", ("Udstyr", "Møbler"), "Stolen betales …", 8, Kind.RULE)
OTHER = Passage("skaerm", ("Udstyr", "Skærm"), "Skærmen …", 9, Kind.RULE)


def day(on: date, status: Status = Status.ASKED, person: str = "a") -> HomeDay:
    return HomeDay(UUID(int=on.toordinal()), person, on, REQUEST, status=status, version=3)


def understood(*days: date, instead_of: tuple[HomeDay, ...] = ()) -> f.UnderstoodDays:
    return f.UnderstoodDays(REQUEST, tuple(f.DayOnCard(WantedDay(on)) for on in days), LARS, instead_of=instead_of)


def asked(person: Person, *days: date) -> f.LeaderRequest:
    return f.LeaderRequest(REQUEST, person, tuple(day(on, person=person.id) for on in days))


UNDERSTOOD = understood(THU)
WITHDRAW = f.WithdrawForm((day(FRI, Status.APPROVED),), (FRI,))
HALVE = f.HalveForm(day(THU, Status.APPROVED), Half.AFTERNOON, LARS)
CANCEL = f.CancelForm(CANCELLATION, ANNA, (day(THU, Status.APPROVED),))
CANCEL_WHY = f.CancelForm(CANCELLATION, ANNA, (day(THU, Status.APPROVED),), "personalemøde")
FOR_ALL = f.TeamCancelForm(CANCELLATION, (THU,), ((ANNA, (day(THU, Status.APPROVED),)),), "x")
FOR_ALL_WHY = f.TeamCancelForm(CANCELLATION, (THU,), ((ANNA, (day(THU, Status.APPROVED),)),), "x", "personalemøde")
ONE_WAITS = f.WaitingRequests((asked(ANNA, THU, FRI),))
TWO_WAIT = f.WaitingRequests((asked(ANNA, THU), asked(BO, FRI)))
CANCELLED = f.MyCancellation(CANCELLATION, (day(THU, Status.CANCELLED),), LARS)
WHICH = f.WhichDate(((WantedDay(date(2026, 11, 24)),), (WantedDay(date(2026, 12, 1)),)))
WHICH_TO_DROP = f.WhichDate(
    WHICH.options,
    (c.ProposeWithdrawal(dates=(date(2026, 11, 24),)), c.ProposeWithdrawal(dates=(date(2026, 12, 1),))),
)
WHO = f.WhichPerson("Otto", (ANNA, BO), (FRI,), "møde")
NO_SUCH_DATE = f.DateQuestion(f.DateTrouble.INVALID, "31. november", date(2026, 11, 30))
NO_SUCH_DATE_TO_DROP = f.DateQuestion(f.DateTrouble.INVALID, "31/11", then=c.ProposeWithdrawal())
SENT = f.MyRequest(REQUEST, (day(THU), day(FRI)), LARS)
SENT_ONE = f.MyRequest(REQUEST, (day(THU),), LARS)
ANSWER = Answer(PASSAGE, (OTHER,))
CHOICES = DidYouMean((PASSAGE, OTHER))
TEAM = f.TeamWeek(date(2026, 11, 23), (), 2)
HOME = f.WhoIsHomeThatDay(date(2026, 11, 24), (), ())
REFUSED = f.Refused(Refusal(Rule.NOT_A_WORKDAY, nearest=date(2026, 11, 30)))
APPROVED = f.LeaderRequest(REQUEST, ANNA, (day(THU, Status.APPROVED),))

EMPLOYEE_TALKS = [
    # marking
    (None, "jeg vil gerne arbejde hjemme på torsdag", "propose 26/11"),
    (None, "hjemme torsdag formiddag", "propose 26/11am"),
    (None, "hjemme i uge 49 undtagen onsdag", "propose 30/11 1/12 3/12 4/12"),
    (None, "flyt torsdag til fredag", "propose 27/11 instead of 26/11"),
    (None, "jeg vil gerne have en hjemmedag", "which date? none_named"),
    (None, "hjemme den 31. november", "which date? invalid_date 'den 31. november' near 30/11"),
    (None, "jeg arbejder hjemme i går", "which date? past_date 'i går'"),
    (None, "hjemme næste tirsdag", "24/11 or 1/12"),
    (None, "jeg arbejder hjemme fra 1/12 til 31/5", "which date? too_many 'fra 1/12 til 31/5'"),
    (UNDERSTOOD, "ja", "mark 26/11"),
    (UNDERSTOOD, "ok", "mark 26/11"),
    (UNDERSTOOD, "Ja tak, send den bare", "mark 26/11"),
    (UNDERSTOOD, "send", "mark 26/11"),
    (UNDERSTOOD, "👍", "mark 26/11"),
    (UNDERSTOOD, "nej", "let go"),
    (UNDERSTOOD, "fortryd", "let go"),
    (UNDERSTOOD, "annuller", "let go"),
    (UNDERSTOOD, "lad være", "let go"),
    (UNDERSTOOD, "nej fredag i stedet", "propose 27/11"),
    (UNDERSTOOD, "fredag", "propose 27/11"),
    (UNDERSTOOD, "nej, jeg mente den 3. december", "propose 3/12"),
    (UNDERSTOOD, "formiddag", "propose 26/11am"),
    (UNDERSTOOD, "kun om eftermiddagen", "propose 26/11pm"),
    (UNDERSTOOD, "også fredag", "propose 26/11 27/11"),
    (UNDERSTOOD, "ja men kun fredag", "propose 27/11"),
    (UNDERSTOOD, "den 31. november", "which date? invalid_date 'den 31. november' near 30/11"),
    (UNDERSTOOD, "hvem betaler for en stol?", "ask"),
    (UNDERSTOOD, "mine dage", "my days"),
    (UNDERSTOOD, "hjælp", "help"),
    (understood(FRI, instead_of=(day(THU),)), "ja", "mark 27/11 instead of 1"),
    (understood(FRI, instead_of=(day(THU),)), "nej, mandag den 30.", "propose 30/11 instead of 26/11"),
    (WHICH, "1", "propose 24/11"),
    (WHICH, "den anden", "propose 1/12"),
    (WHICH, "nr. 2", "propose 1/12"),
    (WHICH, "i næste uge", "propose 1/12"),
    (WHICH, "den 24.", "propose 24/11"),
    (WHICH, "3", "nothing"),
    (WHICH, "nej", "let go"),
    (WHICH_TO_DROP, "2", "propose to withdraw 1/12"),
    (WHICH_TO_DROP, "den 3. december", "propose to withdraw 3/12"),
    (NO_SUCH_DATE, "ja", "propose 30/11"),
    (NO_SUCH_DATE, "nej den 1. december", "propose 1/12"),
    (NO_SUCH_DATE_TO_DROP, "30/11", "propose to withdraw 30/11"),
    (REFUSED, "ja", "propose 30/11"),
    # giving up
    (None, "aflys min hjemmedag fredag", "propose to withdraw 27/11"),
    (None, "jeg kommer ind fredag alligevel", "propose to withdraw 27/11"),
    (None, "aflys fredag", "propose to withdraw 27/11"),
    (None, "aflys torsdag formiddag", "propose to withdraw 26/11am"),
    (None, "alligevel ikke hjemme torsdag eftermiddag", "propose to withdraw 26/11pm"),
    (None, "jeg møder ind torsdag formiddag", "propose to withdraw 26/11am"),
    (None, "cancel Thursday afternoon", "propose to withdraw 26/11pm"),
    (None, "kun formiddag på torsdag alligevel", "propose 26/11am"),
    (None, "just the morning on Thursday after all", "propose 26/11am"),
    (None, "gør torsdag til en halv dag", "26/11am or 26/11pm"),
    (None, "torsdag bliver kun en halv hjemmedag", "26/11am or 26/11pm"),
    (HALVE, "ja", "halve pm"),
    (HALVE, "nej", "let go"),
    (HALVE, "behold hele dagen", "let go"),
    (HALVE, "skift til en halv dag", "halve pm"),
    (None, "aflys mine dage i uge 49", "propose to withdraw 30/11 1/12 2/12 3/12 4/12"),
    (None, "fortryd", "propose to withdraw"),
    (SENT, "fortryd", "propose to withdraw"),
    (SENT_ONE, "fortryd", "propose to withdraw 26/11"),
    (SENT, "2", "propose to withdraw 27/11"),
    (SENT, "tak", "thanks"),
    (SENT, "ok", "thanks"),
    (WITHDRAW, "ja", "withdraw 1"),
    (WITHDRAW, "aflys", "withdraw 1"),
    (WITHDRAW, "annuller dagen", "withdraw 1"),
    (WITHDRAW, "nej", "let go"),
    (WITHDRAW, "fortryd", "let go"),
    (WITHDRAW, "annuller", "let go"),
    (WITHDRAW, "cancel", "let go"),
    (WITHDRAW, "torsdag", "propose to withdraw 26/11"),
    (CANCELLED, "set", "acknowledge"),
    (CANCELLED, "ok", "acknowledge"),
    (CANCELLED, "forstået tak", "acknowledge"),
    (CANCELLED, "hvorfor må lederen aflyse min hjemmedag?", "ask"),
    # looking and asking
    (None, "hvem er hjemme i morgen?", "who 24/11"),
    (None, "hvem er hjemme", "who 23/11"),
    (HOME, "og på fredag?", "who 27/11"),
    (None, "vis mine dage", "my days"),
    (None, "mine data", "export"),
    (None, "slet mine data", "erase?"),
    (None, "kan chefen bare aflyse min hjemmedag?", "ask"),
    (None, "hvad er klokken", "ask"),
    (None, "start tjeklisten", "checklist"),
    (None, "jeg er flyttet", "moved"),
    (None, "bilag 1", "agreement"),
    (None, "beregn transporttid", "transport"),
    (None, "lokale rammer", "frames"),
    (None, "hvad gælder hos os?", "frames"),
    (None, "our frames", "frames"),
    (None, "sæt rammer", "edit frames"),
    (None, "set frames", "edit frames"),
    (None, "send besked til alle medarbejdere", "broadcast"),
    (ANSWER, "ja", "helped"),
    (ANSWER, "det hjalp", "helped"),
    (ANSWER, "det hjalp ikke", "did not help"),
    (ANSWER, "1", "passage skaerm"),
    (CHOICES, "2", "passage skaerm"),
    (CHOICES, "møbler", "passage stol"),
    (CHOICES, "ingen af dem", "none fits"),
    (None, "hej", "hello"),
    (None, "tak for hjælpen", "thanks"),
    (None, "?", "help"),
    (None, "ja", "nothing"),
    (None, "nej", "nothing"),
    (None, "ok", "thanks"),
    (None, "", "empty"),
    (None, "   ", "empty"),
    (None, "🎉🎉", "empty"),
    (None, "👍", "empty"),
    (None, "…", "empty"),
    (None, "x" * 2001, "too long"),
]
LEADER_TALKS = [
    (None, "aflys Annas hjemmedag på torsdag", "propose to cancel a 26/11"),
    (None, "aflys annas hjemmedag torsdag pga. personalemøde", "propose to cancel a 26/11: personalemøde"),
    (None, "aflys Anna Bergs torsdag fordi vi har møde fredag", "propose to cancel a 26/11: vi har møde fredag"),
    (None, "aflys Bo's fredag: akut sag", "propose to cancel b 27/11: akut sag"),
    (None, "annuller Annnas hjemmedag fredag", "propose to cancel a 27/11"),
    (None, "cancel Anne's home day on Friday because of an inspection", "propose to cancel c 27/11: an inspection"),
    (None, "aflys Ottos fredag", "who is Otto? a b c 27/11"),
    (None, "aflys medarbejderens hjemmedag på fredag", "who is ? a b c 27/11"),
    (None, "aflys Annas og Bos fredag", "who is ? a b 27/11"),
    (None, "aflys Annas næste tirsdag", "24/11 or 1/12"),
    (WHO, "Anna", "propose to cancel a 27/11: møde"),
    (WHO, "2", "propose to cancel b 27/11: møde"),
    (WHO, "bo dam", "propose to cancel b 27/11: møde"),
    (WHO, "nej", "let go"),
    (CANCEL, "personalemøde om budgettet", "propose to cancel a 26/11: personalemøde om budgettet"),
    (CANCEL, "vi har møde om aftalen fredag", "propose to cancel a 26/11: vi har møde om aftalen fredag"),
    (CANCEL, "pga. sygdom", "propose to cancel a 26/11: sygdom"),
    (CANCEL, "ja", "propose to cancel a 26/11"),
    (CANCEL, "aflys", "let go"),
    (CANCEL, "nej", "let go"),
    (CANCEL, "fredag", "propose to cancel a 27/11"),
    (CANCEL, "hjælp", "help"),
    (CANCEL, "hvad siger politikken om aflysning?", "ask"),
    (CANCEL, "aflys Bos fredag", "propose to cancel b 27/11"),
    (CANCEL_WHY, "ja", "cancel 1: personalemøde"),
    (CANCEL_WHY, "aflys dagen", "cancel 1: personalemøde"),
    (CANCEL_WHY, "nej", "let go"),
    (CANCEL_WHY, "fortryd", "let go"),
    (None, "alle skal møde torsdag pga. personalemøde", "cancel for all 26/11: personalemøde"),
    (None, "aflys hele holdet på torsdag", "cancel for all 26/11"),
    (None, "teamet skal møde på onsdag", "cancel for all 25/11"),
    (None, "ingen hjemmearbejde torsdag", "cancel for all 26/11"),
    (None, "everybody in on Thursday because of the audit", "cancel for all 26/11: the audit"),
    (None, "alle hjemmedage i uge 49 er aflyst", "cancel for all 30/11 1/12 2/12 3/12 4/12"),
    (None, "alle skal møde ind", "which date? none_named"),
    (None, "aflys alle Annas hjemmedage på torsdag", "propose to cancel a 26/11"),
    (None, "skal alle møde på torsdag?", "ask"),
    (FOR_ALL, "vi holder personalemøde", "cancel for all 26/11: vi holder personalemøde"),
    (FOR_ALL, "ja", "cancel for all 26/11"),
    (FOR_ALL, "nej", "let go"),
    (FOR_ALL_WHY, "ja", "cancel team 26/11: personalemøde"),
    (FOR_ALL_WHY, "aflys dagene", "cancel team 26/11: personalemøde"),
    (FOR_ALL_WHY, "fredag", "cancel for all 27/11: personalemøde"),
    (None, "godkend", "waiting"),
    (None, "godkend Annas dage", "waiting a"),
    (None, "Bo må gerne arbejde hjemme torsdag", "waiting b"),
    (None, "afvis", "waiting"),
    (None, "afvis Annes fredag", "waiting c"),
    (ONE_WAITS, "ja", "approve 2 listed"),
    (ONE_WAITS, "godkend", "approve 2 listed"),
    (ONE_WAITS, "godkend alle", "approve 2 listed"),
    (ONE_WAITS, "afvis", "decline 2 listed"),
    (ONE_WAITS, "nej", "decline 2 listed"),
    (ONE_WAITS, "afvis fordi vi har oplæring", "decline 2 listed: vi har oplæring"),
    (ONE_WAITS, "hvem er hjemme på fredag?", "who 27/11"),
    (TWO_WAIT, "ja", "nothing"),
    (TWO_WAIT, "godkend", "waiting"),
    (TWO_WAIT, "godkend alle", "approve 2 listed"),
    (TWO_WAIT, "Bo", "waiting b"),
    (TWO_WAIT, "1", "waiting a"),
    (asked(ANNA, THU), "ja", "approve 1"),
    (APPROVED, "aflys", "propose to cancel a 26/11"),
    (APPROVED, "ja", "nothing"),
    (None, "mit team", "team 23/11"),
    (None, "teamets uge 50", "team 7/12"),
    (TEAM, "næste uge", "team 30/11"),
    (TEAM, "godkend", "waiting"),
    (None, "aflys min hjemmedag på fredag", "propose to withdraw 27/11"),
    (None, "aflys fredag", "propose to withdraw 27/11"),
    (None, "jeg arbejder hjemme på fredag", "propose 27/11"),
]
UNASKED_TALKS = [
    (asked(ANNA, THU), "godkend", "approve 1"),
    (asked(ANNA, THU), "afvis", "decline 1"),
    (asked(ANNA, THU), "ja", "waiting"),
    (asked(ANNA, THU), "nej", "waiting"),
    (asked(ANNA, THU), "tak", "thanks"),
    (CANCELLED, "set", "acknowledge"),
    (CANCELLED, "ja", "nothing"),
]


@pytest.mark.parametrize(("shown", "said", "leads_to"), EMPLOYEE_TALKS)
def test_an_employee(shown, said, leads_to):
    assert told(said, awaiting(shown) if shown else Awaiting(), EMPLOYEE) == leads_to


@pytest.mark.parametrize(("shown", "said", "leads_to"), LEADER_TALKS)
def test_a_leader(shown, said, leads_to):
    assert told(said, awaiting(shown) if shown else Awaiting(), LEADER) == leads_to


@pytest.mark.parametrize(("shown", "said", "leads_to"), UNASKED_TALKS)
def test_what_came_on_its_own(shown, said, leads_to):
    assert told(said, unasked(shown), LEADER) == leads_to


def test_two_of_one_name_are_both_offered():
    scene = Scene(LARS, (ANNA, Person("d", "Anna Lund")), NOW)
    assert told("aflys Annas fredag", Awaiting(), scene) == "who is ? a d 27/11"
    assert told("aflys Anna Lunds fredag", Awaiting(), scene) == "propose to cancel d 27/11"


def test_the_only_one_need_not_be_named():
    assert told("aflys medarbejderens fredag", Awaiting(), Scene(LARS, (BO,), NOW)) == "propose to cancel b 27/11"


def told(said: str, state: Awaiting, scene: Scene) -> str:
    kept = Awaiting.model_validate(state.model_dump(mode="json", exclude_defaults=True))
    return written(listen(said, kept, scene, UNDERSTANDING))


def written(step: Step) -> str:
    match step.do or step.show:
        case c.ProposeDays(days=days, instead_of=left):
            halves = {Half.MORNING: "am", Half.AFTERNOON: "pm", None: ""}
            named = " ".join(f"{short(one.on)}{halves[one.half]}" for one in days)
            return f"propose {named}" + (f" instead of {listed(left)}" if left else "")
        case c.MarkDays(days=days, instead_of=left):
            return f"mark {listed(one.on for one in days)}" + (f" instead of {len(left)}" if left else "")
        case c.ProposeWithdrawal(dates=dates, half=half):
            return f"propose to withdraw {listed(dates)}{half.value if half else ''}".strip()
        case c.HalveDay(keep=keep):
            return f"halve {keep.value}"
        case c.WithdrawDays(days=days):
            return f"withdraw {len(days)}"
        case c.ProposeCancellation(employee_id=who, dates=dates, reason=reason):
            return f"propose to cancel {who} {listed(dates)}".strip() + (f": {reason}" if reason else "")
        case c.ProposeTeamCancellation(dates=dates, reason=reason):
            return f"cancel for all {listed(dates)}" + (f": {reason}" if reason else "")
        case c.CancelTeamDays(dates=dates, reason=reason):
            return f"cancel team {listed(dates)}: {reason}"
        case c.CancelDays(days=days, reason=reason):
            return f"cancel {len(days)}: {reason}"
        case c.ApproveDays(days=days, listed=on_list):
            return f"approve {len(days)}" + " listed" * on_list
        case c.DeclineDays(days=days, listed=on_list, reason=reason):
            return f"decline {len(days)}" + " listed" * on_list + (f": {reason}" if reason else "")
        case c.WhoIsHome(on=on):
            return f"who {short(on)}"
        case c.ShowTeam(week_of=on):
            return f"team {short(on)}"
        case c.ShowWaiting(employee_id=who):
            return f"waiting {who or ''}".strip()
        case c.ShowPassage(passage_id=which):
            return f"passage {which}"
        case c.RateAnswer(helped=helped):
            return "helped" if helped else "did not help"
        case f.WhichDate(options=options):
            halves = [option[0].half.value if option[0].half else "" for option in options]
            dates = [listed(one.on for one in option) for option in options]
            return " or ".join(on + half for on, half in zip(dates, halves, strict=True))
        case f.WhichPerson(named=name, choices=choices, dates=dates):
            return f"who is {name}? {' '.join(one.id for one in choices)} {listed(dates)}".strip()
        case f.DateQuestion(trouble=trouble, quoted=quoted, nearest=nearest):
            words = f" '{quoted}'" if quoted else ""
            return f"which date? {trouble}{words}" + (f" near {short(nearest)}" if nearest else "")
        case f.Greeting(thanks=thanks):
            return "thanks" if thanks else "hello"
        case f.Refused(refusal=refusal):
            return f"refused {refusal.rule}"
        case f.Stopped(why=why):
            return {"nothing_pending": "nothing", "too_long": "too long"}.get(why, why)
        case other:
            return PLAIN[type(other)]


PLAIN = {
    c.ProposeErasure: "erase?",
    c.LetGo: "let go",
    c.Ask: "ask",
    c.NoneFits: "none fits",
    c.ShowMyDays: "my days",
    c.ShowHelp: "help",
    c.ExportMyData: "export",
    c.AcknowledgeCancellation: "acknowledge",
    c.ShowTransport: "transport",
    c.ShowHomeWork: "home work",
    c.ShowPreferences: "settings",
    c.ShowFeeds: "feeds",
    c.ShowFrames: "frames",
    c.EditFrames: "edit frames",
    c.RenewFeed: "new address",
    c.StartBroadcast: "broadcast",
    c.StartAgreement: "agreement",
    c.OpenChecklist: "checklist",
    c.ProposeMove: "moved",
    c.ShowChecklists: "checklists of the team",
    c.ShowBroadcasts: "broadcasts",
    c.ConfirmBroadcast: "confirm",
}


def short(on: date) -> str:
    return f"{on.day}/{on.month}"


def listed(dates) -> str:
    return " ".join(short(on) for on in dates)
