"""Every command with each relation to whom it is about, as one table: what the gate would answer.

`python -m tests.domain.access_cases` writes the table anew. Read the difference before you keep it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from domain import commands as c
from domain.access import may
from domain.commands import Command
from domain.people import Person, Role, Standing
from tests.domain.strategies import ANNA, DORTE, LARS, STANDING

FILE = Path(__file__).with_name("access_table.txt")
KINDS: tuple[type[c.CommandModel], ...] = get_args(get_args(Command)[0])
BO = Person("bo", "Bo Skov", leader_id="lars")
OLE = Person("ole", "Ole Dam", leader_id="mette")  # leads another team
METTE = Person("mette", "Mette Friis")  # leads Anna's leader
HANNE = Person("hanne", "Hanne Bruun", leader_id="mette", roles=frozenset({Role.HR}))
PER = Standing(Person("per", "Per Juhl", leader_id="ole"), OLE)
OF_HANNE = Standing(HANNE, METTE)

RELATIONS: dict[str, tuple[Person | None, tuple[Standing, ...]]] = {
    "own": (ANNA, (STANDING,)),
    "leader": (LARS, (STANDING,)),
    "deputy": (DORTE, (STANDING,)),
    "colleague": (BO, (STANDING,)),
    "other-leader": (OLE, (STANDING,)),
    "leaders-leader": (METTE, (STANDING,)),
    "one-foreign": (LARS, (STANDING, PER)),
    "hr": (HANNE, (STANDING,)),
    "hr-own": (HANNE, (OF_HANNE,)),
    "nobody-known": (LARS, ()),
    "hr-nobody": (HANNE, ()),
    "guest": (None, (STANDING,)),  # in no directory, and so is a stranger of the tenant
}


def table() -> str:
    """Return the table as text: a line for each command with nothing filled in, and one with all of it."""
    width = 34  # so that a new name moves no other line
    heads = " ".join(f"{name:>17}" for name in RELATIONS)
    lines = [f"{'':<{width}}{heads}"]
    for kind in sorted(KINDS, key=lambda one: str(one.model_fields["kind"].default)):
        answers = {full: _answers(sample(kind, full=full)) for full in (False, True)}
        name = kind.model_fields["kind"].default
        lines.append(f"{name:<{width}}" + answers[False])
        if answers[True] != answers[False]:
            lines.append(f"{name + ' *':<{width}}" + answers[True])
    return "\n".join(lines) + "\n\n* with all fields filled in. A guest is whoever is in no directory.\n"


def sample(kind: type[c.CommandModel], *, full: bool) -> Any:
    """Return a command of this kind, with only what it must have or with everything, made from its own schema."""
    schema = kind.model_json_schema()
    wanted = schema["properties"] if full else {name: schema["properties"][name] for name in schema.get("required", ())}
    values = {name: _value(one, schema.get("$defs", {}), full) for name, one in wanted.items() if name != "kind"}
    if "employee_id" in values and "named" in values:
        values["named"] = ""
    return kind.model_validate_json(json.dumps(values))


def _answers(command: Any) -> str:
    return " ".join(f"{_answer(command, by, about):>17}" for by, about in RELATIONS.values())


def _answer(command: Any, by: Person | None, about: Sequence[Standing]) -> str:
    refusal = may(command, by, about)
    return "yes" if refusal is None else refusal.rule.value


def _value(one: Mapping[str, Any], defs: Mapping[str, Any], full: bool) -> Any:
    if "$ref" in one:
        return _value(defs[one["$ref"].rpartition("/")[2]], defs, full)
    if "anyOf" in one:
        return _value(next(each for each in one["anyOf"] if each.get("type") != "null"), defs, full)
    if "enum" in one or "const" in one:
        return one["const"] if "const" in one else one["enum"][0]
    match one.get("type"), one.get("format"):
        case "string", "uuid":
            return "6f1f1c7c-2b10-4d2f-8f3a-5b1e4c0b9a77"
        case "string", "date":
            return "2026-11-26"
        case "string", _:
            return "anna".ljust(one.get("minLength", 0), "0")
        case "integer", _:
            return max(1, one.get("minimum", 1))
        case "boolean", _:
            return True
        case "array", _:
            return [_value(one["items"], defs, full)]
        case "object", _ if "properties" in one:
            return {name: _value(each, defs, full) for name, each in one["properties"].items()}
        case "object", _:
            return {}
        case other:
            raise AssertionError(f"no sample for {other}: teach tests/domain/access_cases.py")


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
