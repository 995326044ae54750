"""What all commands share, and the kinds of value that they carry."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from domain.home_days import LONGEST_REASON

MOST_DAYS = 60

Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2100, 1, 1))]  # what a button can honestly name
Reason = Annotated[str, Field(max_length=LONGEST_REASON)]


class CommandModel(BaseModel):
    """What all commands share.

    `typed` names the fields that a card's inputs may fill, `typed_by_item` those that hold one input for each item of a
    list. `settles` tells whether the answer takes the place of the
    card that was pressed; a press that asks for something else leaves the card and is answered below it. `writes`
    tells whether the command changes anything that is stored; one that only looks gets a read-only transaction.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    typed: ClassVar[frozenset[str]] = frozenset()
    typed_by_item: ClassVar[frozenset[str]] = frozenset()
    settles: ClassVar[bool] = True
    writes: ClassVar[bool] = False
