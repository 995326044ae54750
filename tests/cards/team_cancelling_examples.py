"""A whole team's home days cancelled at once, as its cards are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from domain import facts as f
from domain.home_days import Half, HomeDay, Status
from domain.people import Person

TEAM = UUID(int=5)
THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
ANNA, BO = Person("a", "Anna Holm"), Person("b", "Bo Friis")
WILD = Person("w", "<b>[x](http://y.example) *Ida* {{DATE(2026-11-23T00:00:00Z)}}")
SEEN = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)


def _day(person: Person, on: date = THURSDAY, status: Status = Status.APPROVED, half: Half | None = None) -> HomeDay:
    return HomeDay(uuid5(TEAM, f"{person.id}{on}"), person.id, on, UUID(int=1), half, status, 2)


def _gone(person: Person, on: date = THURSDAY, seen: datetime | None = None) -> HomeDay:
    return replace(_day(person, on, Status.CANCELLED), reason="Personalemøde", decided_by="l", seen_at=seen)


MANY = tuple((Person(f"p{n}", f"Person {n}"), (_day(Person(f"p{n}", "")),)) for n in range(60))
FORM = f.TeamCancelForm(TEAM, (THURSDAY,), ((ANNA, (_day(ANNA),)), (BO, (_day(BO, half=Half.MORNING),))), "0" * 64)

TEAM_CANCELLING: dict[str, f.TeamCancellingFact] = {
    "team cancel form": FORM,
    "team cancel form with a reason": replace(FORM, reason="Personalemøde"),
    "team cancel form without the reason": replace(FORM, note=f.Note.REASON_MISSING),
    "team cancel form changed": replace(FORM, note=f.Note.STALE),
    "team cancel form of one": replace(FORM, people=FORM.people[:1]),
    "team cancel form of several dates": replace(
        FORM, dates=(THURSDAY, FRIDAY), people=((WILD, (_day(WILD), _day(WILD, FRIDAY))), (BO, (_day(BO, FRIDAY),)))
    ),
    "team cancel form of many": replace(FORM, people=MANY),
    "team cancelled": f.TeamCancelled(TEAM, ((ANNA, (_gone(ANNA, seen=SEEN),)), (BO, (_gone(BO),)))),
    "team cancelled and seen": f.TeamCancelled(TEAM, ((WILD, (_gone(WILD, seen=SEEN),)),)),
    "nobody at home": f.NobodyAtHome((THURSDAY,)),
    "nobody at home for days": f.NobodyAtHome((THURSDAY, FRIDAY)),
}
