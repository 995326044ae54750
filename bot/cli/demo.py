"""The demo municipality on the command line."""

from __future__ import annotations

import asyncio
import errno
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.panel import Panel

from bot.cli.console import Exit, Trouble, out, told, working
from bot.cli.serve import until_told_to_stop
from bot.logs import write_log

if TYPE_CHECKING:
    from bot.demo.open import OpenTown

TRY = """[bold]Prøv fx:[/bold]
 1. Som Anna: [cyan]hvor langt skal der være til skærmen?[/cyan]
 2. Som Anna: [cyan]jeg vil gerne arbejde hjemme på torsdag[/cyan], og tryk Send
 3. Som Lars: tryk [cyan]Godkend[/cyan] på kortet, der er kommet
 4. Som Lars: [cyan]aflys Annas hjemmedag på torsdag[/cyan], og giv en begrundelse
 5. Som Anna: tryk [cyan]Set[/cyan], og skriv [cyan]mine dage[/cyan]"""


@told
def demo(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.", min=1, max=65535)] = 3978,
    data_dir: Annotated[Path, typer.Option(help="Where the town keeps its data.")] = Path("data/demo"),
) -> None:
    """Start a demo municipality with ten people and a page to try the bot in. Ctrl-C ends it.

    Example: hjemmebot demo --port 4000
    """
    _must_be_free(port)
    write_log()
    with working("Byen åbner"):
        from bot.demo.open import OpenTown

        town = OpenTown(port, data_dir)
    asyncio.run(_run(town, port))


async def _run(town: OpenTown, port: int) -> None:
    from bot.compose import served

    async with served(town.house, shutdown_seconds=1):
        with working("Folk flytter ind"):
            await town.settle()
        out.print(Panel(TRY, title=f"[bold]http://127.0.0.1:{port}[/bold]", subtitle="Ctrl-C slutter", expand=False))
        await until_told_to_stop()
    out.print("Byen er lukket. Alt er gemt til næste gang.")


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as taken:
            if taken.errno != errno.EADDRINUSE:
                raise
            raise Trouble(
                f"port {port} is in use; end what runs there, or choose another: hjemmebot demo --port {port + 1}",
                Exit.UNAVAILABLE,
            ) from None
