"""What is done with equipment: looked at, handed out, valued, given back or bought."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.command import CommandModel
from domain.equipment import Fate, Payer

Short = Annotated[str, Field(max_length=2_000)]  # cut or refused kindly by the use case


class ShowEquipment(CommandModel):
    """Show what one has been handed out oneself, and what those have whom one answers for; HR sees all that is out."""

    kind: Literal["show_equipment"] = "show_equipment"
    settles: ClassVar[bool] = False


class HandOut(CommandModel):
    """Note a thing that is handed out to an employee. `item_id` makes a second press the same thing."""

    kind: Literal["hand_out"] = "hand_out"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"what", "payer"})
    item_id: UUID
    employee_id: str
    what: Short = ""
    payer: Payer = Payer.DEPARTMENT


class ProposeHandOut(CommandModel):
    """Open the form for handing something out to the person that is named."""

    kind: Literal["propose_hand_out"] = "propose_hand_out"
    settles: ClassVar[bool] = False
    employee_id: str = ""
    named: Short = ""


class ProposeLeaving(CommandModel):
    """Look at what a person must give back when they leave; `named` is how they were named."""

    kind: Literal["propose_leaving"] = "propose_leaving"
    settles: ClassVar[bool] = False
    employee_id: str = ""
    named: Short = ""


class StartLeaving(CommandModel):
    """Note the last day of a person, and tell them what must come back."""

    kind: Literal["start_leaving"] = "start_leaving"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"last_day"})
    employee_id: str
    last_day: Short = ""


class SettleItem(CommandModel):
    """Note that a thing came back, or was bought."""

    kind: Literal["settle_item"] = "settle_item"
    writes: ClassVar[bool] = True
    item_id: UUID
    version: int = Field(ge=1)
    fate: Fate


class ValueItem(CommandModel):
    """Set the residual value of a thing, in whole kroner. HR enters it for Intern Service and IT."""

    kind: Literal["value_item"] = "value_item"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"kroner"})
    item_id: UUID
    version: int = Field(ge=1)
    kroner: Short = ""


EquipmentCommand = ShowEquipment | HandOut | ProposeHandOut | ProposeLeaving | StartLeaving | SettleItem | ValueItem
