"""Versions of the policy asked for in words."""

from __future__ import annotations

import pytest

from dialogs.versions import version_phrase
from domain import commands as c


@pytest.mark.parametrize(
    "text",
    [
        "hvilke versioner findes der?",
        "Hvilke versioner er der",
        "vis versioner",
        "vis alle versioner af politikken",
        "which versions are there?",
    ],
)
def test_the_list(text: str) -> None:
    assert version_phrase(text) == c.ShowVersions()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("vis version 1 af politikken", c.ReadVersion(number=1)),
        ("læs version 12", c.ReadVersion(number=12)),
        ("Vis mig politikkens version 2, tak.", c.ReadVersion(number=2)),
        ("read version 1", c.ReadVersion(number=1)),
        ("sammenlign version 2", c.CompareVersion(number=2)),
        ("udgiv version 2", c.CompareVersion(number=2)),
        ("kassér version 3", c.CompareVersion(number=3)),
    ],
)
def test_one_version(text: str, command: c.Command) -> None:
    assert version_phrase(text) == command


@pytest.mark.parametrize(
    "text", ["vis version 0", "vis version 1 af kaffemaskinen", "hvilken version af Word?", "version", "vis mine dage"]
)
def test_anything_else_is_none(text: str) -> None:
    assert version_phrase(text) is None
