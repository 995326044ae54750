"""Versions of the policy: reading any of them, comparing a draft with what runs, and letting it run."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.commands.command import CommandModel

Number = Annotated[int, Field(ge=1, le=9_999)]
Sheet = Annotated[int, Field(ge=1, le=999)]


class ShowVersions(CommandModel):
    """List the versions of the policy; HR sees drafts too."""

    kind: Literal["show_versions"] = "show_versions"
    settles: ClassVar[bool] = False


class ReadVersion(CommandModel):
    """Read a version of the policy, a sheet at a time; also one that runs no longer."""

    kind: Literal["read_version"] = "read_version"
    number: Number
    sheet: Sheet = 1


class CompareVersion(CommandModel):
    """Show HR what a draft would change in the running version, a sheet at a time."""

    kind: Literal["compare_version"] = "compare_version"
    number: Number
    sheet: Sheet = 1


class PublishVersion(CommandModel):
    """Let a draft answer from now on. `over` is the running version that it was compared with."""

    kind: Literal["publish_version"] = "publish_version"
    writes: ClassVar[bool] = True
    number: Number
    over: Number


class DropVersion(CommandModel):
    """Drop a draft; the running version goes on."""

    kind: Literal["drop_version"] = "drop_version"
    writes: ClassVar[bool] = True
    number: Number


class ImportVersion(CommandModel):
    """Keep the draft that a sent file became. Pressed, without a file, it lists the versions."""

    kind: Literal["import_version"] = "import_version"
    settles: ClassVar[bool] = False
    writes: ClassVar[bool] = True


VersionCommand = ImportVersion | ShowVersions | ReadVersion | CompareVersion | PublishVersion | DropVersion
