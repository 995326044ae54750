"""What a chat keeps of what may be answered: commands behind a yes, a no, a number or a word."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer

from domain import commands as c


def _written(command: c.Command) -> dict[str, Any]:
    return command.model_dump(mode="json")


# written whole, its kind included, even where the rest leaves defaults out
Offered = Annotated[c.Command, PlainSerializer(_written)]


class Choice(BaseModel):
    """One of several things to choose, by its number or by its words."""

    model_config = ConfigDict(frozen=True)
    words: str = ""
    command: Offered


class Awaiting(BaseModel):
    """What may be answered. Only what stands here can change anything; it is stored with the chat as JSON."""

    model_config = ConfigDict(frozen=True)
    yes: Offered | None = None
    no: Offered | None = None
    choices: tuple[Choice, ...] = ()
    dated: Offered | None = None  # the command that a date completes
    days: tuple[c.Wanted, ...] = ()  # the days shown, which "formiddag" or "også fredag" changes
    reasoned: Offered | None = None  # the command that a reason in free words completes
    everything: Offered | None = None  # what "godkend alle" does where several things stand
    to_hr: Offered | None = None  # what "send til HR" does
    asked: str = ""  # the question that was just answered, so that "og hvad med stolen?" is understood with it
    unasked: bool = False  # it came on its own: only the word on a button answers it, never a bare "ja" or a number

    @property
    def is_open(self) -> bool:
        """Return whether an answer is awaited at all."""
        return bool(self.yes or self.no or self.choices or self.reasoned)
