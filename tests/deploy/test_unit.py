"""The systemd unit is one that systemd reads, starts the bot's own command, and lets it do little else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parents[2] / "deploy" / "hjemmebot.service"
MUST = ("NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "UMask=0077", "User=hjemmebot")


def test_it_is_no_root_and_writes_only_its_own_state() -> None:
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    assert set(MUST) <= set(lines)
    assert "CapabilityBoundingSet=" in lines
    assert "ExecStart=/srv/hjemmebot/.venv/bin/hjemmebot serve" in lines
    assert not any(line.startswith(("Environment=", "PassEnvironment=")) for line in lines)  # no secret in the unit


def test_systemd_finds_nothing_wrong_and_little_exposed(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd is not here")
    here = tmp_path / UNIT.name
    there = "/srv/hjemmebot/.venv/bin/hjemmebot serve"
    here.write_text(UNIT.read_text(encoding="utf-8").replace(there, "/bin/true serve"), encoding="utf-8")
    found = subprocess.run([verify, "verify", str(here)], capture_output=True, text=True, check=False)
    assert UNIT.name not in found.stderr, found.stderr
    rated = subprocess.run(
        [verify, "security", "--offline=yes", "--threshold=25", str(here)], capture_output=True, text=True, check=False
    )
    assert rated.returncode == 0, rated.stdout
