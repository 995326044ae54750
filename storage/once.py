"""Asking once: what does not change while a transaction lasts is not read from the database again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sqlmodel import Session

T = TypeVar("T")


def once(ask: Callable[[Session, str], T]) -> Callable[[Session, str], T]:
    """Remember each answer for as long as the session lasts, or until `forget`."""

    @wraps(ask)
    def asked(session: Session, key: str) -> T:
        known: dict[tuple[object, str], T] = session.info.setdefault(once, {})
        if (ask, key) not in known:
            known[ask, key] = ask(session, key)
        return known[ask, key]

    return asked


def forget(session: Session) -> None:
    """Forget all answers: they were changed in this transaction."""
    session.info.pop(once, None)
