"""Doing the same thing in many threads at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")


def at_once(times: int, do: Callable[[int], T]) -> list[T | Exception]:
    """Call `do(0)`, `do(1)`, … in threads that start together; return what each returned or raised."""
    ready = Barrier(times)

    def one(number: int) -> T | Exception:
        ready.wait()
        try:
            return do(number)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(one, range(times)))
