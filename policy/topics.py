"""Topics: which passages belong together, as HR lists them in policy/content/topics.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from policy.load import content


def related_to(passage_id: str) -> tuple[str, ...]:
    """Return the other passages of its topics; those of the topic that names it earliest come first."""
    topics = sorted(load_topics().values(), key=lambda ids: ids.index(passage_id) if passage_id in ids else len(ids))
    found = [other for ids in topics if passage_id in ids for other in ids if other != passage_id]
    return tuple(dict.fromkeys(found))


@cache
def load_topics() -> dict[str, tuple[str, ...]]:
    """Return the passage ids of each topic."""
    document = tomllib.loads(content().joinpath("topics.toml").read_text("utf-8"))
    return {name: tuple(ids) for name, ids in document["topics"].items()}
