"""One turn at a time in each chat, over all processes that share a PostgreSQL database.

Uses PostgreSQL's advisory locks: a process that dies lets go of all of its own with its connection.
"""

from __future__ import annotations

from hashlib import blake2b
from threading import Lock

from sqlalchemy import Connection, TextClause, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database

_ENTER = text("SELECT pg_try_advisory_lock(:place)")
_LEAVE = text("SELECT pg_advisory_unlock(:place)")


class Turnstile:
    """Keeps one connection for the locks of this process. Synchronous: call it in a thread.

    The locks know processes, not turns: within a process, only one at a time may try for the same chat.
    """

    def __init__(self, database: Database) -> None:
        self._engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None
        self._alone = Lock()

    def enter(self, conversation_id: str) -> bool:
        """Return whether the chat was free and is ours now. Raises SQLAlchemyError when the database is away."""
        try:
            return self._ask(_ENTER, conversation_id)
        except DBAPIError:  # the connection was idle for too long: its locks are gone, and a new one is as good
            return self._ask(_ENTER, conversation_id)

    def leave(self, conversation_id: str) -> None:
        """Let the next one in. Nothing to do when the connection was lost: the lock went with it."""
        try:
            self._ask(_LEAVE, conversation_id)
        except DBAPIError:
            return

    def close(self) -> None:
        """Let go of everything."""
        with self._alone:
            self._drop()

    def _ask(self, query: TextClause, conversation_id: str) -> bool:
        with self._alone:
            if self._connection is None:
                self._connection = self._engine.connect()
            try:
                return bool(self._connection.scalar(query, {"place": _number(conversation_id)}))
            except DBAPIError:
                self._drop()
                raise

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


def _number(conversation_id: str) -> int:
    """Return the 64 bits that stand for a chat; two chats that share them would wait for each other, no more."""
    return int.from_bytes(blake2b(conversation_id.encode(), digest_size=8).digest(), signed=True)
