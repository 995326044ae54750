"""What comes in together is written together, in order; one that cannot be written takes no other with it."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from bot.group_commit import GroupCommit


class Book:
    """Writes down what it is given; refuses any list with a 13 in it."""

    def __init__(self) -> None:
        self.pages: list[list[int]] = []
        self.free = Event()

    def write(self, numbers: list[int]) -> None:
        self.free.wait(5)
        if 13 in numbers:
            raise ValueError
        self.pages.append(numbers)


async def test_what_comes_in_while_one_is_written_goes_into_the_next() -> None:
    book = Book()
    group = GroupCommit(book.write, most=3)
    first = group.enter(1)
    await asyncio.sleep(0.05)
    rest = [group.enter(number) for number in (2, 3, 4, 5)]
    assert not first.done()
    book.free.set()
    await asyncio.gather(first, *rest)
    assert book.pages == [[1], [2, 3, 4], [5]]


async def test_one_that_cannot_be_written_takes_no_other_with_it() -> None:
    book = Book()
    book.free.set()
    group = GroupCommit(book.write, most=10, moment=0.01)
    good, bad, last = group.enter(1), group.enter(13), group.enter(2)
    await asyncio.gather(good, last)
    with pytest.raises(ValueError):  # noqa: PT011 - the book's own
        await bad
    assert book.pages == [[1], [2]]


async def test_somebody_who_gives_up_takes_nobody_with_them() -> None:
    book = Book()
    group = GroupCommit(book.write, most=10)
    first = group.enter(1)
    await asyncio.sleep(0.05)
    leaves, stays = group.enter(2), group.enter(3)
    leaves.cancel()
    book.free.set()
    await asyncio.gather(first, stays)
    assert book.pages == [[1], [2, 3]]
