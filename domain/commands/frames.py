"""The team's local frames: looked at by all of it, set by the leader."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.commands.command import CommandModel

Typed = Annotated[str, Field(max_length=12_000)]  # far more than is taken, so that too much is told kindly


class FrameFields(CommandModel):
    """Frames as a form holds them: words only, read by domain.frame_form. `version` is the one that was seen."""

    version: int = Field(default=0, ge=0)
    med_on: Typed = ""
    approval: Typed = "each_day"
    attendance: Typed = ""
    dates: Typed = ""
    most_a_week: Typed = "0"
    notice: Typed = ""
    hours: Typed = ""
    meetings: Typed = ""
    replacement: Typed = "false"
    discuss_on: Typed = ""


class ShowFrames(CommandModel):
    """Show what holds in the team that one leads, else in the team that one is in; always the latter `as_member`."""

    kind: Literal["show_frames"] = "show_frames"
    settles: ClassVar[bool] = False
    as_member: bool = False


class EditFrames(CommandModel):
    """Show the form with one's team's frames; `again` holds what was filled in already. Stores nothing."""

    kind: Literal["edit_frames"] = "edit_frames"
    again: FrameFields | None = None


class PreviewFrames(FrameFields):
    """Look at what the form would change. Stores nothing."""

    kind: Literal["preview_frames"] = "preview_frames"
    typed: ClassVar[frozenset[str]] = frozenset(FrameFields.model_fields) - {"version"}


class SaveFrames(FrameFields):
    """Set the frames that were looked at, and tell the team."""

    kind: Literal["save_frames"] = "save_frames"
    writes: ClassVar[bool] = True


FrameCommand = ShowFrames | EditFrames | PreviewFrames | SaveFrames
