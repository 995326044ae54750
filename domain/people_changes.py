"""What an import of people would change: who comes, who changes and in what, who leaves, who gets another leader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.people import Person

_FIELDS = ("name", "email", "leader_id", "deputy_id", "department", "roles", "language", "workplace")


@dataclass(frozen=True, slots=True)
class Changed:
    """One person before and after, and the names of the fields that differ."""

    before: Person
    after: Person
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changes, by name. Whoever gets another leader stands in `changed` and in `leaders`."""

    added: tuple[Person, ...]
    changed: tuple[Changed, ...]
    left: tuple[Person, ...]

    @property
    def leaders(self) -> tuple[Changed, ...]:
        """Return those who get another leader, a first one, or none."""
        return tuple(one for one in self.changed if "leader_id" in one.fields)

    @property
    def any(self) -> bool:
        """Return whether anything changes at all."""
        return bool(self.added or self.changed or self.left)


def changes(before: Iterable[Person], after: Iterable[Person]) -> Changes:
    """Return what makes the people after of those before."""
    here, wanted = {one.id: one for one in before}, {one.id: one for one in after}
    both = [Changed(here[id_], one, _differ(here[id_], one)) for id_, one in wanted.items() if id_ in here]
    return Changes(
        _by_name(one for id_, one in wanted.items() if id_ not in here),
        tuple(sorted((one for one in both if one.fields), key=lambda one: (one.after.name, one.after.id))),
        _by_name(one for id_, one in here.items() if id_ not in wanted),
    )


def _differ(one: Person, other: Person) -> tuple[str, ...]:
    if one == other:
        return ()
    return tuple(name for name in _FIELDS if (getattr(one, name) or None) != (getattr(other, name) or None))


def _by_name(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda one: (one.name, one.id)))
