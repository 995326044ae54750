"""The compose file starts two replicas that are told apart, with settings that the bot knows."""

from __future__ import annotations

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
