"""What HR does with broadcasts, and what their receivers do."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.broadcasts import AudienceKind, Steering
from domain.commands.command import CommandModel

# Longer than what is taken, so that too long a text is told kindly instead of being no card of ours.
LONGEST_TYPED = 30_000
_WORDS = frozenset({"title", "text", "title_en", "text_en"})
_REST = frozenset({"link", "picture", "confirm", "confirm_by", "audience", "departments", "names"})
_WHEN = frozenset({"send_on", "send_time"})
Short = Annotated[str, Field(max_length=2_000)]
Long = Annotated[str, Field(max_length=LONGEST_TYPED)]


class View(StrEnum):
    """How a broadcast is looked at."""

    STANDING = "standing"  # as it stands: form, preview or progress
    FORM = "form"
    COPY = "copy"  # a new draft with the same words
    MYSELF = "myself"  # as its receivers get it
    FILE = "file"  # the report as a file


class StartBroadcast(CommandModel):
    """Open the form of a new broadcast; `about_version`: filled in with what a new policy changed. Stores nothing."""

    kind: Literal["start_broadcast"] = "start_broadcast"
    settles: ClassVar[bool] = False
    about_version: bool = False


class ShowBroadcasts(CommandModel):
    """Show the newest broadcasts."""

    kind: Literal["show_broadcasts"] = "show_broadcasts"
    settles: ClassVar[bool] = False


class ViewBroadcast(CommandModel):
    """Look at one broadcast."""

    kind: Literal["view_broadcast"] = "view_broadcast"
    settles: ClassVar[bool] = False
    writes: ClassVar[bool] = True  # the address of a report's file is made when it is asked for
    broadcast_id: UUID
    view: View = View.STANDING


class SaveBroadcast(CommandModel):
    """Keep what was typed into the form. `version` is the one that was shown, 0 for a new draft.

    `departments` are numbers of departments with commas between, as a list of choices sends them.
    """

    kind: Literal["save_broadcast"] = "save_broadcast"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = _WORDS | _REST | _WHEN
    broadcast_id: UUID
    version: int = Field(default=0, ge=0)
    preview: bool = True  # show it as it will look; else only keep it
    title: Short = ""
    text: Long = ""
    title_en: Short = ""
    text_en: Long = ""
    link: Short = ""
    picture: Short = ""
    confirm: Literal["yes", "no"] = "no"
    confirm_by: Short = ""
    audience: AudienceKind = AudienceKind.LISTED
    departments: Long = ""
    names: Long = ""
    send_on: Short = ""
    send_time: Short = ""


class SendBroadcast(CommandModel):
    """Send or plan the draft that was shown. `sure` is the second yes, which "all" asks for."""

    kind: Literal["send_broadcast"] = "send_broadcast"
    writes: ClassVar[bool] = True
    broadcast_id: UUID
    version: int = Field(ge=1)
    sure: bool = False


class SteerBroadcast(CommandModel):
    """Stop, resume, recall, send again, or cancel a plan."""

    kind: Literal["steer_broadcast"] = "steer_broadcast"
    writes: ClassVar[bool] = True
    broadcast_id: UUID
    how: Steering


class CorrectBroadcast(CommandModel):
    """Change the words of a broadcast that has left, in every chat."""

    kind: Literal["correct_broadcast"] = "correct_broadcast"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = _WORDS
    broadcast_id: UUID
    title: Short = ""
    text: Long = ""
    title_en: Short = ""
    text_en: Long = ""


BroadcastCommand = (
    StartBroadcast | ShowBroadcasts | ViewBroadcast | SaveBroadcast | SendBroadcast | SteerBroadcast | CorrectBroadcast
)


class ConfirmBroadcast(CommandModel):
    """Confirm having read and understood a broadcast; without an id, the newest that asks for it."""

    kind: Literal["confirm_broadcast"] = "confirm_broadcast"
    writes: ClassVar[bool] = True
    broadcast_id: UUID | None = None
