"""Which use case carries out a command about versions of the policy."""

from __future__ import annotations

from typing import assert_never

from bot.usecases import keep_versions
from bot.usecases.ports import Desk
from domain import commands as c
from policy.editions import EditionFact


def carry_out_versions(command: c.VersionCommand, desk: Desk) -> EditionFact:
    """Return what came of the command."""
    match command:
        case c.ShowVersions():
            return keep_versions.show_versions(desk)
        case c.ReadVersion():
            return keep_versions.read_version(command, desk)
        case c.ImportVersion():
            return keep_versions.import_version(desk)
        case c.CompareVersion():
            return keep_versions.compare_version(command, desk)
        case c.PublishVersion():
            return keep_versions.publish_version(command, desk)
        case c.DropVersion():
            return keep_versions.drop_version(command, desk)
        case _:
            assert_never(command)
