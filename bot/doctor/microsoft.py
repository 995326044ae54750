"""What Microsoft answers, each asked only where the settings have the bot speak to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import jwt
from yarl import URL

from bot.chat import TryLater
from bot.settings import Settings
from bot.teams.keys import Keys
from bot.teams.tokens import Tokens
from bot.teams.trust import CHANNEL
from domain.health import Check, Finding, Note, of_clock, of_permissions

TIMEOUT = aiohttp.ClientTimeout(total=4)
_BY_HAND = frozenset({"User.Read.All"})  # `hjemmebot sync-people` needs it whether or not the clock reads them too


async def keys(settings: Settings) -> list[Finding]:
    """Fetch the keys that Teams' tokens are signed with."""
    if not settings.app_id:
        return []
    url = settings.openid_metadata_url
    found, host = Keys(url), URL(url).host
    await found.at_hand()
    if found.failed:
        return [Finding(Check.KEYS, Note.KEYS_AWAY, {"host": host, "fault": found.failed})]
    number = found.count(CHANNEL)
    return [Finding(Check.KEYS, Note.KEYS_READ if number else Note.KEYS_NONE, {"host": host, "number": number})]


async def clock(settings: Settings) -> list[Finding]:
    """Hold this machine's clock to the one that stands in the login service's answers."""
    if not settings.app_id:
        return []
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as http, http.get(_login(settings)) as answer:
            theirs = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError) as fault:
        return [Finding(Check.CLOCK, Note.UNCHECKED, {"fault": type(fault).__name__})]
    return [of_clock(datetime.now(UTC), theirs)]


async def login(settings: Settings) -> list[Finding]:
    """Ask for the token that the bot answers with."""
    if not settings.app_id:
        return []
    _, why = await _token(settings, "")
    if why:
        values = {"fault": why, "host": URL(settings.login_url).host}
        return [Finding(Check.LOGIN, Note.LOGIN_REFUSED, values)]
    return [Finding(Check.LOGIN, Note.LOGIN_WORKS)]


async def teams(settings: Settings) -> list[Finding]:
    """Reach the first address that answers go to; any status will do."""
    if not settings.app_id:
        return []
    url = URL(settings.service_urls[0])
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as http, http.get(url, allow_redirects=False):
            return [Finding(Check.TEAMS, Note.TEAMS_REACHED, {"host": url.host})]
    except (aiohttp.ClientError, TimeoutError) as fault:
        return [Finding(Check.TEAMS, Note.TEAMS_AWAY, {"host": url.host, "fault": type(fault).__name__})]


async def graph(settings: Settings) -> list[Finding]:
    """Hold what the app may do in Graph to what the settings need. Exchange's own grants do not stand in the token."""
    if not settings.graph_url or not settings.app_id:
        return []
    token, why = await _token(settings, str(URL(settings.graph_url).origin()))
    if why:
        return [Finding(Check.GRAPH, Note.UNCHECKED, {"fault": why})]
    try:
        claims: Mapping[str, Any] = jwt.decode(token, options={"verify_signature": False})
    except jwt.PyJWTError as fault:
        return [Finding(Check.GRAPH, Note.UNCHECKED, {"fault": type(fault).__name__})]
    return of_permissions(needed(settings), [str(one) for one in claims.get("roles") or ()], _BY_HAND)


def needed(settings: Settings) -> frozenset[str]:
    """Return the permissions in Entra that the settings need; the guide has a reason for each (docs/admin-da.md)."""
    wanted = {
        "User.Read.All": bool(settings.people_minutes),
        "GroupMember.Read.All": bool(settings.hr_group or settings.people_group),
        "TeamsAppInstallation.ReadWriteSelfForUser.All": bool(settings.teams_app),
    }
    return frozenset(name for name, needs in wanted.items() if needs)


async def _token(settings: Settings, resource: str) -> tuple[str, str]:
    """Return a token, or the login service's word for why there is none."""
    why: list[str] = []
    try:
        bearer = await Tokens(settings, resource, missed=why.append).bearer()
    except TryLater:
        return "", why[0] if why else "none"
    return bearer.removeprefix("Bearer "), ""


def _login(settings: Settings) -> str:
    return f"{settings.login_url.rstrip('/')}/{settings.tenant_id}/v2.0/.well-known/openid-configuration"
