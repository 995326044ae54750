"""Equipment as it is shown: the register, the form, and what becomes of it when somebody leaves."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.commands.agreeing import StartAgreement
from domain.commands.checklists import ShowChecklist
from domain.commands.equipment import ProposeHandOut, ProposeLeaving
from domain.commands.leading import ShowHomeWork
from domain.commands.privacy import FetchData, ProposeErasureOf, ShowTrail
from domain.equipment import Item, Leaving
from domain.people import Person


@dataclass(frozen=True, slots=True)
class Equipment:
    """One's own things, and those of the people one answers for (HR: all that is out)."""

    own: tuple[Item, ...]
    others: tuple[tuple[Person, tuple[Item, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class HandOutForm:
    """The form for handing a thing out. `missing` tells that nothing was written."""

    item_id: UUID
    employee: Person
    missing: bool = False


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A thing was handed out. `mine` tells that the reader got it."""

    item: Item
    employee: Person
    mine: bool = False


@dataclass(frozen=True, slots=True)
class LeavingForm:
    """What a person has, before it is noted that they leave. `wrong` tells that the date could not be read."""

    employee: Person
    items: tuple[Item, ...]
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class LeavingList:
    """What must come back, what was bought, and, when nothing is left, the receipt."""

    leaving: Leaving
    employee: Person
    items: tuple[Item, ...]
    mine: bool = False  # the reader is who leaves
    values: bool = False  # the reader sets residual values
    wrong: bool = False  # what was typed is no amount


@dataclass(frozen=True, slots=True)
class WhoIsMeant:
    """Nobody, or several, fit the name; each choice goes on with one of them."""

    named: str
    choices: tuple[Person, ...]
    goes_on: (
        ProposeHandOut
        | ProposeLeaving
        | StartAgreement
        | ShowChecklist
        | ShowTrail
        | ShowHomeWork
        | FetchData
        | ProposeErasureOf
    )


EquipmentFact = Equipment | HandOutForm | HandedOut | LeavingForm | LeavingList | WhoIsMeant
