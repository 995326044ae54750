"""What anybody may say at any time."""

from __future__ import annotations

from typing import ClassVar, Literal

from domain.commands.command import CommandModel, Day


class WhoIsHome(CommandModel):
    """Show who of one's own team works from home on a date; never why."""

    kind: Literal["who_is_home"] = "who_is_home"
    settles: ClassVar[bool] = False
    on: Day


class ShowHelp(CommandModel):
    """Show what the bot can do for this person."""

    kind: Literal["show_help"] = "show_help"
    settles: ClassVar[bool] = False


class LetGo(CommandModel):
    """Let go of what was proposed. Nothing was stored, nothing is."""

    kind: Literal["let_go"] = "let_go"


class ExportMyData(CommandModel):
    """Show all that is stored about oneself (GDPR art. 15)."""

    kind: Literal["export_my_data"] = "export_my_data"
    settles: ClassVar[bool] = False
