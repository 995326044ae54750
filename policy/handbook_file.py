"""A handbook as JSON, to be kept or handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from policy.handbook import Handbook, Kind, Passage


def as_row(handbook: Handbook) -> dict[str, Any]:
    """Return what JSON can hold of a handbook, which is all of it."""
    return {
        "municipality": handbook.municipality,
        "title": handbook.title,
        "version": handbook.version,
        "url": handbook.url,
        "passages": [asdict(one) for one in handbook.passages.values()],
    }


def from_row(row: Mapping[str, Any]) -> Handbook:
    """Return the handbook again. Fields that a newer bot added have defaults."""
    passages = [Passage(**{**one, "path": tuple(one["path"]), "kind": Kind(one["kind"])}) for one in row["passages"]]
    by_id = {passage.id: passage for passage in passages}
    return Handbook(row["municipality"], row["title"], row["version"], row["url"], by_id)
