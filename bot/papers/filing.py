"""Files signed agreements: takes what is due, prints it, puts it into the folder, and tells both when it is done.

The row was committed with the second confirmation and the file names are fixed, so a kill loses and doubles nothing.
A folder that cannot be written is tried again for as long as it takes; leader and HR are told once.
"""

from __future__ import annotations

import asyncio
import errno
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from bot.metrics import Metrics
from bot.papers import journal
from bot.papers.press import Press, signed, source_of
from bot.papers.signed_agreement import SignedAgreement
from bot.usecases.ports import Outbox
from domain.notices import Notice, NoticeKind
from domain.papers import Paper, PaperState
from policy.handbook import Handbook
from storage import papers, people
from storage.database import Database

log = logging.getLogger("hjemmebot.papers")

AT_ONCE = 16
LEASE = timedelta(seconds=120)
FIRST_WAIT = 5.0  # seconds; doubled with every try
LONGEST_WAIT = 900.0
TELLS_AT = 5  # tries: after about a minute
POLL_SECONDS = 2.0


class Filing:
    """Carries papers to the folder; without a folder they are only noted. `poll` is in seconds."""

    def __init__(
        self,
        database: Database,
        press: Press,
        folder: Path | None,
        outbox: Outbox,
        handbook: Callable[[], Handbook],
        metrics: Metrics,
        replica: str,
        poll: float = POLL_SECONDS,
        first_wait: float = FIRST_WAIT,
    ) -> None:
        self._database = database
        self._press = press
        self._folder = folder
        self._outbox = outbox
        self._handbook = handbook
        self._metrics = metrics
        self._replica = replica
        self._poll = poll
        self._first_wait = first_wait
        self._thread = ThreadPoolExecutor(1, "journal")  # a folder on the network may be slow
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin with what a process of this name left, and with what came while no folder was set."""
        await asyncio.to_thread(self._begin)
        self._task = asyncio.get_running_loop().create_task(self._go())

    async def stop(self) -> None:
        """Stop; what is under way is taken up at the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._press.close()

    async def file_due(self) -> int:
        """File what is due now, and return how many papers that were."""
        taken = await asyncio.to_thread(self._take)
        for paper in taken:
            await self._one(paper)
        self._metrics.papers(await asyncio.to_thread(self._waiting))
        return len(taken)

    async def _go(self) -> None:
        while True:
            try:
                busy = await self.file_due()
            except Exception as fault:  # noqa: BLE001 - whatever it is, the rows stand and the next round tries
                log.error("papers could not be filed: %s", type(fault).__name__)
                busy = 0
            if busy < AT_ONCE:
                await asyncio.sleep(self._poll)

    async def _one(self, paper: Paper) -> None:
        agreed = await asyncio.to_thread(self._load, paper)
        if self._folder is None or agreed is None:
            await asyncio.to_thread(self._settle, paper, PaperState.NOT_WANTED)
            return
        try:
            document = await self._press.printed(agreed)
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(
                self._thread, journal.put, self._folder, paper.name, self._press.headed(agreed), document
            )
        except OSError as fault:
            code = errno.errorcode.get(fault.errno or 0, "unknown")
            log.error("the folder of the personnel files cannot be written: %s, try %d", code, paper.attempts)
            await asyncio.to_thread(self._again, paper, agreed, code)
        else:
            await asyncio.to_thread(self._settle, paper, PaperState.FILED, agreed)

    def _begin(self) -> None:
        now = datetime.now(UTC)
        with self._database.writing() as session:
            papers.release(session, self._replica, now)
            if self._folder is not None:
                papers.want(session, now)

    def _take(self) -> list[Paper]:
        now = datetime.now(UTC)
        with self._database.reading() as session:
            if not papers.are_due(session, now):
                return []
        with self._database.writing() as session:
            return papers.take(session, AT_ONCE, now, now + LEASE, self._replica)

    def _load(self, paper: Paper) -> SignedAgreement | None:
        with self._database.reading() as session:
            return signed(session, paper.agreement_id, paper.number, source_of(self._handbook()))

    def _waiting(self) -> int:
        with self._database.reading() as session:
            return papers.waiting(session)

    def _settle(self, paper: Paper, to: PaperState, agreed: SignedAgreement | None = None) -> None:
        with self._database.writing() as session:
            if papers.settle(session, paper, to, datetime.now(UTC)) and agreed is not None:
                told = (agreed.employee.person_id, agreed.leader.person_id)
                self._outbox.leave(session, list(_news(NoticeKind.FILED, paper, told)))

    def _again(self, paper: Paper, agreed: SignedAgreement, code: str) -> None:
        wait = min(LONGEST_WAIT, self._first_wait * 2 ** min(paper.attempts - 1, 20))
        with self._database.writing() as session:
            at = datetime.now(UTC) + timedelta(seconds=wait)
            if papers.settle(session, paper, PaperState.WAITING, at, code) and paper.attempts >= TELLS_AT:
                self._outbox.leave(session, list(_news(NoticeKind.NOT_FILED, paper, _who_can_help(session, agreed))))


def _who_can_help(session: Session, agreed: SignedAgreement) -> Iterable[str]:
    return {agreed.leader.person_id, *(one.id for one in people.of_hr(session))}


def _news(kind: NoticeKind, paper: Paper, to: Iterable[str]) -> Iterable[Notice]:
    """Say it once to each: the key of a notice is the version and the person."""
    return (Notice(kind, one, paper.agreement_id, str(paper.number)) for one in sorted(set(to) - {""}))
