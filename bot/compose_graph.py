"""The wiring of what speaks to Microsoft Graph, each part only where the settings ask for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import Session
from yarl import URL

from bot.graph.calendar import OutlookCalendar
from bot.graph.client import GraphClient
from bot.graph.directory import GraphDirectory
from bot.graph.installing import Installing
from bot.graph.people_sync import PeopleSync
from bot.metrics import Metrics
from bot.minds import now_here
from bot.outreach.engine import Engine
from bot.outreach.people_news import held_back
from bot.settings import Settings
from bot.teams.tokens import Tokens
from storage.database import Database


def outlook_of(settings: Settings, database: Database, metrics: Metrics) -> OutlookCalendar | None:
    """Return what follows the days in Outlook, or None where Microsoft Graph is not set, or not for this."""
    if not settings.graph_url or not settings.outlook:
        return None
    database.follow_outlook()
    return OutlookCalendar(database, _graph(settings, metrics))


def installing_of(settings: Settings, metrics: Metrics) -> Installing | None:
    """Return what installs the app for people, or None where the catalogue's id of it is not set."""
    return Installing(_graph(settings, metrics), settings.teams_app) if settings.teams_app else None


def followed_people(
    settings: Settings, database: Database, engine: Engine, metrics: Metrics | None = None
) -> PeopleSync | None:
    """Return what reads the people from Graph by the clock, or None where it is not set."""
    if not settings.people_minutes:
        return None

    def told(session: Session) -> None:
        engine.leave(session, list(held_back(session, now_here().date())))

    return people_sync(settings, database, told, metrics)


def people_sync(
    settings: Settings,
    database: Database,
    told: Callable[[Session], None] = lambda session: None,
    metrics: Metrics | None = None,
) -> PeopleSync:
    """Return what reads the people from Microsoft Graph; `told` hears of a run that was not carried out."""
    directory = GraphDirectory(
        _graph(settings, metrics or Metrics()), settings.hr_group, people_group=settings.people_group
    )
    return PeopleSync(database, directory, timedelta(minutes=settings.people_minutes), told)


def _graph(settings: Settings, metrics: Metrics) -> GraphClient:
    tokens = Tokens(settings, str(URL(settings.graph_url).origin()), missed=metrics.token_missing)
    return GraphClient(settings.graph_url, tokens, counted=metrics.graph)
