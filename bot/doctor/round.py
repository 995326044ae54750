"""All checks, side by side; one that hangs or falls does not keep the others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.doctor import machine, microsoft, records
from bot.settings import Settings
from domain.health import Check, Finding, Note

SECONDS = 5.0  # for a check
RECORD_SECONDS = 60.0  # to read a large SQLite file through

_QUICK: dict[Check, Callable[[Settings], list[Finding]]] = {
    Check.SETTINGS: machine.settings_fit,
    Check.DISK: machine.disk,
    Check.CERTIFICATE: machine.certificate,
    Check.POLICY: machine.policy,
    Check.MODEL: machine.model,
    Check.JOURNAL: machine.journal,
    Check.FEEDS: machine.feeds,
}
_ASKED: dict[Check, Callable[[Settings], Awaitable[list[Finding]]]] = {
    Check.CLOCK: microsoft.clock,
    Check.KEYS: microsoft.keys,
    Check.LOGIN: microsoft.login,
    Check.TEAMS: microsoft.teams,
    Check.GRAPH: microsoft.graph,
}


async def look_over(settings: Settings, seconds: float = SECONDS) -> list[Finding]:
    """Return all findings, in the order of the checks."""
    checks = [
        *(_held(check, asyncio.to_thread(look, settings), seconds) for check, look in _QUICK.items()),
        *(_held(check, ask(settings), seconds) for check, ask in _ASKED.items()),
        _held(Check.DATABASE, asyncio.to_thread(records.records, settings), RECORD_SECONDS),
    ]
    found = [one for findings in await asyncio.gather(*checks) for one in findings]
    order = list(Check)
    return sorted(found, key=lambda one: order.index(one.check))


async def _held(check: Check, looking: Awaitable[list[Finding]], seconds: float) -> list[Finding]:
    try:
        return await asyncio.wait_for(looking, seconds)
    except Exception as fault:  # noqa: BLE001 – whatever it is, the other checks are told
        return [Finding(check, Note.UNCHECKED, {"fault": type(fault).__name__})]
