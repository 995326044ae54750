"""When and in which language somebody wants to be written to."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.commands.command import CommandModel
from domain.people import Language

TypedHour = Annotated[str, Field(max_length=200)]  # longer than what is taken, so that too much is told kindly
YesNo = Literal["yes", "no"]


class ShowNotices(CommandModel):
    """Show one's own settings for messages. Stores nothing."""

    kind: Literal["show_notices"] = "show_notices"
    settles: ClassVar[bool] = False


class SaveNotices(CommandModel):
    """Keep quiet hours ("HH:MM", both empty for none), language and the wish for advice as the card shows them."""

    kind: Literal["save_notices"] = "save_notices"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"quiet_from", "quiet_to", "free_days", "language", "advice"})
    quiet_from: TypedHour = ""
    quiet_to: TypedHour = ""
    free_days: YesNo = "no"
    language: Language = Language.DANISH
    advice: YesNo = "no"


class ChooseLanguage(CommandModel):
    """Be spoken to in this language from now on."""

    kind: Literal["choose_language"] = "choose_language"
    writes: ClassVar[bool] = True
    language: Language


class WantAdvice(CommandModel):
    """Get a piece of advice on the morning of each home day, or get it no more."""

    kind: Literal["want_advice"] = "want_advice"
    writes: ClassVar[bool] = True
    wanted: bool


NoticeCommand = ShowNotices | SaveNotices | ChooseLanguage | WantAdvice
