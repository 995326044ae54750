"""The image: what hadolint asks of a Dockerfile, and what it does not ask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
LINES = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
STEPS = [tuple(line.split(maxsplit=1)) for line in LINES if line and not line.startswith("#")]


def of(instruction: str) -> list[str]:
    return [rest for name, rest in STEPS if name == instruction]


def test_hadolint_finds_nothing() -> None:
    hadolint = shutil.which("hadolint", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if hadolint is None:
        pytest.skip("hadolint is not here")
    found = subprocess.run([hadolint, "--no-color", str(DOCKERFILE)], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_base_has_a_version_that_the_bot_runs_on() -> None:
    assert of("FROM") == ["${BASE}"]  # so that it can be built on a digest
    (base,) = (one.removeprefix("BASE=") for one in of("ARG"))
    version = re.fullmatch(r"python:(\d+)\.(\d+)[\w.-]*-slim[\w@:.-]*", base)
    assert version is not None
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert (int(version[1]), int(version[2])) >= tuple(int(part) for part in needed.removeprefix(">=").split("."))


def test_it_runs_as_nobody_special_and_nothing_follows_that_needs_more() -> None:
    (user,) = of("USER")
    assert user.isdigit()
    assert int(user) > 0
    after = STEPS[STEPS.index(("USER", user)) :]
    assert not {"RUN", "COPY", "ADD"} & {name for name, _ in after}


def test_packages_are_the_locked_ones_and_no_cache_stays() -> None:
    installs = [step for step in of("RUN") if "pip install" in step]
    assert installs
    assert all("--no-cache-dir" in step and "--require-hashes" in step for step in installs)
    assert not of("ADD")


def test_no_secret_and_no_folder_that_may_hold_one_gets_in() -> None:
    named = re.findall(r"(\w+)=", " ".join((*of("ENV"), *of("ARG"))))
    assert not [name for name in named if re.search("PASSWORD|KEY|TOKEN|SECRET|DATABASE", name)]
    ours = [name.removeprefix("HJEMMEBOT_").lower() for name in named if name.startswith("HJEMMEBOT_")]
    assert ours
    assert set(ours) <= set(Settings.model_fields)
    assert not [source for source in of("COPY") if source.split()[0] in {".", "./", "*"}]
    assert {".env", "data", ".git"} <= set((ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines())


def test_it_tells_whether_it_is_well_and_starts_the_bot() -> None:
    (health,) = of("HEALTHCHECK")
    assert "/healthz" in health
    assert of("CMD") == ['["python", "-m", "bot", "serve"]']
