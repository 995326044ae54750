"""The duty about local frames: the day has come on which a team wanted to discuss them again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from bot.usecases.notices import subject_of
from domain.notices import Notice, NoticeKind
from domain.overdue import is_digest_time
from storage import frames


def remind_to_discuss(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind each leader whose frames are due, once for each date that was set."""
    if not is_digest_time(now):
        return
    for frame in frames.due(session, now.date()):
        yield Notice(NoticeKind.FRAMES_DUE, frame.leader_id, subject_of(frame.leader_id), f"{frame.discuss_on}")
