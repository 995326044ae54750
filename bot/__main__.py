"""The process from outside: the command line."""

from __future__ import annotations

import typer

from bot.cli.audit import audit
from bot.cli.backup import backup, restore
from bot.cli.database import migrate
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.intents import train_intents
from bot.cli.judge import train_judge
from bot.cli.package import build_manifest
from bot.cli.people import erase_person, export_person, import_people
from bot.cli.policy import evaluate, train
from bot.cli.questions import ask, understand
from bot.cli.serve import serve
from bot.cli.sync import sync_people
from bot.cli.versions import (
    drop_policy,
    export_policy,
    import_policy,
    list_versions,
    policy_doctor,
    publish_policy,
)

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
app.command("sync-people")(sync_people)
app.command()(ask)
app.command()(understand)
app.command()(evaluate)
app.command()(train)
app.command("train-judge")(train_judge)
app.command("train-intents")(train_intents)
app.command("import-policy")(import_policy)
app.command("policy-versions")(list_versions)
app.command("publish-policy")(publish_policy)
app.command("drop-policy")(drop_policy)
app.command("export-policy")(export_policy)
app.command("policy-doctor")(policy_doctor)
app.command("export-person")(export_person)
app.command("erase-person")(erase_person)
app.command()(audit)
app.command()(doctor)
app.command()(backup)
app.command()(restore)
app.command("build-manifest")(build_manifest)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
