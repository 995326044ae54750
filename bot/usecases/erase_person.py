"""HR erases what is kept about somebody, as far as law and agreements let it: shown, asked twice, then done."""

from __future__ import annotations

from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from dialogs.names import named
from domain.commands import EraseDataOf, ProposeErasureOf
from domain.deeds import Deed
from domain.facts import ErasureOf, Refused, WhoIsMeant
from domain.people import Person
from domain.refusals import Refusal, Rule
from storage import erasure_of_left, people


def propose_erasure_of(command: ProposeErasureOf, desk: Desk) -> ErasureOf | WhoIsMeant | Refused:
    """Return how much would go and how much stays of whoever is meant. Stores nothing."""
    if command.employee_id:
        return _shown(command.employee_id, desk)
    known = [*people.everybody(desk.session), *people.who_left(desk.session)]
    found = named(command.named, known).people
    others = tuple(one for one in found if one.id != desk.by.id)
    if found and not others:
        return Refused(Refusal(Rule.OWN_DATA))
    if len(found) == 1:
        return _shown(found[0].id, desk)
    return WhoIsMeant(command.named, others, ProposeErasureOf())


def erase_data_of(command: EraseDataOf, desk: Desk) -> ErasureOf | Refused:
    """Ask once more, then erase what may go; a second press finds nothing more."""
    person = people.ever(desk.session, command.employee_id)
    if person is None:
        return Refused(Refusal(Rule.NOBODY_KNOWN))
    if not command.sure:
        return _about(person, desk, asks_again=True)
    has_left = people.find(desk.session, person.id) is None
    gone = erasure_of_left.erase(desk.session, person.id, desk.at)
    if gone:
        trail(desk, Deed.ERASED, person.id)
    _, staying = erasure_of_left.counts(desk.session, person.id, desk.at.date())
    return ErasureOf(person, has_left, tuple(gone.items()), tuple(staying.items()), done=True)


def _shown(person_id: str, desk: Desk) -> ErasureOf | Refused:
    person = people.ever(desk.session, person_id)
    return _about(person, desk) if person is not None else Refused(Refusal(Rule.NOBODY_KNOWN))


def _about(person: Person, desk: Desk, *, asks_again: bool = False) -> ErasureOf:
    going, staying = erasure_of_left.counts(desk.session, person.id, desk.at.date())
    has_left = people.find(desk.session, person.id) is None
    return ErasureOf(person, has_left, tuple(going.items()), tuple(staying.items()), asks_again=asks_again)
