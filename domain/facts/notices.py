"""When and in which language somebody is written to, as it is shown; and what is sent on the morning of a home day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.notice_settings import NoticeProblem, NoticeSettings, TypedHours
from domain.people import Language


@dataclass(frozen=True, slots=True)
class MyNotices:
    """One's own settings for messages. `typed` is what must be put right; `saved` tells that it is kept now."""

    settings: NoticeSettings
    language: Language
    saved: bool = False
    typed: TypedHours | None = None
    problem: NoticeProblem | None = None


@dataclass(frozen=True, slots=True)
class HomeDayAdvice:
    """What is sent on the morning of a home day. `passage_id` is "" where no advice is left for this month."""

    on: date
    passage_id: str


NoticeFact = MyNotices | HomeDayAdvice
