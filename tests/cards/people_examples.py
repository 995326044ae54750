"""What HR and leaders are told about people who come and go."""

from __future__ import annotations

from domain import facts as f
from domain.people import Standing
from tests.cards.cast import ANNA, BO, LARS, WILD

PEOPLE: dict[str, f.DomainFact] = {
    "people held": f.PeopleHeld(9_500, 45_000),
    "my leader": f.MyLeader(Standing(ANNA, LARS, BO), "a"),
    "my leader alone": f.MyLeader(Standing(ANNA, LARS), "a"),
    "my leader only a deputy": f.MyLeader(Standing(ANNA, None, BO), "a"),
    "my leader none": f.MyLeader(Standing(ANNA), "a"),
    "my leader and who acts for me": f.MyLeader(Standing(LARS, WILD), "l", BO),
    "leader of an employee": f.MyLeader(Standing(ANNA, LARS, BO), "l"),
    "leader of an employee for the deputy": f.MyLeader(Standing(ANNA, LARS, BO), "b"),
    "leader of an employee none": f.MyLeader(Standing(WILD, None, BO), "b"),
}
