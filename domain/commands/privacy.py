"""What is asked about data on persons: who did what."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.commands.command import CommandModel

Short = Annotated[str, Field(max_length=200)]


class ShowTrail(CommandModel):
    """Show the audit trail to HR: all of it or about one person, from a day and until one (YYYY-MM-DD, as typed)."""

    kind: Literal["show_trail"] = "show_trail"
    writes: ClassVar[bool] = True  # that it was read is a line of its own
    typed: ClassVar[frozenset[str]] = frozenset({"first", "last"})
    employee_id: Short = ""
    named: Short = ""
    first: Short = ""
    last: Short = ""


class FetchData(CommandModel):
    """Get all that is kept about oneself as a file or, for HR, about somebody else (GDPR art. 15)."""

    kind: Literal["fetch_data"] = "fetch_data"
    writes: ClassVar[bool] = True
    settles: ClassVar[bool] = False
    employee_id: Short = ""
    named: Short = ""


class ProposeErasure(CommandModel):
    """Look at what would be erased of what is kept about oneself, and what stays. Stores nothing."""

    kind: Literal["propose_erasure"] = "propose_erasure"
    settles: ClassVar[bool] = False


class EraseMyData(CommandModel):
    """Erase what is kept about oneself, as far as law and agreements let it (GDPR art. 17)."""

    kind: Literal["erase_my_data"] = "erase_my_data"
    writes: ClassVar[bool] = True


class ProposeErasureOf(CommandModel):
    """Look, as HR, at what would be erased of what is kept about somebody else, and what stays. Stores nothing."""

    kind: Literal["propose_erasure_of"] = "propose_erasure_of"
    settles: ClassVar[bool] = False
    employee_id: Short = ""
    named: Short = ""


class EraseDataOf(CommandModel):
    """Erase, as HR, what is kept about somebody else, as far as law and agreements let it; asks again until `sure`."""

    kind: Literal["erase_data_of"] = "erase_data_of"
    writes: ClassVar[bool] = True
    employee_id: Short
    sure: bool = False


PrivacyCommand = ShowTrail | FetchData | ProposeErasure | EraseMyData | ProposeErasureOf | EraseDataOf
