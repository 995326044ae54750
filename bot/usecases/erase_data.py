"""What is kept about oneself is erased, as far as law and agreements let it: shown first, done after a yes."""

from __future__ import annotations

from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.deeds import Deed
from domain.facts import Erasure
from storage import erasure


def propose_erasure(desk: Desk) -> Erasure:
    """Return how much would go and how much stays. Stores nothing."""
    going, staying = erasure.counts(desk.session, desk.by.id, desk.at.date())
    return Erasure(tuple(going.items()), tuple(staying.items()))


def erase_my_data(desk: Desk) -> Erasure:
    """Erase what may go; a second press finds nothing more."""
    gone = erasure.erase_past(desk.session, desk.by.id, desk.at)
    if gone:
        trail(desk, Deed.ERASED, desk.by.id)
    _, staying = erasure.counts(desk.session, desk.by.id, desk.at.date())
    return Erasure(tuple(gone.items()), tuple(staying.items()), done=True)
