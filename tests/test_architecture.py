"""The habits of the house that a machine can hold people to."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "cards", "dialogs", "domain", "manifest", "policy", "storage")
LONGEST_FILE = 300
NAMELESS = re.compile(r"(utils?|helpers?|common|misc|manager|base)\.py")
SHADOWS = {"calendar", "queue", "types", "json", "email", "signal", "select", "token"}
ADDRESSES = re.compile(
    r"(pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|debian\.net|files\.pythonhosted|--index-url|--find-links)"
)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")


def test_rooms_import_only_whom_they_may() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_no_file_is_long_or_without_a_name_of_its_own() -> None:
    long = [f"{file.relative_to(ROOT)}" for file in sources() if len(file.read_text().splitlines()) > LONGEST_FILE]
    nameless = [f"{file.relative_to(ROOT)}" for file in sources() if NAMELESS.fullmatch(file.name)]
    assert long == []
    assert nameless == []


def test_no_top_level_folder_shadows_the_standard_library() -> None:
    assert not SHADOWS & {folder.name for folder in ROOT.iterdir() if folder.is_dir()}


def test_every_module_says_what_it_is() -> None:
    silent = [f"{one.relative_to(ROOT)}" for one in sources() if not ast.get_docstring(ast.parse(one.read_text()))]
    assert silent == []


def test_no_tracked_file_names_a_registry() -> None:
    own = Path(__file__)
    texts = (file for file in tracked() if file != own and file.suffix not in {".png", ".npz"})
    named = [f"{file.relative_to(ROOT)}" for file in texts if ADDRESSES.search(file.read_text(errors="replace"))]
    assert named == []


def test_nothing_that_is_installed_or_points_elsewhere_is_tracked() -> None:
    listed = subprocess.run(["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    links = [line.split("\t")[1] for line in listed.stdout.splitlines() if line.startswith("120000")]
    assert links == []
    assert [line for line in listed.stdout.splitlines() if re.search(r"\t(\.venv|node_modules)(/|$)", line)] == []


@pytest.mark.parametrize("name", ["run", "dev", "otel"])
def test_requirements_are_pinned_and_hashed(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    packages = [line for line in lines if re.match(r"[a-z0-9]", line)]
    assert packages
    assert all(re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==", line) for line in packages)
    assert sum("--hash=sha256:" in line for line in lines) >= len(packages)


def test_the_bot_framework_is_pinned_and_its_faulty_parts_are_not_installed() -> None:
    wanted = (ROOT / "requirements" / "run.in").read_text()
    assert "botbuilder-core==4.17.1" in wanted
    locked = (ROOT / "requirements" / "run.txt").read_text()
    assert "botbuilder-integration-aiohttp" not in locked
    assert "botbuilder-dialogs" not in locked


def test_the_command_is_hjemmebot() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["scripts"] == {"hjemmebot": "bot.__main__:main"}
