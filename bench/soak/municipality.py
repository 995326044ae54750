"""The municipality of the soak: teams of 10-15, their leaders and deputies, departments, HR. The same for a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from domain.frames import Approval, LocalFrame
from domain.people import Language, Person, Role

_SPACE = UUID(int=2_500)
_FIRST_NAMES = """
    Anna Bo Camilla Dorte Emil Freja Gitte Hans Ida Jens Karen Lars Mette Niels Ole Pia Rikke Søren Tina Ulla
    Viggo Winnie Yrsa Ævar Øjvind Åse Birgit Carl Dennis Else Finn Grethe Henrik Inger Jørgen Kirsten
"""
_LAST_NAMES = "Holm Skov Lund Dam Friis Juhl Bruun Ravn Krogh Bech Toft Vest Munk Lind Kjær Bang Buch Dahl Gram"
_DEPARTMENTS = ("Drift", "Plan", "Skole", "Ældre", "Børn", "Kultur", "Job", "Økonomi", "IT", "Sundhed", "Miljø")
_FIRST, _LAST = _FIRST_NAMES.split(), _LAST_NAMES.split()
_TEAM = (10, 15)  # people whom one leads
_HR_EACH = 250  # one of HR for so many
_ENGLISH = 0.08
_FRAMED = 0.3  # of the teams have frames of their own
CHANGED_TEAMS = 2  # whose leader is another one after the import


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who works there, and which teams have frames."""

    people: tuple[Person, ...]
    frames: tuple[LocalFrame, ...]

    @property
    def leaders(self) -> list[str]:
        """The ids of those who lead a team, in the order of the teams."""
        return list(dict.fromkeys(one.leader_id for one in self.people if one.leader_id))

    def team(self, leader_id: str) -> list[Person]:
        """Return those who are led by somebody."""
        return [one for one in self.people if one.leader_id == leader_id]


def found(number: int, seed: int, now: datetime) -> Municipality:
    """Return a municipality of so many people."""
    chance = random.Random(f"{seed}:people")
    top = _person(0, chance, None, "Direktion")
    people, leaders, frames = [top], [], []
    while len(people) < number:
        department = _DEPARTMENTS[len(leaders) % len(_DEPARTMENTS)]
        leader = _person(len(people), chance, top.id, department)
        size = min(chance.randint(*_TEAM), max(1, number - len(people) - 1))
        team = [_person(len(people) + 1 + each, chance, leader.id, department) for each in range(size)]
        people += [replace(leader, deputy_id=team[0].id), *team]
        leaders.append(leader.id)
        if chance.random() < _FRAMED:
            frames.append(_frame(leader.id, chance, now))
    hr = set(range(len(people) - 1, 0, -_HR_EACH))
    staff = [replace(one, roles=frozenset({Role.HR})) if index in hr else one for index, one in enumerate(people)]
    return Municipality(tuple(staff), tuple(frames))


def changed(before: Municipality, seed: int) -> Municipality:
    """Return the people of the import in the middle: leaders replaced, people gone, moved and new."""
    chance = random.Random(f"{seed}:import")
    people = {one.id: one for one in before.people}
    # the first team's leader leaves and a new one comes; the second team's changes places with the third team's
    first, second, third = before.leaders[1:4]
    new = _person(len(people), chance, people[first].leader_id, people[first].department)
    swapped = {first: new.id, second: third, third: second}
    people[new.id] = new
    del people[first]
    for one in list(people.values()):
        people[one.id] = replace(one, leader_id=swapped.get(one.leader_id or "", one.leader_id))
    for leaving in chance.sample(_plain(before), max(2, len(people) // 250)):
        del people[leaving.id]
    somewhere = [one for one in before.leaders if one in people]
    for number in range(max(2, len(people) // 150)):
        leader = people[chance.choice(somewhere)]
        comes = _person(len(before.people) + 1 + number, chance, leader.id, leader.department)
        people[comes.id] = comes
    for moving in chance.sample([one for one in _plain(before) if one.id in people], max(2, len(people) // 100)):
        leader = people[chance.choice(somewhere)]
        people[moving.id] = replace(people[moving.id], leader_id=leader.id, department=leader.department)
    staff = (replace(one, deputy_id=one.deputy_id if one.deputy_id in people else None) for one in people.values())
    return Municipality(tuple(staff), before.frames)


def gone(before: Municipality, after: Municipality) -> list[str]:
    """Return the ids of those who left, in order."""
    here = {one.id for one in after.people}
    return [one.id for one in before.people if one.id not in here]


def _plain(of: Municipality) -> list[Person]:
    """Return those who neither lead, stand in for a leader, nor work in HR."""
    busy = set(of.leaders) | {one.deputy_id for one in of.people}
    return [one for one in of.people[1:] if one.id not in busy and not one.roles]


def _person(number: int, chance: random.Random, leader_id: str | None, department: str) -> Person:
    first, last = chance.choice(_FIRST), f"{chance.choice(_LAST)} {chance.choice(_LAST)}"
    language = Language.ENGLISH if chance.random() < _ENGLISH else Language.DANISH
    person_id = str(uuid5(_SPACE, str(number)))
    return Person(
        person_id, f"{first} {last}", f"m{number}@soak.example", leader_id, None, department, language=language
    )


def _frame(leader_id: str, chance: random.Random, now: datetime) -> LocalFrame:
    approval = chance.choice((Approval.EACH_DAY, Approval.EACH_DAY, Approval.ONLY_RECURRING))
    present: Sequence[int] = chance.choice(((), (3,), (5,)))
    return LocalFrame(
        leader_id,
        1,
        now,
        date(2026, 11, 2),
        approval,
        attendance=tuple(present),
        most_a_week=chance.choice((None, 2, 3)),
    )
