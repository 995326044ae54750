"""m365agents.yml: actions of Microsoft's schema 1.9 with what each needs, and a package that our own command builds."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from bot.__main__ import app
from manifest.build import AppFacts

TEAMS = Path(__file__).parents[2] / "deploy" / "teams"
TEXT = (TEAMS / "m365agents.yml").read_text(encoding="utf-8")
FILE: dict[str, Any] = yaml.safe_load(TEXT)
STEPS: list[dict[str, Any]] = [*FILE["provision"], *FILE["publish"]]
# action → (what `with` must hold, what more it may hold, what it writes to the environment file);
# read in Microsoft's yaml.schema.json v1.9, which takes nothing else
ACTIONS: dict[str, tuple[set[str], set[str], set[str]]] = {
    "teamsApp/create": ({"name"}, set(), {"teamsAppId"}),
    "teamsApp/validateAppPackage": ({"appPackagePath"}, set(), set()),
    "teamsApp/update": ({"appPackagePath"}, set(), set()),
    "teamsApp/extendToM365": ({"appPackagePath"}, set(), {"titleId", "appId"}),
    "teamsApp/publishAppPackage": ({"appPackagePath"}, set(), {"publishedAppId"}),
    "script": ({"run"}, {"workingDirectory", "shell", "timeout", "redirectTo"}, set()),
}
EXAMPLE = dict(
    line.split("=", 1)
    for line in (TEAMS / "env" / ".env.example").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)


def test_it_says_which_version_it_is_written_in() -> None:
    assert FILE["version"] == "v1.9"
    assert "/v1.9/" in TEXT.splitlines()[0]
    assert set(FILE) <= {"version", "environmentFolderPath", "provision", "publish", "deploy"}
    assert (TEAMS / FILE["environmentFolderPath"]).is_dir()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["uses"])
def test_each_step_has_what_its_action_needs(step: dict[str, Any]) -> None:
    needs, may, writes = ACTIONS[step["uses"]]
    assert set(step) <= {"name", "env", "uses", "with", "writeToEnvironmentFile"}
    assert needs <= set(step["with"]) <= needs | may
    written = step.get("writeToEnvironmentFile", {})
    assert set(written) == writes
    assert all(re.fullmatch("[A-Z][A-Z0-9_]*", name) for name in written.values())


def test_the_package_is_built_checked_and_only_then_handed_on() -> None:
    assert [step["uses"].removeprefix("teamsApp/") for step in FILE["provision"]] == [
        "create",
        "script",
        "validateAppPackage",
        "update",
        "extendToM365",
    ]
    assert [step["uses"].removeprefix("teamsApp/") for step in FILE["publish"]] == [
        "validateAppPackage",
        "publishAppPackage",
    ]


def test_every_variable_stands_in_the_example() -> None:
    assert set(re.findall(r"\$\{\{(\w+)\}\}", TEXT)) <= set(EXAMPLE)
    assert not [name for name in EXAMPLE if "PASSWORD" in name or "SECRET" in name]


def test_the_script_calls_our_command_with_options_that_it_has() -> None:
    (script,) = (step["with"] for step in STEPS if step["uses"] == "script")
    filled = re.sub(r"\$\{\{(\w+)\}\}", lambda found: EXAMPLE[found[1]], script["run"])
    command, name, *rest = shlex.split(filled)
    assert (Path(command).name, name) == ("hjemmebot", "build-manifest")
    given = dict(zip(rest[::2], rest[1::2], strict=True))
    (ours,) = (one for at, one in typer.main.get_command(app).commands.items() if at == name)  # type: ignore[attr-defined]
    assert set(given) <= {option for parameter in ours.params for option in parameter.opts}
    built = (TEAMS / script["workingDirectory"] / given["--to"]).resolve()
    paths = {(TEAMS / step["with"]["appPackagePath"]).resolve() for step in STEPS if "appPackagePath" in step["with"]}
    assert paths == {built}
    fields = {key.strip("-").replace("-", "_"): value for key, value in given.items() if key != "--to"}
    assert AppFacts(**fields).problems() == []
