"""Hearing of what is asked of the database, and of its errors. What is asked is told by its first word alone."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import SQLAlchemyError

Ended = Callable[[str], None]  # is told "", or the type of the error
_OPEN = "hjemmebot statements that are open"
_WORDS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "BEGIN", "PRAGMA", "SAVEPOINT"})


def hear_errors(engine: Engine, counted: Callable[[str], None]) -> None:
    """Call this with the name of SQLAlchemy's class whenever the database answers with an error.

    https://docs.sqlalchemy.org/en/20/core/events.html#sqlalchemy.events.DialectEvents.handle_error
    """
    event.listen(engine, "handle_error", lambda context: counted(_kind(context)))


def hear_statements(engine: Engine, began: Callable[[str], Ended]) -> None:
    """Call `began` with the first word of each statement, and what it returns when the statement has ended."""

    def before(connection: Connection, _cursor: object, sql: str, *_rest: object) -> None:
        word = sql.lstrip().partition(" ")[0].upper()
        connection.info.setdefault(_OPEN, []).append(began(word if word in _WORDS else "other"))

    def after(connection: Connection, *_rest: object) -> None:
        _end(connection, "")

    def failed(context: ExceptionContext) -> None:
        if context.connection is not None:
            _end(context.connection, _kind(context))

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    event.listen(engine, "handle_error", failed)


def _end(connection: Connection, fault: str) -> None:
    if waiting := connection.info.get(_OPEN):
        waiting.pop()(fault)


def _kind(context: ExceptionContext) -> str:
    fault = context.sqlalchemy_exception
    return type(fault).__name__ if isinstance(fault, SQLAlchemyError) else "other"
