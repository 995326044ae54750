"""What a person is shown, as facts without a word of prose: use cases and dialogs make them, cards draw them.

Facts about the policy's text (answers) are in policy.answers, for they hold passages.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from domain.facts.agreements import (
    AgreementCard,
    AgreementFact,
    AgreementFile,
    AgreementFiled,
    AgreementNote,
    AgreementNotFiled,
)
from domain.facts.assessments import (
    AssessmentCard,
    AssessmentFact,
    AssessmentHistory,
    AssessmentNote,
    AssessmentSection,
)
from domain.facts.broadcasts import (
    BroadcastFact,
    BroadcastFile,
    BroadcastForm,
    BroadcastMessage,
    BroadcastPreview,
    BroadcastProgress,
    Broadcasts,
    Reach,
    Tally,
)
from domain.facts.checklists import (
    ChecklistCard,
    ChecklistFact,
    ChecklistMissing,
    ChecklistsAsked,
    MovedHome,
    TeamChecklists,
)
from domain.facts.days import (
    CancelForm,
    CancellationUnseen,
    DayFact,
    DayOnCard,
    DaysWithdrawn,
    DecisionTold,
    HomeWork,
    LeaderCancellation,
    Leaderless,
    LeaderRequest,
    MyCancellation,
    MyDays,
    MyRequest,
    Note,
    NotReached,
    TeamWeek,
    UnderstoodDays,
    WaitingRequests,
    WhoIsHomeThatDay,
    WithdrawalTold,
    WithdrawForm,
)
from domain.facts.discussions import DiscussionCard, DiscussionFact, DiscussionForm, DiscussionState, RoundNote
from domain.facts.equipment import (
    Equipment,
    EquipmentFact,
    HandedOut,
    HandOutForm,
    LeavingForm,
    LeavingList,
    WhoIsMeant,
)
from domain.facts.frames import FrameFact, FrameForm, FrameNews, FramePreview, TeamFrames
from domain.facts.halving import DayHalved, HalveForm, HalvingFact, HalvingTold
from domain.facts.inbox import (
    AnswerForm,
    AnswerNote,
    HrAnswerCard,
    HrAnswers,
    HrSays,
    Inbox,
    InboxFact,
    QuestionsWait,
    Rated,
    SentToHr,
    TakenBack,
)
from domain.facts.notices import HomeDayAdvice, MyNotices, NoticeFact
from domain.facts.people import MyLeader, PeopleFact, PeopleHeld
from domain.facts.privacy import AuditTrail, DataFile, Erasure, ErasureOf, PrivacyFact
from domain.facts.settings import Feeds, MyPreferences, SettingsFact
from domain.facts.strangers import Stranger, Strangers
from domain.facts.talk import (
    DateQuestion,
    DateTrouble,
    Fault,
    Greeting,
    Help,
    MyData,
    Refused,
    Stop,
    Stopped,
    TalkFact,
    Thanked,
    Welcome,
    WhichDate,
    WhichPerson,
)
from domain.facts.team_cancelling import (
    NobodyAtHome,
    TeamCancelForm,
    TeamCancelled,
    TeamCancellingFact,
    TheirDays,
)
from domain.facts.travelling import TransportTime, TravelFact


class Topic(StrEnum):
    """What a card in a chat is about, so that it can be found and redrawn when that changes."""

    MY_REQUEST = "my_request"  # the employee's card of a request
    REQUEST = "request"  # the leader's card of a request
    MY_CANCELLATION = "my_cancellation"  # the employee's card of a cancellation
    CANCELLATION = "cancellation"  # the leader's card of a cancellation
    BROADCAST = "broadcast"  # HR's card of how far a broadcast got


DomainFact = (
    TravelFact
    | DayFact
    | TalkFact
    | BroadcastFact
    | SettingsFact
    | NoticeFact
    | EquipmentFact
    | AgreementFact
    | ChecklistFact
    | AssessmentFact
    | DiscussionFact
    | InboxFact
    | PrivacyFact
    | HalvingFact
    | TeamCancellingFact
    | FrameFact
    | PeopleFact
)


def topic_of(fact: object) -> tuple[Topic, UUID] | None:
    """Return what a drawn fact is a standing card of, or None where nothing will redraw it later."""
    match fact:
        case MyRequest():
            return Topic.MY_REQUEST, fact.request_id
        case LeaderRequest():
            return Topic.REQUEST, fact.request_id
        case MyCancellation():
            return Topic.MY_CANCELLATION, fact.cancellation_id
        case LeaderCancellation():
            return Topic.CANCELLATION, fact.cancellation_id
        case BroadcastProgress():
            return Topic.BROADCAST, fact.broadcast.id
        case _:
            return None
