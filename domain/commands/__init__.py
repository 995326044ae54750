"""Everything that a person can ask of the bot, as one closed union.

Chat, card, web and command line all end in one of these. A command carries ids and the versions that were seen,
never a name or a role: who acts is known from the verified sender, and what they may do from the directory.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from domain.commands.agreeing import (
    AgreementCommand,
    ChangeAgreement,
    ConfirmAgreement,
    EndAgreement,
    FetchAgreement,
    StartAgreement,
)
from domain.commands.asking import LONGEST_QUESTION, Ask, NoneFits, RateAnswer, ShowPassage
from domain.commands.assessing import (
    AssessmentCommand,
    PlanAssessment,
    RenewAssessment,
    SaveAssessment,
    ShowAssessment,
    ShowAssessmentHistory,
)
from domain.commands.broadcasting import (
    BroadcastCommand,
    ConfirmBroadcast,
    CorrectBroadcast,
    SaveBroadcast,
    SendBroadcast,
    ShowBroadcasts,
    StartBroadcast,
    SteerBroadcast,
    View,
    ViewBroadcast,
)
from domain.commands.checklists import (
    AnswerChecklist,
    AskForChecklist,
    ChecklistCommand,
    OpenChecklist,
    ProposeMove,
    RenewChecklist,
    ReviewChecklist,
    ShowChecklist,
    ShowChecklists,
    TakeBackChecklist,
)
from domain.commands.command import MOST_DAYS, CommandModel, Day, Reason
from domain.commands.discussing import (
    CarryDiscussion,
    CorrectReply,
    DiscussionCommand,
    EndDiscussion,
    ProposeDiscussion,
    ReplyToDiscussion,
    ShowDiscussion,
    StartDiscussion,
)
from domain.commands.equipment import (
    EquipmentCommand,
    HandOut,
    ProposeHandOut,
    ProposeLeaving,
    SettleItem,
    ShowEquipment,
    StartLeaving,
    ValueItem,
)
from domain.commands.frames import EditFrames, FrameCommand, FrameFields, PreviewFrames, SaveFrames, ShowFrames
from domain.commands.inbox import (
    AnswerQuestions,
    ChangeHrAnswer,
    InboxCommand,
    OpenHrAnswer,
    OpenQuestion,
    SendToHr,
    ShowHrAnswers,
    ShowInbox,
    TakeBackQuestion,
    WithdrawHrAnswer,
)
from domain.commands.leading import (
    ApproveDays,
    CancelDays,
    DeclineDays,
    ProposeCancellation,
    ShowHomeWork,
    ShowLeader,
    ShowTeam,
    ShowWaiting,
)
from domain.commands.notices import ChooseLanguage, NoticeCommand, SaveNotices, ShowNotices, WantAdvice
from domain.commands.own_days import (
    AcknowledgeCancellation,
    CorrectDays,
    DayRef,
    DayRefs,
    HalveDay,
    MarkDays,
    PickReplacement,
    ProposeDays,
    ProposeWithdrawal,
    ShowMyDays,
    TickDays,
    Wanted,
    WantedDays,
    WithdrawDays,
)
from domain.commands.privacy import (
    EraseDataOf,
    EraseMyData,
    FetchData,
    PrivacyCommand,
    ProposeErasure,
    ProposeErasureOf,
    ShowTrail,
)
from domain.commands.settings import (
    CloseFeed,
    RenewFeed,
    SavePreferences,
    SettingsCommand,
    ShowFeeds,
    ShowPreferences,
)
from domain.commands.talking import ExportMyData, LetGo, ShowHelp, WhoIsHome
from domain.commands.team_cancelling import (
    CancelTeamDays,
    ProposeTeamCancellation,
    ShowTeamCancellation,
    TeamCancellingCommand,
)
from domain.commands.travelling import ShowTransport, WorkOutTransport
from domain.commands.versions import (
    CompareVersion,
    DropVersion,
    ImportVersion,
    PublishVersion,
    ReadVersion,
    ShowVersions,
    VersionCommand,
)

Command = Annotated[
    Ask
    | ShowPassage
    | RateAnswer
    | ProposeDays
    | CorrectDays
    | TickDays
    | MarkDays
    | ShowMyDays
    | WithdrawDays
    | HalveDay
    | ProposeWithdrawal
    | ShowWaiting
    | ShowTeam
    | WhoIsHome
    | ApproveDays
    | DeclineDays
    | ProposeCancellation
    | CancelDays
    | AcknowledgeCancellation
    | PickReplacement
    | ShowHelp
    | LetGo
    | ShowTransport
    | ShowHomeWork
    | ShowLeader
    | WorkOutTransport
    | ExportMyData
    | NoneFits
    | ConfirmBroadcast
    | AgreementCommand
    | AssessmentCommand
    | BroadcastCommand
    | ChecklistCommand
    | DiscussionCommand
    | EquipmentCommand
    | FrameCommand
    | InboxCommand
    | NoticeCommand
    | PrivacyCommand
    | SettingsCommand
    | TeamCancellingCommand
    | VersionCommand,
    Field(discriminator="kind"),
]

commands: TypeAdapter[Command] = TypeAdapter(Command)
