"""A team's local frames as they are shown, filled in, looked at before they are set, and told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.discussion import Tally
from domain.frame_form import FrameProblem, TypedFrame
from domain.frames import LocalFrame


class FrameNews(StrEnum):
    """Why frames are shown, where nobody asked for them."""

    SAVED = "saved"  # the reader has just set them
    CHANGED = "changed"  # told to the team
    DUE = "due"  # told to the leader: time to discuss them again
    SAME = "same"  # nothing differs from what holds


@dataclass(frozen=True, slots=True)
class TeamFrames:
    """What holds in a team; the policy's defaults where `frame` is None. `earlier` is newest first.

    `mine` tells that the reader leads the team, `led` that the reader is also a member of another leader's team.
    """

    frame: LocalFrame | None
    earlier: tuple[LocalFrame, ...] = ()
    set_by: str = ""  # the leader's first name
    mine: bool = False
    led: bool = False
    news: FrameNews | None = None


@dataclass(frozen=True, slots=True)
class FrameForm:
    """The form that a leader fills in; `stale` tells that the frames were changed since the card that was pressed.

    `answered` is what the team said before the talk, where the form was opened from there.
    """

    version: int
    typed: TypedFrame
    problems: tuple[FrameProblem, ...] = ()
    stale: bool = False
    answered: tuple[Tally, ...] = ()


@dataclass(frozen=True, slots=True)
class FramePreview:
    """What would be set, beside what holds now, before it is stored."""

    before: LocalFrame | None
    after: LocalFrame
    team_size: int


FrameFact = TeamFrames | FrameForm | FramePreview
