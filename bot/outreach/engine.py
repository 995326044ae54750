"""The durable engine: DBOS on the bot's own database, so that a decision and its notices commit together.

In the transaction of a decision lie its delivery rows and, once for a few seconds' decisions, a workflow that sweeps
up whatever has not arrived. After the commit the courier carries the rows out at once; the sweep finds nothing left,
or everything that a crash left. Why: docs/decisions/0003-outreach.md.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import uuid4

from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer, EnqueueOptions
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.outreach.carrier import Carrier
from bot.outreach.courier import Courier
from bot.usecases.quieting import holds
from domain.notices import Notice
from storage import deliveries
from storage.database import Database
from storage.deliveries import Delivery, State

log = logging.getLogger("hjemmebot.outreach")

SWEEPS = "sweeps"
WORKFLOW = "sweep"
APPLICATION_VERSION = "1"  # pinned: the default is a hash of the code, and work left over a deploy would never be done
POLL_SECONDS = 0.5
BUCKET_SECONDS = 5
DELAY_SECONDS = 15  # the transactions of a bucket are over by then
AT_ONCE = 100
ENDING_SECONDS = 5.0  # for what is on its way when the bot stops


class Engine:
    """Leaves notices and sees that they are carried out. One per process: DBOS is a singleton."""

    def __init__(self, database: Database, replica: str) -> None:
        self._database = database
        self._replica = replica
        self._carrier: Carrier | None = None
        self._courier: Courier | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._client: DBOSClient | None = None
        # Ending waits for a sweep, and a sweep for the thread of the database: so neither may take that thread.
        self._thread = ThreadPoolExecutor(1, "engine")
        self._runs = False
        self._swept = -1  # the newest bucket whose sweep is committed

    async def start(self, carrier: Carrier) -> None:
        """Start carrying out, on the running loop, what is left and what will be."""
        self._carrier, self._loop = carrier, asyncio.get_running_loop()
        self._courier = Courier(carrier, self._loop)
        await self._loop.run_in_executor(self._thread, self._launch)
        self._runs = True

    async def runs(self) -> bool:
        """Return whether what is due is carried out here."""
        return self._runs

    async def stop(self) -> None:
        """Take up no more work, and give back what did not arrive: another replica sends it at once."""
        self._runs = False
        if self._carrier is not None:
            self._carrier.leave()
        if self._courier is not None:
            await self._courier.stop(ENDING_SECONDS)
        await asyncio.get_running_loop().run_in_executor(self._thread, self._land)

    def leave(self, session: Session, notices: Sequence[Notice]) -> None:
        """Store the notices in this transaction with the sweep that backs them (see ports.Outbox)."""
        now = datetime.now(UTC)
        lease = self._carrier.lease(now) if self._carrier else None
        left = deliveries.leave(session, notices, now, lease, holds(session, notices, now))
        self._send(session, [one for one in left if one.state is not State.QUIET])

    def wake(self, session: Session, now: datetime) -> list[Notice]:
        """Send what was put aside for somebody whose quiet hours are over: a duty that has nothing new to tell."""
        if self._carrier is not None:
            self._send(session, deliveries.wake(session, now, self._carrier.lease(datetime.now(UTC))))
        return []

    def _send(self, session: Session, left: list[Delivery]) -> None:
        if left:
            self._back(session)
            self._after(session, left)

    def forget_finished(self, before: datetime, most: int) -> int:
        """Delete finished sweeps older than that, at most so many; return how many. What waits or runs stays."""
        if self._client is None:
            return 0
        over = self._client.list_workflows(
            status=["SUCCESS", "ERROR", "CANCELLED"],
            completed_before=before.astimezone(UTC).isoformat(),
            limit=most,
            load_input=False,
            load_output=False,
        )
        self._client.delete_workflows([one.workflow_id for one in over])
        return len(over)

    def _back(self, session: Session) -> None:
        bucket = int(time.time()) // BUCKET_SECONDS
        if bucket > self._swept:
            self._enqueue(session, f"sweep-{self._replica}-{bucket}", DELAY_SECONDS)
            event.listen(session, "after_commit", lambda _: setattr(self, "_swept", bucket), once=True)

    def _after(self, session: Session, left: list[Delivery]) -> None:
        def committed(_: Session) -> None:
            if self._courier is not None:
                self._courier.hand_over(left)

        event.listen(session, "after_commit", committed, once=True)

    def _enqueue(self, session: Session, workflow_id: str, delay: float) -> None:
        if self._client is None:
            raise RuntimeError("the engine is not started")
        options: EnqueueOptions = {"workflow_name": WORKFLOW, "queue_name": SWEEPS, "workflow_id": workflow_id}
        if delay:
            options["delay_seconds"] = delay
        self._client.enqueue_in_transaction(session, options)

    def _launch(self) -> None:
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
        DBOS.register_queue(SWEEPS, worker_concurrency=1, polling_interval_sec=POLL_SECONDS)
        self._client = DBOSClient(system_database_engine=self._database.engine, serializer=DBOSPortableJSONSerializer())
        with self._database.writing() as session:
            deliveries.release(session, self._replica, datetime.now(UTC))
            self._enqueue(session, f"sweep-{self._replica}-start-{uuid4()}", 0)

    def _land(self) -> None:
        if self._client is not None:
            self._client.destroy()
        DBOS.destroy(workflow_completion_timeout_sec=0)
        try:
            with self._database.writing() as session:
                deliveries.release(session, self._replica, datetime.now(UTC))
        except SQLAlchemyError as fault:  # the leases end by themselves
            log.warning("what was not sent could not be given back: %s", type(fault).__name__)

    def _workflow(self) -> Callable[[], None]:
        """Return the sweep as a function of its own: the engine marks what it registers, which a method refuses."""

        def sweep() -> None:
            if (wait := self._sweep()) is not None:  # another one later: a thread that slept would hold up the end
                with self._database.writing() as session:
                    later = int(time.time() + wait) // BUCKET_SECONDS
                    self._enqueue(session, f"sweep-{self._replica}-{later}-again", wait)

        return sweep

    def _sweep(self) -> float | None:
        """Carry out all that is due, and return the seconds until something else is, or None when all has arrived."""
        if self._carrier is None or self._loop is None:
            raise RuntimeError("the engine is not started")
        while due := self._due():
            asyncio.run_coroutine_threadsafe(self._carrier.carry(due), self._loop).result()
        with self._database.reading() as session:
            following = deliveries.next_due(session)
        return None if following is None else max(0.5, (following - datetime.now(UTC)).total_seconds() + 0.1)

    def _due(self) -> list[Delivery]:
        with self._database.reading() as session:
            return deliveries.waiting(session, AT_ONCE, datetime.now(UTC))
