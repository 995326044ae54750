"""What the user guide tells people to write is understood, by whom it is told to; its pictures are small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys.town import settle, town

GUIDE = Path(__file__).parents[2] / "docs" / "user-guide-da.md"
TEXT = GUIDE.read_text(encoding="utf-8")
PARTS = {"Til alle": "anna", "Til ledere": "lars", "Til HR": "hanne"}
LOST = ("Det står der ikke noget om i politikken", "Mente du", "forstod", "Det kan du ikke", "Det gik galt")
LARGEST = 150_000  # bytes of one picture


def told(part: str) -> list[str]:
    """Return what the tables of a part say that one can write, in their order."""
    text = TEXT.split(f"\n## {part}\n")[1].split("\n## ")[0]
    return [words for line in text.splitlines() if line.startswith("| »") for words in re.findall("»(.+?)«", line)]


@pytest.mark.parametrize("part", PARTS)
async def test_what_people_are_told_to_write_is_understood(sqlite_url: str, part: str) -> None:
    async with town(sqlite_url) as here:
        settle(here.house.database)
        someone = here.people[PARTS[part]]
        assert len(told(part)) > 5
        for words in told(part):
            before = len(someone.chat)
            answer = await someone.says(words)
            assert len(someone.chat) > before, words
            assert not [lost for lost in LOST if lost in answer], (words, answer)


def test_each_picture_is_there_is_small_and_is_told_in_words() -> None:
    shown = re.findall(r"!\[([^\]]+)\]\((pictures/[\w-]+\.png)\)", TEXT)
    assert len(shown) == TEXT.count("](pictures/")
    for words, path in shown:
        assert len(words) > 20
        assert (GUIDE.parent / path).stat().st_size <= LARGEST
    taken = {path.name for path in (GUIDE.parent / "pictures").glob("guide-*.png")}
    assert taken == {Path(path).name for _, path in shown}
