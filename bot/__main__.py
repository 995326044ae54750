"""The process from outside: the command line."""

from __future__ import annotations

import typer

from bot.cli.database import migrate
from bot.cli.demo import demo
from bot.cli.intents import train_intents
from bot.cli.package import build_manifest
from bot.cli.people import erase_person, export_person, import_people
from bot.cli.policy import evaluate, train
from bot.cli.questions import ask, understand
from bot.cli.serve import serve

app = typer.Typer(
    name="hjemmebot",
    help="A Microsoft Teams bot for a Danish municipality's home-work policy.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(serve)
app.command()(demo)
app.command()(migrate)
app.command("import-people")(import_people)
app.command()(ask)
app.command()(understand)
app.command()(evaluate)
app.command()(train)
app.command("train-intents")(train_intents)
app.command("export-person")(export_person)
app.command("erase-person")(erase_person)
app.command("build-manifest")(build_manifest)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
