"""What an import of people would change, in lines for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from domain.people import Person
from domain.people_changes import Changed, Changes

SHOWN = 10  # of each kind
_WORDS = {"leader_id": "leader", "deputy_id": "deputy"}


def preview(changes: Changes, people: Iterable[Person]) -> Iterator[str]:
    """Yield a line for each count, and one for each of the first few; `people` are those whose names may be needed."""
    if not changes.any:
        yield "Nothing changes."
        return
    names = {one.id: one.name for one in people}
    yield from _part("added", [_who(one) for one in changes.added])
    yield from _part("changed", [_what(one, names) for one in changes.changed])
    yield from _part("with another leader", [_leader(one, names) for one in changes.leaders])
    yield from _part("left", [_who(one) for one in changes.left])


def _part(what: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"{len(lines)} {what}" + (":" if lines else "")
    yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  and {len(lines) - SHOWN} more"


def _who(person: Person) -> str:
    return person.name + (f" ({person.department})" if person.department else "")


def _what(one: Changed, names: Mapping[str, str]) -> str:
    told = (f"{_WORDS.get(name, name)} {_shown(one, name, names)}" for name in one.fields)
    return f"{one.after.name}: {'; '.join(told)}"


def _leader(one: Changed, names: Mapping[str, str]) -> str:
    return f"{one.after.name}: {_shown(one, 'leader_id', names)}"


def _shown(one: Changed, field: str, names: Mapping[str, str]) -> str:
    return f"{_value(one.before, field, names)} → {_value(one.after, field, names)}"


def _value(person: Person, field: str, names: Mapping[str, str]) -> str:
    value = getattr(person, field)
    if field in _WORDS:
        return names.get(value, value) if value else "none"
    if isinstance(value, frozenset):
        return " ".join(sorted(value)) or "none"
    return str(value) or "none"
