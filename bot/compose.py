"""The only wiring, with compose_graph.py beside it: settings in, a running house out."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot.backlog import Backlog
from bot.chat import Said
from bot.compose_graph import followed_people, installing_of, outlook_of
from bot.data_file import DataFile
from bot.doors import STOP_SECONDS, Doors
from bot.embedder import load_embedder
from bot.feed import CalendarFeed
from bot.files import Files
from bot.intake import Intake
from bot.logs import AccessLines, LogFormat
from bot.memory import Memory
from bot.metrics import Metrics
from bot.minds import now_here, understanding_of
from bot.opinions import opinions_of
from bot.outreach.carrier import Carrier
from bot.outreach.copies import Copies
from bot.outreach.duties import DUTIES
from bot.outreach.engine import Engine
from bot.outreach.home_advice import advises
from bot.outreach.hr_news import forgets_questions
from bot.outreach.ledger import Ledger
from bot.outreach.mail_carrier import MailCarrier
from bot.outreach.mailing import Mailing
from bot.outreach.pace import Pace
from bot.outreach.progress import Progress
from bot.outreach.retention import Retention
from bot.outreach.rounds import Rounds
from bot.outreach.sharing import Sharing
from bot.papers.agreement_file import AgreementFile
from bot.papers.filing import Filing
from bot.papers.logo import read_logo
from bot.papers.press import Press
from bot.readiness import Readiness
from bot.report_file import ReportFile
from bot.settings import Settings
from bot.shared_order import SharedOrder
from bot.shelf import Shelf
from bot.teams.adapter import Bridge
from bot.teams.connector import Connector
from bot.teams.post import TeamsPost
from bot.teams.tokens import Tokens
from bot.tracing import close_tracing, open_tracing, statements
from bot.turn import TurnTaker
from bot.usecases.gate import Gate
from bot.web import make_app
from cards.setting import Setting
from cards.words import Words
from domain.people import Language
from policy.handbook import Handbook
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.turnstile import Turnstile

log = logging.getLogger("hjemmebot.serve")

POSTGRES_THREADS = 8
LAST_SECONDS = 2.0  # for what is no turn, and for turns that are broken off


@dataclass(frozen=True, slots=True)
class House:
    """A wired house. `app` starts and stops the bridge and the engine with itself."""

    settings: Settings
    database: Database
    engine: Engine
    rounds: Rounds
    app: web.Application
    doors: Doors
    mailing: Mailing

    async def leave(self, seconds: float) -> None:
        """Take no more turns and let those that run end within these seconds; send no more to many meanwhile."""
        ended, _ = await asyncio.gather(self.doors.close(seconds), self.mailing.stop())
        if not ended:
            log.warning("turns still ran after %d s, and are broken off", seconds)


def build(settings: Settings, *, lexical: bool = False) -> House:
    """Open the database, bring it up to date and wire the rooms. Blocks for about a second; nothing listens yet.

    Raises SQLAlchemyError when the database cannot be used, and ValueError for a database of another kind.
    """
    open_tracing()
    database = open_database(settings.database_url)
    migrate(database)
    metrics = Metrics()
    embedder = None if lexical else load_embedder(partial(metrics.thought, "own"))
    shelf = Shelf(database, embedder, settings.judge_embeddings)
    database.watch(metrics.database_error, statements())
    metrics.look_up(Backlog(database))
    metrics.build(lambda: shelf.handbook.version)
    connector = Connector(settings, counted=metrics.send, tokens=Tokens(settings, missed=metrics.token_missing))
    engine = Engine(database, settings.replica)
    gate = Gate(database, shelf, engine, settings.feed_base)

    def setting(language: Language, said: Said | None = None) -> Setting:
        return Setting(Words(language), (said.at if said else now_here()).date(), shelf.handbook)

    opinions = opinions_of(settings, shelf, partial(metrics.thought, "endpoint"))
    intake = Intake(shelf, on_loopback=not settings.app_id)
    turn = TurnTaker(gate, Memory(database), understanding_of(), setting, opinions, intake, metrics)
    turnstile = None if database.is_sqlite else Turnstile(database)  # a SQLite file serves one process
    bridge = Bridge(settings, turn, connector, metrics, order=SharedOrder(turnstile) if turnstile else None)
    installing = installing_of(settings, metrics)
    post = TeamsPost(settings, connector, installing.install if installing is not None else None)
    pace = Pace(settings.send_rate)
    carrier = Carrier(
        database,
        post,
        setting,
        pace,
        Ledger(database, engine, metrics.delivered),
        settings.replica,
        settings.tenant_id,
        settings.service_urls[0],
    )
    rounds = Rounds(
        database, engine, (*DUTIES, engine.wake, advises(shelf), forgets_questions(settings.question_days)), now_here
    )
    retention = Retention(database, engine, settings.keep, now_here)
    sharing = Sharing(database, pace, settings.send_rate, settings.replica)
    mailing = Mailing(
        database,
        MailCarrier(
            post,
            Copies(post, setting),
            pace,
            carrier.chats,
            settings.tenant_id,
            settings.service_urls[0],
            database,
        ),
        pace,
        engine,
        Progress(database, post, pace, setting),
        settings.replica,
    )
    outlook = outlook_of(settings, database, metrics)
    sync = followed_people(settings, database, engine, metrics)
    press = Press(settings.municipality, read_logo(settings.logo) if settings.logo else None)

    def handbook() -> Handbook:
        return shelf.handbook

    filing = Filing(database, press, settings.journal_dir, engine, handbook, metrics, settings.replica)
    up = asyncio.Event()

    async def all_up() -> bool:
        return up.is_set()

    async def answers() -> bool:
        return await asyncio.to_thread(database.answers)

    ready = Readiness({"started": all_up, "database": answers, "engine": engine.runs, "keys": bridge.can_check})

    async def running(app: web.Application) -> AsyncIterator[None]:
        # What talks to the database waits for one SQLite file anyway: one thread costs a fifth less CPU than six.
        threads = ThreadPoolExecutor(1 if database.is_sqlite else POSTGRES_THREADS, "database")
        asyncio.get_running_loop().set_default_executor(threads)
        if installing is not None:
            await installing.start()
        await sharing.start()
        await engine.start(carrier)
        await mailing.start()
        rounds.start()
        retention.start()
        if opinions is not None:
            await opinions.start()
        shelf.start()
        await filing.start()
        if outlook is not None:
            await outlook.start()
        if sync is not None:
            await sync.start()
        up.set()
        yield
        up.clear()
        if sync is not None:
            await sync.stop()
        if outlook is not None:
            await outlook.stop()
        await intake.stop()
        if opinions is not None:
            await opinions.stop()
        await mailing.stop()
        await filing.stop()
        await shelf.stop()
        await rounds.stop()
        await retention.stop()
        await engine.stop()
        await sharing.stop()
        if installing is not None:
            await installing.stop()
        if turnstile is not None:
            turnstile.close()
        database.dispose()
        await asyncio.to_thread(close_tracing)

    feed = CalendarFeed(database, shelf.handbook.municipality)
    files = Files(
        {
            "csv": ReportFile(database),
            "json": DataFile(database),
            "pdf": AgreementFile(database, press, handbook),
        }
    )
    doors = Doors()
    app = make_app(bridge, feed, ready, metrics, files, settings.metrics_token.get_secret_value(), doors)
    app.cleanup_ctx.append(running)
    gc.collect()
    gc.freeze()  # what was loaded stays for good: collecting it over and over costs a third of a turn
    return House(settings, database, engine, rounds, app, doors, mailing)


@asynccontextmanager
async def served(house: House, shutdown_seconds: float = STOP_SECONDS) -> AsyncIterator[int]:
    """Serve the house and yield its port; on the way out running turns get some seconds to end.

    It listens until they have, so that whoever asks hears that it is not ready, and that others must take the turn.
    """
    lines = logging.getLogger("hjemmebot.access") if house.settings.log_format is LogFormat.JSON else None
    runner = web.AppRunner(
        house.app, access_log=lines, access_log_class=AccessLines, shutdown_timeout=min(shutdown_seconds, LAST_SECONDS)
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, house.settings.host, house.settings.port)
        await site.start()
        yield runner.addresses[0][1]
        await house.leave(shutdown_seconds)
    finally:
        await runner.cleanup()
