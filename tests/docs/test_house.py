"""The picture of the house is the one that the import rules give."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.docs.house import INSIDE, PICTURE, ROOT, WORDS, drawing, layers


def test_the_picture_is_drawn_from_the_rules_that_hold() -> None:
    assert PICTURE.read_text(encoding="utf-8") == drawing(), "draw it anew: python -m tests.docs.house"
    assert sorted(room for row in layers() for room in row) == sorted(WORDS)
    assert all((ROOT / "bot" / name).is_dir() for name in INSIDE)


def test_it_is_whole_and_knows_both_lights() -> None:
    picture = ElementTree.parse(PICTURE).getroot()
    assert picture.tag.endswith("svg")
    text = PICTURE.read_text(encoding="utf-8")
    assert "prefers-color-scheme: dark" in text
    assert "href" not in text  # nothing is fetched from anywhere
