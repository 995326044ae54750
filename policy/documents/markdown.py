"""A handbook written down as Markdown, so that it can be edited anywhere and imported again with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy.handbook import Handbook, Passage

_MEANS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_STARTS = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def as_markdown(handbook: Handbook) -> str:
    """Return the whole policy; a comment before each passage names it, what it is, and its page."""
    return "\n\n".join(_parts(handbook)) + "\n"


def _parts(handbook: Handbook) -> Iterator[str]:
    path: tuple[str, ...] = ()
    for passage in handbook.passages.values():
        shared = 0
        while shared < min(len(path), len(passage.path)) and path[shared] == passage.path[shared]:
            shared += 1
        # A passage that stands higher up than the one before it says its own heading again.
        shared = min(shared, len(passage.path) - 1) if len(passage.path) < len(path) else shared
        for depth in range(shared, len(passage.path)):
            yield f"{'#' * (depth + 1)} {_escaped(passage.path[depth])}"
        path = passage.path
        yield f"<!-- afsnit {passage.id}, {passage.kind.value}, side {passage.page} -->"
        yield _words(passage)


def _words(passage: Passage) -> str:
    lines = [_escaped(line) for line in passage.text.split("\n")]
    return "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else lines[0]


def _escaped(text: str) -> str:
    return _STARTS.sub(r"\1\\\2\3", _MEANS.sub(r"\\\1", text)) if not text[:1].isdigit() else _numbered(text)


def _numbered(text: str) -> str:
    """Return a line that begins with a number so that it makes no list of its own."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", _MEANS.sub(r"\\\1", text))
