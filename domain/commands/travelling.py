"""Getting to a meeting on a home day."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.commands.command import CommandModel

Minutes = Annotated[str, Field(max_length=200)]  # as typed; longer than what is taken, so that too much is told kindly


class ShowTransport(CommandModel):
    """Show the form that works out the working time of a journey. Stores nothing."""

    kind: Literal["show_transport"] = "show_transport"
    settles: ClassVar[bool] = False


class WorkOutTransport(CommandModel):
    """Work out the working time of a journey from minutes as they were typed. Stores nothing."""

    kind: Literal["work_out_transport"] = "work_out_transport"
    typed: ClassVar[frozenset[str]] = frozenset({"actual", "from_workplace"})
    actual: Minutes = ""
    from_workplace: Minutes = ""
