"""The Teams app package on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.console import Exit, Trouble, out, told
from bot.settings import Settings
from manifest.build import AppFacts, build_package


@told
def build_manifest(
    to: Annotated[Path, typer.Option("--to", help="Where to write the package.")] = Path("build/hjemmebot.zip"),
    app_id: Annotated[str, typer.Option(help="Entra application id; HJEMMEBOT_APP_ID where it is left out.")] = "",
    municipality: Annotated[str, typer.Option(help="As in the policy.")] = AppFacts.municipality,
    website: Annotated[str, typer.Option(help="https address.")] = AppFacts.website,
    privacy: Annotated[str, typer.Option(help="https address of the privacy notice.")] = AppFacts.privacy,
    terms: Annotated[str, typer.Option(help="https address of the terms of use.")] = AppFacts.terms,
    version: Annotated[str, typer.Option(help="Three numbers; raise it for each upload.")] = AppFacts.version,
) -> None:
    """Build the app package that is uploaded to the Teams admin centre.

    Example: hjemmebot build-manifest --app-id 11111111-2222-3333-4444-555555555555
    """
    facts = AppFacts(app_id or Settings().app_id, municipality, municipality[:32], website, privacy, terms, version)
    try:
        package = build_package(facts)
    except ValueError as wrong:
        raise Trouble(str(wrong), Exit.USAGE) from None
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(package)
    out.print(f"Written to {to}: upload it in the Teams admin centre under Manage apps.")
