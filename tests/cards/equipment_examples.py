"""Examples of the facts about equipment and leaving, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from domain import facts as f
from domain.commands import ProposeLeaving
from domain.equipment import Fate, Item, Leaving, Payer
from domain.people import Person

ANNA = Person("a", "Anna Holm", leader_id="l", department="Drift")
WILD = Person("w", "*Ida* {{DATE(2026-11-23T00:00:00Z)}} [x](http://y.example) `q` " + "Å" * 20)
SCREEN = Item(UUID(int=1), "a", "Skærm 27″", date(2026, 11, 23), "l", department="Drift")
CHAIR = Item(UUID(int=2), "a", "Kontorstol", date(2026, 11, 2), "l", Payer.STANDARD)
STRANGE = Item(UUID(int=3), "w", "<b>[x](http://y.example)</b> # *a* {{x}} " * 4, date(2025, 1, 2), None)
BACK = replace(SCREEN, fate=Fate.RETURNED, settled_on=date(2026, 11, 30), version=2)
BOUGHT = replace(CHAIR, fate=Fate.BOUGHT, residual=1250, settled_on=date(2026, 11, 30), version=3)
LEAVES = Leaving(UUID(int=9), "a", date(2026, 12, 31), "l", datetime(2026, 11, 23, 13, tzinfo=UTC))

EQUIPMENT: dict[str, f.EquipmentFact] = {
    "equipment none": f.Equipment(()),
    "equipment own": f.Equipment((SCREEN, BACK)),
    "equipment of the team": f.Equipment((), ((ANNA, (SCREEN, CHAIR)), (WILD, (STRANGE,)))),
    "equipment of many": f.Equipment((SCREEN,) * 60, tuple((WILD, (STRANGE,) * 5) for _ in range(60))),
    "hand out form": f.HandOutForm(UUID(int=4), ANNA),
    "hand out form missing": f.HandOutForm(UUID(int=4), WILD, missing=True),
    "handed out": f.HandedOut(SCREEN, ANNA),
    "handed out to me": f.HandedOut(STRANGE, WILD, mine=True),
    "leaving form": f.LeavingForm(ANNA, (SCREEN, CHAIR)),
    "leaving form wrong": f.LeavingForm(WILD, (), wrong=True),
    "leaving list": f.LeavingList(LEAVES, ANNA, (SCREEN, replace(CHAIR, residual=450))),
    "leaving list of mine": f.LeavingList(LEAVES, ANNA, (SCREEN, BOUGHT), mine=True),
    "leaving list for HR": f.LeavingList(LEAVES, WILD, (STRANGE,) * 60, values=True, wrong=True),
    "leaving receipt": f.LeavingList(LEAVES, ANNA, (BACK, BOUGHT)),
    "leaving receipt of mine": f.LeavingList(LEAVES, ANNA, (BACK, BOUGHT), mine=True),
    "who is meant": f.WhoIsMeant("Anna", (ANNA, WILD), ProposeLeaving(named="Anna")),
    "nobody is meant": f.WhoIsMeant("Otto", (), ProposeLeaving(named="Otto")),
}
