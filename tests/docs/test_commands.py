"""Every command that a document names is there, with the options it names; and every command is in the README."""

from __future__ import annotations

import importlib.util
import re
from typing import Any

import pytest
import typer

from bot.__main__ import app
from tests.docs.reading import ROOT, TODAY, snippets, text_of

OURS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
TARGETS = set(re.findall(r"^([\w.-]+(?:/[\w.-]+)*):", text_of("Makefile"), re.MULTILINE))
CALLED = re.compile(r"(?:^|[ /|])(?:hjemmebot|python -m bot) ([a-z][a-z-]+)((?: [^|;&]*)?)")
MADE = re.compile(r"(?:^|&& |sudo )make ([\w./-]+)")
MODULE = re.compile(r"python -m ([\w.]+)")


@pytest.mark.parametrize("page", TODAY)
def test_each_command_is_there_with_its_options(page: str) -> None:
    wrong = []
    for snippet in snippets(page):
        if snippet.startswith(("az ", "sudo chown", "sudo useradd")):
            continue
        for name, rest in CALLED.findall(snippet):
            if name not in OURS:
                wrong.append(f"{name} in: {snippet}")
                continue
            known = {option for parameter in OURS[name].params for option in parameter.opts} | {"--help"}
            wrong += [
                f"{option} of {name}" for option in re.findall(r"(?<!\S)(--[a-z-]+)", rest) if option not in known
            ]
    assert wrong == []


@pytest.mark.parametrize("page", TODAY)
def test_each_target_and_module_is_there(page: str) -> None:
    named = snippets(page)
    assert {name for one in named for name in MADE.findall(one)} - TARGETS == set()
    modules = {name for one in named for name in MODULE.findall(one)}
    assert {name for name in modules if importlib.util.find_spec(name) is None} == set()


def test_every_command_is_told_of_in_the_readme_and_in_the_list_of_make() -> None:
    told = " ".join(snippets("README.md"))
    assert {name for name in OURS if not re.search(rf"(?<![\w-]){name}(?![\w-])", told)} == set()
    phony = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)
    assert phony is not None
    contributing = " ".join(snippets("CONTRIBUTING.md"))
    assert {name for name in phony[1].split() if f"make {name}" not in contributing} <= {"help", "manifest", "soak"}


@pytest.mark.parametrize("name", OURS)
def test_the_help_of_each_command_ends_with_an_example_that_fits(name: str) -> None:
    help_ = OURS[name].help
    assert "Example" in help_
    called = [
        rest for called, rest in CALLED.findall(help_.partition("Example")[2].replace("\n", " ; ")) if called == name
    ]
    assert called
    known = {option for parameter in OURS[name].params for option in parameter.opts}
    assert {option for rest in called for option in re.findall(r"(?<!\S)(--[a-z-]+)", rest)} <= known


def test_the_tests_themselves_see_a_command_that_is_missing() -> None:
    assert CALLED.findall("sudo -u x /srv/.venv/bin/hjemmebot fly --high") == [("fly", " --high")]
    assert MADE.findall("cd /srv && sudo make moon") == ["moon"]
    assert (ROOT / "Makefile").is_file()
