"""Circles of leaders: people who would lead themselves through others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def circles(leader_of: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from whoever stands first, each followed by their leader. Looks at everybody once."""
    seen: set[str] = set()
    for start in leader_of:
        way: dict[str, int] = {}
        one: str | None = start
        while one is not None and one not in seen:
            seen.add(one)
            way[one] = len(way)
            one = leader_of.get(one)
        if one in way:
            yield tuple(way)[way[one] :]
