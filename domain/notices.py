"""What the bot sends on its own: to whom, about what, how urgent. Names facts by id and holds no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID, uuid5

from domain.home_days import HomeDay


class Lane(IntEnum):
    """The order in which waiting notices leave: a cancelled day goes first, always."""

    CANCELLATION = 0
    DECISION = 1
    REMINDER = 2
    BROADCAST = 3


class NoticeKind(StrEnum):
    """What a notice tells; the card is drawn when it leaves, so it shows the state of that moment."""

    REQUEST = "request"  # to the leader: days are asked for            (subject: request id)
    DECISION = "decision"  # to the employee: days approved or declined   (subject: request id)
    CANCELLATION = "cancellation"  # to the employee: days cancelled             (subject: cancellation id)
    WITHDRAWAL = "withdrawal"  # to the leader: the employee gave days up    (subject: request id)
    LEADERLESS = "leaderless"  # to HR: who can answer somebody is not known (subject: of the employee; occasion: week)
    AT_ONCE = "at_once"  # to the leader: days hold by the team's frames (subject: request id)
    HALVED = "halved"  # to the leader: the employee keeps only half of a day (subject: request id)
    BROADCAST = "broadcast"  # to HR: a broadcast started, ended or stopped by itself (subject: broadcast id)
    UNREACHED = "unreached"  # to whoever relies on it: another notice reached nobody (subject: as in that notice)
    CANCELLATION_AGAIN = "cancellation_again"  # to the employee: it was not seen in time (subject: cancellation id)
    UNSEEN = "unseen"  # to whoever cancelled: the employee has not seen it (subject: cancellation id)
    DIGEST = "digest"  # to a leader, in the morning: what waits (subject: the morning; occasion: its ISO date)
    AGREEMENT = "agreement"  # to the other party: started, changed, confirmed or ended (subject: agreement id)
    FILED = "filed"  # to both: the agreement is put into the folder of the personnel files (subject: agreement id)
    NOT_FILED = "not_filed"  # to leader and HR: that folder cannot be written (occasion of both: the version)
    HANDED_OUT = "handed_out"  # to the employee: a thing was handed out (subject: item id)
    LEAVING = "leaving"  # to all concerned: somebody leaves, or a value is set, or all is back (subject: leaving id)
    ASSESSMENT = "assessment"  # to a leader: the APV checklist is to be looked at again (subject: its id)
    CHECKLIST = "checklist"  # to either of the two: asked for, sent, gone through, reminded (subject: list id)
    HR_ANSWER = "hr_answer"  # to whoever asked: HR answered (subject: the question's letter id)
    QUESTIONS = "questions"  # to HR, in the morning: new questions wait (subject: the newest question's id)
    STRANGERS = "strangers"  # to HR, in the morning: who wrote and is in no directory (subject: of the newest)
    FRAMES = "frames"  # to the team: the local frames were changed (subject: of the leader; occasion: the version)
    FRAMES_DUE = "frames_due"  # to the leader: time to discuss them again (subject: of the leader; occasion: the date)
    DISCUSSION = "discussion"  # to a team: asked before a talk, once again; to the leader: over (subject: its id)
    ADVICE = "advice"  # to whoever wants it, on the morning of a home day (subject: the morning; occasion: its date)
    PEOPLE_HELD = "people_held"  # to HR: the people were not updated, for too many would leave (occasion: the date)
    REDRAW = "redraw"  # a card already in a chat shows the new state (subject: request or cancellation id)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one person. The same `key` is never told twice."""

    kind: NoticeKind
    to: str
    subject: UUID
    occasion: str  # what makes this telling its own: the days it is about and their versions (see occasion_of)
    redraws: str = ""  # for REDRAW: the topic of the cards to redraw (domain.facts.Topic)
    spares: str = ""  # for REDRAW: the card that was pressed, for the answer to the press draws it anew

    @property
    def key(self) -> str:
        """The fact and the person: what must not be told twice."""
        return f"{self.kind}:{self.to}:{uuid5(self.subject, f'{self.redraws}:{self.occasion}')}"

    @property
    def lane(self) -> Lane:
        """The lane that the notice leaves in."""
        match self.kind:
            case NoticeKind.CANCELLATION | NoticeKind.CANCELLATION_AGAIN | NoticeKind.UNSEEN:
                return Lane.CANCELLATION
            case (
                NoticeKind.DIGEST
                | NoticeKind.QUESTIONS
                | NoticeKind.STRANGERS
                | NoticeKind.FRAMES
                | NoticeKind.FRAMES_DUE
                | NoticeKind.ADVICE
                | NoticeKind.DISCUSSION
            ):
                return Lane.REMINDER
            case _:
                return Lane.DECISION


def occasion_of(days: Iterable[HomeDay]) -> str:
    """Write down which days, in which version, a notice is about."""
    return ",".join(sorted(f"{day.id.hex}.{day.version}" for day in days))


def days_of(occasion: str) -> tuple[UUID, ...]:
    """Read back the ids that `occasion_of` wrote."""
    return tuple(UUID(part.partition(".")[0]) for part in occasion.split(",") if part)
