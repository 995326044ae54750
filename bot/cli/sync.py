"""The people from Microsoft Graph on the command line."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import Exit, Trouble, err, out, told, working
from bot.cli.database import opened
from bot.cli.people_preview import preview
from bot.settings import Settings
from domain.people_changes import changes
from storage.database import Database

if TYPE_CHECKING:
    from bot.graph.people_sync import Synced

SHOWN = 20


@told
def sync_people(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change and change nothing.")] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Read everybody, not only what changed.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Store even when over a fifth would leave.")] = False,
) -> None:
    """Make the directory be as Microsoft Graph has it, beneath what the people file said.

    Reads what changed since the last time, or everybody the first time. Guests and closed accounts are left out. What
    import-people gave stays, field by field. Needs HJEMMEBOT_GRAPH_URL; HJEMMEBOT_HR_GROUP says who is HR,
    and with HJEMMEBOT_PEOPLE_GROUP only the members of that group are read.

    Example: hjemmebot sync-people --dry-run
    """
    settings = Settings()
    if not settings.graph_url:
        raise Trouble("HJEMMEBOT_GRAPH_URL is not set: there is no Microsoft Graph to ask", Exit.SETTINGS)
    with opened() as database, working("Reading the people"):
        done = _ran(settings, database, dry_run, anew, yes)
    _show(done)
    if done.refused is not None:
        raise Trouble(
            f"{done.refused.leaving} of {done.refused.here} people would leave; nothing was stored. "
            "If that is right, run sync-people --yes"
        )
    report, ends = done.report, "Nothing was stored." if dry_run else ""
    out.print(
        f"{len(done.directory.people)} people: {report.added} added, {report.changed} changed, {report.removed} left."
        f" {ends}".rstrip()
    )


def _ran(settings: Settings, database: Database, dry: bool, anew: bool, yes: bool) -> Synced:
    from bot.chat import TryLater
    from bot.compose_graph import people_sync
    from bot.graph.directory import NotAllowed
    from bot.graph.people_sync import Busy

    sync = people_sync(settings, database)

    async def run() -> Synced:
        await sync.open()
        try:
            return await sync.run(dry=dry, anew=anew, yes=yes)
        finally:
            await sync.stop()

    try:
        return asyncio.run(run())
    except Busy:
        raise Trouble("another run is under way; try again in a while", Exit.UNAVAILABLE) from None
    except NotAllowed as no:
        raise Trouble(f"Microsoft Graph does not allow it ({no}); see docs/admin-da.md", Exit.UNAVAILABLE) from None
    except TryLater as later:
        raise Trouble(
            f"Microsoft Graph cannot be had now ({later.status}); nothing was stored", Exit.UNAVAILABLE
        ) from None


def _show(done: Synced) -> None:
    """Say what changes, whose links were left out, and how many managers are nobody here."""
    before, after = ([one.person for one in each] for each in (done.before, done.directory.people))
    for line in preview(changes(before, after), [*before, *after]):
        out.print(line, markup=False, soft_wrap=True)
    for person, leader in done.directory.circles[:SHOWN]:
        err.print(f"{person} and {leader} would lead each other: that link was left out", markup=False)
    if (more := len(done.directory.circles) - SHOWN) > 0:
        err.print(f"and {more} more")
    if done.directory.outside:
        err.print(f"{done.directory.outside} managers are guests, closed accounts or not there; they lead nobody")
