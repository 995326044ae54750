"""The compose file starts two replicas that are told apart, with settings that the bot knows."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
REPLICAS = {name: one for name, one in COMPOSE["services"].items() if "HJEMMEBOT_REPLICA" in one.get("environment", {})}


def test_two_replicas_have_names_of_their_own_and_share_the_rest() -> None:
    settings = [dict(one["environment"]) for one in REPLICAS.values()]
    assert len({one.pop("HJEMMEBOT_REPLICA") for one in settings}) == len(REPLICAS) == 2
    assert settings[0] == settings[1]


@pytest.mark.parametrize("name", REPLICAS)
def test_each_setting_is_one_that_the_bot_reads(name: str) -> None:
    for setting in REPLICAS[name]["environment"]:
        assert setting.removeprefix("HJEMMEBOT_").lower() in Settings.model_fields


@pytest.mark.parametrize("name", REPLICAS)
def test_each_replica_may_write_nothing_and_has_no_rights_of_its_own(name: str) -> None:
    replica = REPLICAS[name]
    assert (replica["read_only"], replica["cap_drop"]) == (True, ["ALL"])
    assert "no-new-privileges:true" in replica["security_opt"]


def test_no_secret_stands_in_the_file() -> None:
    for name, value in COMPOSE["x-settings"].items():
        if "PASSWORD" in name or "DATABASE" in name:
            assert "${" in value


def test_all_rooms_are_in_the_image_and_the_door_leads_to_each_replica() -> None:
    image = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    for room in ("bot", "cards", "dialogs", "domain", "manifest", "policy", "storage"):
        assert f"COPY {room} {room}\n" in image
    door = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert all(f"server {name}:3978;" in door for name in REPLICAS)
    assert "access_log off;" in door
    assert "error_log /dev/stderr crit;" in door  # at `error` nginx would name the address of a calendar


@pytest.fixture
def composed(tmp_path: Path) -> tuple[list[str], Path]:
    """What reads a composition without a daemon, and the `.env` beside a copy of ours, still empty."""
    tool = shutil.which("docker-compose")
    if tool is None:
        pytest.skip("docker-compose is not here")
    shutil.copy(DEPLOY / "compose.yaml", tmp_path)
    (tmp_path / ".env").touch()
    return [tool, "-f", str(tmp_path / "compose.yaml"), "config"], tmp_path / ".env"


def read_by(tool: list[str]) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HJEMMEBOT", "POSTGRES"))}
    return subprocess.run(tool, capture_output=True, text=True, env=clean, check=False)


def test_docker_compose_reads_it_and_every_setting_of_the_file_reaches_the_bot(
    composed: tuple[list[str], Path],
) -> None:
    tool, file = composed
    needed = ("POSTGRES_PASSWORD", "HJEMMEBOT_APP_ID", "HJEMMEBOT_APP_PASSWORD", "HJEMMEBOT_TENANT_ID")
    file.write_text("".join(f"{name}=a-{name}\n" for name in needed) + "HJEMMEBOT_SEND_RATE=20\n", encoding="utf-8")
    done = read_by(tool)
    assert done.returncode == 0, done.stderr
    services = yaml.safe_load(done.stdout)["services"]
    for name in REPLICAS:
        seen = services[name]["environment"]
        assert seen["HJEMMEBOT_SEND_RATE"] == "20"
        assert seen["HJEMMEBOT_DATABASE_URL"].endswith(":a-POSTGRES_PASSWORD@database/hjemmebot")


def test_it_does_not_start_without_its_secrets(composed: tuple[list[str], Path]) -> None:
    tool, _ = composed
    done = read_by(tool)
    assert done.returncode != 0
    assert "POSTGRES_PASSWORD" in done.stderr
