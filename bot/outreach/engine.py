"""The durable engine: DBOS on the bot's own database, so that a decision and its notice commit together.

Facts behind the choices: docs/decisions/0003-outreach.md.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer, EnqueueOptions
from sqlmodel import Session

from bot.outreach.carrier import Carrier
from domain.notices import Lane, Notice
from storage import deliveries
from storage.database import Database

log = logging.getLogger("hjemmebot.outreach")

URGENT, NOTICES = "urgent", "notices"
WORKFLOW = "carry"
APPLICATION_VERSION = "1"  # pinned: the default is a hash of the code, and work left over a deploy would never be done
POLL_SECONDS = 0.25  # two queues: 3 % of a core when idle, an eighth of a second on average before a notice leaves


class Engine:
    """Runs what the outbox left. One per process: DBOS is a singleton."""

    def __init__(self, database: Database, replica: str) -> None:
        self._database = database
        self._replica = replica
        self._carrier: Carrier | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._client: DBOSClient | None = None

    def start(self, carrier: Carrier, loop: asyncio.AbstractEventLoop) -> None:
        """Start carrying out, on this loop, what is left and what will be. Blocks for the engine's own migrations."""
        self._carrier, self._loop = carrier, loop
        DBOS(
            config=DBOSConfig(
                name="hjemmebot",
                system_database_engine=self._database.engine,
                application_version=APPLICATION_VERSION,
                executor_id=self._replica,
                serializer=DBOSPortableJSONSerializer(),
                use_listen_notify=False,
                console_log_level="WARNING",
            )
        )
        DBOS.workflow(name=WORKFLOW)(self._workflow())
        DBOS.launch()
        for queue in (URGENT, NOTICES):
            DBOS.register_queue(queue, polling_interval_sec=POLL_SECONDS)
        self._client = DBOSClient(system_database_engine=self._database.engine, serializer=DBOSPortableJSONSerializer())

    def stop(self) -> None:
        """Stop taking up work; what is left is taken up at the next start."""
        if self._client is not None:
            self._client.destroy()
        DBOS.destroy(workflow_completion_timeout_sec=5)

    def leave(self, session: Session, notices: Sequence[Notice]) -> None:
        """Store the notices in this transaction with the workflows that will carry them (see ports.Outbox)."""
        if self._client is None:
            raise RuntimeError("the engine is not started")
        for urgent in (True, False):
            ours = [one for one in notices if (one.lane is Lane.CANCELLATION) is urgent]
            ids = deliveries.leave(session, ours, datetime.now(UTC)) if ours else []
            if ids:
                options: EnqueueOptions = {
                    "workflow_name": WORKFLOW,
                    "queue_name": URGENT if urgent else NOTICES,
                    "workflow_id": f"carry-{ids[0]}",
                }
                self._client.enqueue_in_transaction(session, options, ids)

    def _workflow(self) -> Callable[[list[int]], None]:
        """Return the workflow as a function of its own: the engine marks what it registers, which a method refuses."""

        def carry(ids: list[int]) -> None:
            while (wait := self._once(ids)) is not None:
                DBOS.sleep(wait)

        return carry

    def _once(self, ids: list[int]) -> float | None:
        if self._carrier is None or self._loop is None:
            raise RuntimeError("the engine is not started")
        return asyncio.run_coroutine_threadsafe(self._carrier.carry(ids), self._loop).result()
