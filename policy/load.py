"""The policy as it lies in policy/content, read once at start."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from policy.handbook import Handbook, Kind, Passage


def content() -> Traversable:
    """Return the folder of the policy's content, which HR can edit."""
    return files("policy").joinpath("content")


@cache
def load_handbook(name: str = "nyborg") -> Handbook:
    """Return the handbook of policy/content/<name>; ValueError or KeyError names the line or field that is broken."""
    document = tomllib.loads(content().joinpath(name, "passages.toml").read_text("utf-8"))
    english = _english()
    passages = [_passage(row, english) for row in document["passages"]]
    by_id = {passage.id: passage for passage in passages}
    if len(by_id) != len(passages):
        raise ValueError("two passages have the same id")
    return Handbook(document["municipality"], document["title"], document["version"], document["url"], by_id)


def rows(folder: str, width: int) -> list[list[str]]:
    """Return the columns of each line of the TSV files in a folder of the content, without blank lines and # lines.

    A line with another number of columns raises ValueError that names the file and the line.
    """
    found = []
    for file in sorted(content().joinpath(folder).iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".tsv"):
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            columns = [column.strip() for column in line.split("\t")]
            if len(columns) != width or not all(columns):
                raise ValueError(f"{folder}/{file.name}, line {number}: {width} columns are wanted, parted by tabs")
            found.append(columns)
    return found


def _english() -> dict[str, str]:
    return {passage_id: text.replace("\\n", "\n") for passage_id, text in rows("english", 2)}


def _passage(row: dict[str, Any], english: dict[str, str]) -> Passage:
    return Passage(
        id=row["id"],
        path=tuple(row["path"]),
        text=row["text"],
        page=row["page"],
        kind=Kind(row["kind"]),
        english=english.get(row["id"], ""),
        asks_need=row.get("asks_need", False),
    )
