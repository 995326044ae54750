"""What waits in the database, for the numbers: looked up when they are read, and kept a while.

All replicas see the same database, so all tell the same: take the greatest of them, not their sum.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from bot.metrics import Source
from storage.backlog import Backlog as Found
from storage.backlog import backlog
from storage.database import Database

log = logging.getLogger("hjemmebot.metrics")

KEPT_SECONDS = 10.0  # however often, and by however many, the numbers are read
PATIENCE = 3.0  # seconds; a database that is down must not keep the other numbers from being read


class Backlog(Source):
    """Asks once in a while. When the database does not answer, its numbers are left out: old ones would calm."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._found: Found | None = None
        self._looked_at = float("-inf")
        self._looking: asyncio.Future[Found] | None = None

    async def refresh(self) -> None:
        """Look again, if the last look is old. Raises nothing."""
        if self._looking is not None:  # another reader's, or one that the database still has
            await asyncio.wait([self._looking], timeout=PATIENCE)
            return
        if self._clock() - self._looked_at < KEPT_SECONDS:
            return
        self._looked_at, self._found = self._clock(), None
        self._looking = asyncio.ensure_future(asyncio.to_thread(self._look))
        self._looking.add_done_callback(self._seen)
        await asyncio.wait([self._looking], timeout=PATIENCE)

    def collect(self) -> Iterator[Metric]:
        """Yield what was found, and how many connections are in use."""
        used = _gauge("database_connections", "Connections in use", "pool")
        most = _gauge("database_connections_most", "Connections that there may be", "pool")
        for name, now, limit in self._database.pools():
            used.add_metric([name], now)
            most.add_metric([name], limit)
        up = _gauge("database_up", "Whether the database answered the last look")
        up.add_metric([], float(self._found is not None))
        yield from (used, most, up)
        if self._found is not None:
            yield from _families(self._found)

    def _look(self) -> Found:
        with self._database.reading() as session:
            return backlog(session)

    def _seen(self, looking: asyncio.Future[Found]) -> None:
        self._looking = None
        if looking.cancelled():
            return
        if (fault := looking.exception()) is None:
            self._found = looking.result()
        else:
            log.warning("the database could not be asked what waits: %s", type(fault).__name__)


def _families(found: Found) -> Iterator[Metric]:
    deliveries = _gauge("deliveries_open", "Notices on their way, by state", "state")
    calendar = _gauge("calendar_tasks", "Days that Outlook has yet to follow, or was given up for", "state")
    for family, numbers in ((deliveries, found.deliveries), (calendar, found.calendar)):
        for state, number in numbers.items():
            family.add_metric([state], number)
    receivers = _gauge("broadcast_receivers_open", "Receivers of messages to many who are yet to be written to")
    receivers.add_metric([], found.receivers)
    age = _gauge("queue_age_seconds", "Seconds since the oldest open notice fell due")
    age.add_metric([], 0.0 if found.due is None else max(0.0, (datetime.now(UTC) - found.due).total_seconds()))
    audit = CounterMetricFamily("hjemmebot_audit_entries", "Lines of the audit trail ever written")
    audit.add_metric([], found.audit)
    yield from (deliveries, calendar, receivers, age, audit)


def _gauge(name: str, told: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"hjemmebot_{name}", told, labels=labels)
