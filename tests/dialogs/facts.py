"""Any fact that a person may be shown, made up by hypothesis."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain import commands as c
from domain import facts as f
from domain.agreements import Agreement, Party, Terms, Version
from domain.broadcasts import Broadcast, Stage
from domain.equipment import Item, Leaving
from domain.frame_form import TypedFrame
from domain.frames import LocalFrame
from domain.home_days import Half, HomeDay, Status, WantedDay
from domain.notice_settings import NoticeSettings
from domain.people import Language, Person
from domain.preferences import Preferences
from domain.questions import HrAnswer, Question, Scope, Typed
from domain.radar import Average, Outlook
from domain.refusals import Refusal, Rule
from policy.answers import Answer, DidYouMean, NotCovered
from policy.handbook import Kind, Passage

PEOPLE = tuple(
    Person(f"p{n}", name) for n, name in enumerate(("Anna Berg", "Bo Dam", "Anna Lund", "Søren Østergård", "Jens"))
)
people = st.sampled_from(PEOPLE)
dates = st.dates(date(2026, 11, 20), date(2027, 3, 1))
halves = st.none() | st.sampled_from(Half)
wanted = st.builds(WantedDay, dates, halves)
reasons = st.sampled_from(["", " ", "personalemøde", "ja"])
days = st.builds(
    HomeDay,
    st.uuids(),
    people.map(lambda one: one.id),
    dates,
    st.uuids(),
    halves,
    st.sampled_from(Status),
    st.integers(1, 9),
    seen_at=st.none() | st.just(datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))),
)
some_days = st.lists(days, max_size=70).map(tuple)
NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))
broadcasts = st.builds(
    Broadcast, st.uuids(), st.just("hanne"), st.sampled_from(Stage), confirm=st.booleans(), started_at=st.just(NOW)
)
items = st.builds(Item, st.uuids(), st.just("p1"), st.just("Skærm"), dates, st.just("p2"))
questions = st.builds(Question, st.uuids(), st.sampled_from(["Må jeg?", "ja"]), st.just(NOW), st.just("p1"))
hr_answers = st.builds(
    HrAnswer, st.uuids(), st.just("Må jeg?"), st.just("Ja"), st.sampled_from(Scope), st.just("p2"), st.just(NOW)
)
frames = st.builds(LocalFrame, st.just("p1"), st.integers(1, 9), st.just(NOW), dates)
few_days = st.lists(days, max_size=3).map(tuple)
refusals = st.builds(Refusal, st.sampled_from(Rule), nearest=st.none() | dates)
passages = st.builds(
    Passage,
    st.sampled_from(["stol", "skaerm", "bil"]),
    st.sampled_from([("Udstyr",), ("Udstyr", "Møbler og borde"), ()]),
    st.just("Tekst"),
    st.just(1),
    st.sampled_from(Kind),
)
on_card = st.builds(f.DayOnCard, wanted, st.none() | days, st.none() | refusals)
requests = st.builds(f.LeaderRequest, st.uuids(), people, few_days)
date_commands = st.none() | st.sampled_from(
    [
        c.ProposeWithdrawal(),
        c.ProposeCancellation(employee_id="p1", reason="møde"),
        c.WhoIsHome(on=date(2026, 11, 23)),
        c.ShowTeam(week_of=date(2026, 11, 23)),
    ]
)

KINDS = {
    "UnderstoodDays": st.builds(
        f.UnderstoodDays, st.uuids(), st.lists(on_card, max_size=5).map(tuple), st.none() | people
    ),
    "UnderstoodDays of many days": st.builds(
        f.UnderstoodDays,
        st.uuids(),
        st.lists(st.builds(f.DayOnCard, wanted), max_size=70).map(tuple),
        people,
        instead_of=few_days,
    ),
    "MyRequest": st.builds(f.MyRequest, st.uuids(), some_days, people),
    "LeaderRequest": requests,
    "CancelForm": st.builds(f.CancelForm, st.uuids(), people, some_days, reasons),
    "LeaderCancellation": st.builds(f.LeaderCancellation, st.uuids(), people, few_days),
    "MyCancellation": st.builds(f.MyCancellation, st.uuids(), few_days, people),
    "DecisionTold": st.builds(f.DecisionTold, few_days, people),
    "CancellationUnseen": st.builds(f.CancellationUnseen, people, few_days),
    "NotReached": st.builds(f.NotReached, people, few_days),
    "WithdrawalTold": st.builds(f.WithdrawalTold, people, few_days),
    "WithdrawForm": st.builds(f.WithdrawForm, some_days, st.lists(dates, max_size=3).map(tuple)),
    "DaysWithdrawn": st.builds(f.DaysWithdrawn, few_days, people),
    "MyDays": st.builds(f.MyDays, some_days),
    "WaitingRequests": st.builds(f.WaitingRequests, st.lists(requests, max_size=12).map(tuple)),
    "WhoIsHomeThatDay": st.builds(f.WhoIsHomeThatDay, dates, st.just(()), st.just(())),
    "TeamWeek": st.builds(f.TeamWeek, dates, st.just(()), st.integers(0, 3)),
    "BroadcastForm": st.builds(f.BroadcastForm, broadcasts),
    "BroadcastPreview": st.builds(f.BroadcastPreview, broadcasts, st.builds(f.Reach, st.integers(0, 3)), st.booleans()),
    "BroadcastMessage": st.builds(f.BroadcastMessage, broadcasts, st.none() | st.just(NOW)),
    "BroadcastProgress": st.builds(f.BroadcastProgress, broadcasts, st.just(f.Tally())),
    "Broadcasts": st.builds(f.Broadcasts, st.just(())),
    "BroadcastFile": st.builds(f.BroadcastFile, broadcasts, st.just("https://x.example/t.csv"), st.just(NOW)),
    "Feeds": st.builds(f.Feeds, st.just(frozenset()), st.booleans()),
    "HomeWork": st.builds(
        f.HomeWork, people, st.just(()), st.builds(Outlook, st.just(Average(date(2026, 11, 23), 0))), st.booleans()
    ),
    "TransportTime": st.builds(f.TransportTime),
    "MyNotices": st.builds(f.MyNotices, st.just(NoticeSettings()), st.sampled_from(Language)),
    "HomeDayAdvice": st.builds(f.HomeDayAdvice, dates, st.just("raad-kontakt")),
    "MyPreferences": st.builds(f.MyPreferences, st.just(Preferences("a"))),
    "Welcome": st.builds(f.Welcome, people),
    "Help": st.builds(f.Help, people, st.booleans(), st.booleans()),
    "Greeting": st.builds(f.Greeting, people, st.booleans()),
    "DateQuestion": st.builds(
        f.DateQuestion, st.sampled_from(f.DateTrouble), st.just(""), st.none() | dates, date_commands
    ),
    "WhichDate": st.builds(
        f.WhichDate,
        st.lists(st.lists(wanted, min_size=1, max_size=3).map(tuple), min_size=2, max_size=2).map(tuple),
    ),
    "WhichPerson": st.builds(
        f.WhichPerson, st.just("Otto"), st.lists(people, max_size=4).map(tuple), st.lists(dates).map(tuple), reasons
    ),
    "Stopped": st.builds(f.Stopped, st.sampled_from(f.Stop)),
    "Refused": st.builds(f.Refused, refusals),
    "Fault": st.builds(f.Fault, st.just("7F3A")),
    "Thanked": st.builds(f.Thanked, st.booleans()),
    "Answer": st.builds(Answer, passages, st.lists(passages, max_size=2).map(tuple)),
    "DidYouMean": st.builds(DidYouMean, st.lists(passages, max_size=3).map(tuple)),
    "NotCovered": st.just(NotCovered()) | st.builds(NotCovered, st.just("Må jeg?"), st.uuids()),
    "Strangers": st.just(f.Strangers((f.Stranger("kim", "Kim Ny", NOW),))),
    "QuestionsWait": st.builds(f.QuestionsWait, st.integers(1, 3)),
    "SentToHr": st.builds(f.SentToHr, questions, st.booleans()),
    "TakenBack": st.builds(f.TakenBack, st.booleans()),
    "Inbox": st.builds(
        f.Inbox, st.lists(st.lists(questions, min_size=1, max_size=2).map(tuple), max_size=8).map(tuple)
    ),
    "AnswerForm": st.builds(f.AnswerForm, st.uuids(), st.just(()), st.just(Typed("Må jeg?", "Ja"))),
    "HrAnswerCard": st.builds(f.HrAnswerCard, hr_answers, st.just("Hanne")),
    "HrAnswers": st.builds(f.HrAnswers, st.lists(st.tuples(hr_answers, st.just("Hanne")), max_size=8).map(tuple)),
    "HrSays": st.builds(
        f.HrSays, hr_answers, st.just("Hanne"), st.just(""), st.just("Må jeg?"), st.none() | st.uuids()
    ),
    "AgreementCard": st.builds(
        f.AgreementCard,
        st.builds(Agreement, st.uuids(), st.just("p1"), st.just(Version(1, Terms("1 dag"), "p1", NOW))),
        people,
        st.sampled_from(Party),
    ),
    "TeamFrames": st.builds(f.TeamFrames, st.none() | frames),
    "FrameForm": st.builds(f.FrameForm, st.integers(0, 3), st.just(TypedFrame())),
    "FramePreview": st.builds(f.FramePreview, st.none(), frames, st.integers(0, 3)),
    "WhoIsMeant": st.builds(
        f.WhoIsMeant, st.just("Otto"), st.lists(people, max_size=4).map(tuple), st.just(c.ProposeLeaving(named="Otto"))
    ),
    "HandOutForm": st.builds(f.HandOutForm, st.uuids(), people),
    "LeavingForm": st.builds(f.LeavingForm, people, st.just(())),
    "HandedOut": st.builds(f.HandedOut, items, people),
    "Equipment": st.builds(f.Equipment, st.lists(items, max_size=2).map(tuple)),
    "LeavingList": st.builds(
        f.LeavingList,
        st.builds(Leaving, st.uuids(), st.just("p1"), dates, st.just("p2"), st.just(NOW)),
        people,
        st.just(()),
    ),
}
facts = st.one_of(*KINDS.values())
