"""Which use case carries out which command about data on persons."""

from __future__ import annotations

from typing import assert_never

from bot.usecases import erase_data, erase_person, fetch_data, show_trail
from bot.usecases.ports import Desk
from domain import commands as c
from domain.facts import DomainFact


def carry_out_privacy(command: c.PrivacyCommand, desk: Desk) -> DomainFact:
    """Run the use case of an authorised command about data on persons."""
    match command:
        case c.ShowTrail():
            return show_trail.show_trail(command, desk)
        case c.FetchData():
            return fetch_data.fetch_data(command, desk)
        case c.ProposeErasure():
            return erase_data.propose_erasure(desk)
        case c.EraseMyData():
            return erase_data.erase_my_data(desk)
        case c.ProposeErasureOf():
            return erase_person.propose_erasure_of(command, desk)
        case c.EraseDataOf():
            return erase_person.erase_data_of(command, desk)
        case _:
            assert_never(command)
