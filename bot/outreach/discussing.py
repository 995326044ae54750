"""The duties about talks on home work: frames are to be discussed again, and rounds of questions run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.usecases.notices import subject_of
from domain.discussion import AGAIN, ENDED
from domain.notices import Notice, NoticeKind
from domain.overdue import is_digest_time
from storage import discussions, frames, people

CAUGHT_UP = timedelta(days=14)  # how far back a round is looked for that ended while nobody was there


def remind_to_discuss(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind each leader whose frames are due, once for each date that was set."""
    if not is_digest_time(now):
        return
    for frame in frames.due(session, now.date()):
        yield Notice(NoticeKind.FRAMES_DUE, frame.leader_id, subject_of(frame.leader_id), f"{frame.discuss_on}")


def rounds_of_questions(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind who has not answered on the last day of a round, and tell the leader of its answers on the day after."""
    if not is_digest_time(now):
        return
    today = now.date()
    for one in discussions.ending(session, today - CAUGHT_UP, today):
        if one.leader_id is None:
            continue
        if one.is_over(today):
            yield Notice(NoticeKind.DISCUSSION, one.leader_id, one.id, ENDED)
        elif one.started_at.astimezone(now.tzinfo).date() < today:
            answered = {reply.person_id for reply in discussions.replies(session, one.id) if reply.says_something}
            for person_id in sorted(people.team_of(session, one.leader_id) - answered):
                yield Notice(NoticeKind.DISCUSSION, person_id, one.id, AGAIN)
