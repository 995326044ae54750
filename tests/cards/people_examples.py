"""What HR and leaders are told about people who come and go."""

from __future__ import annotations

from domain import facts as f

PEOPLE: dict[str, f.DomainFact] = {
    "people held": f.PeopleHeld(9_500, 45_000),
}
