"""The directory: what the people file and Microsoft Graph say, put together field by field. The file wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.people import Language, Person, Role

MOST_LEAVING = 0.2  # of all; more than that is rather a file cut short, or a permission that was taken away
FEW = 5
_TEXTS = ("name", "email", "department", "workplace")
FIELDS = (*_TEXTS, "leader_id", "deputy_id", "roles", "language")


@dataclass(frozen=True, slots=True)
class Account:
    """An open account of the tenant, no guest's. `leader_id` is the manager, whoever that is."""

    id: str
    name: str = ""
    email: str = ""
    leader_id: str | None = None
    department: str = ""
    workplace: str = ""
    language: Language | None = None
    hr: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the directory, and which fields the file gave; none where only Graph knows them."""

    person: Person
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Directory:
    """All who are here. `circles` are links (person, manager) that were left out, for they lead people round.

    `outside` counts managers of Graph's who are not in the directory: guests, closed accounts.
    """

    people: tuple[Listed, ...]
    circles: tuple[tuple[str, str], ...] = ()
    outside: int = 0


def from_file(person: Person, *, language: bool = True) -> Listed:
    """Return the person as the file listed them: what it left empty was not given."""
    given = {name for name in FIELDS if getattr(person, name)} - (set() if language else {"language"})
    return Listed(person, frozenset(given))


def put_together(listed: Iterable[Listed], accounts: Iterable[Account]) -> Directory:
    """Return the directory: everybody of the file, and every open account; the file's fields as the file has them.

    Of links that close a circle, Graph's own are left out, later ids first; the file has none.
    """
    told = {one.person.id: one for one in listed if one.given}
    open_ = {one.id: one for one in accounts}
    here = told.keys() | open_.keys()
    leaders = {id_: one.person.leader_id for id_, one in told.items() if "leader_id" in one.given}
    wanted = {id_: one.leader_id for id_, one in open_.items() if id_ not in leaders and one.leader_id}
    outside = sum(leader not in here for leader in wanted.values())
    circles = tuple(_add(leaders, {id_: one for id_, one in wanted.items() if one in here}))
    people = tuple(_one(told.get(id_), open_.get(id_), leaders.get(id_)) for id_ in sorted(here))
    return Directory(people, circles, outside)


def too_many_leave(leaving: int, here: int) -> bool:
    """Return whether so many of those who are here would leave that somebody must say that it is right."""
    return leaving > here * MOST_LEAVING and leaving > FEW


def _add(leaders: dict[str, str | None], wanted: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    """Add each link that closes no circle, in the order of ids, and yield those that would."""
    for id_, leader in sorted(wanted.items()):
        above = leader
        while above is not None and above != id_:
            above = leaders.get(above)
        if above is None:
            leaders[id_] = leader
        else:
            yield id_, leader or ""


def _one(told: Listed | None, account: Account | None, leader_id: str | None) -> Listed:
    known = account or Account("")  # what Graph said earlier of whoever it does not know any more is gone too
    mine, given = (told.person, told.given) if told is not None else (Person(known.id, ""), frozenset[str]())
    texts = {name: getattr(mine if name in given else known, name) for name in _TEXTS}
    person = Person(
        mine.id,
        leader_id=leader_id,
        deputy_id=mine.deputy_id if "deputy_id" in given else None,
        roles=mine.roles if "roles" in given else frozenset({Role.HR} if known.hr else ()),
        language=mine.language if "language" in given else known.language or Language.DANISH,
        **texts,
    )
    return Listed(person, given)
