"""Wrong settings and unreachable databases: one line, the right exit code, no traceback."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ({"HJEMMEBOT_HOST": "0.0.0.0"}, "loopback"),
        ({"HJEMMEBOT_APP_ID": "11111111-2222-3333-4444-555555555555"}, "HJEMMEBOT_TENANT_ID"),
        ({"HJEMMEBOT_PORT": "many"}, "HJEMMEBOT_PORT"),
        ({"HJEMMEBOT_SEND_RATE": "0"}, "HJEMMEBOT_SEND_RATE"),
    ],
)
def test_the_bot_does_not_start_with_wrong_settings(run: Run, settings: dict[str, str], what: str) -> None:
    done = run("serve", **settings)
    assert done.returncode == 3
    assert what in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["postgresql+psycopg://nobody@127.0.0.1:1/nothing", "mysql://x/y", "sqlite:///"])
def test_a_database_that_cannot_be_used_is_one_line(run: Run, url: str) -> None:
    done = run("migrate", HJEMMEBOT_DATABASE_URL=url)
    assert done.returncode in (3, 4)
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_migrate_brings_up_to_date_once(run: Run) -> None:
    assert "was brought up to date" in run("migrate").stdout
    assert "is up to date" in run("migrate").stdout


def test_the_app_package_is_built(run: Run, tmp_path: Path) -> None:
    done = run("build-manifest", "--app-id", "11111111-2222-3333-4444-555555555555", "--to", "out/app.zip")
    assert done.returncode == 0, done.stderr
    assert "manifest.json" in zipfile.ZipFile(tmp_path / "out" / "app.zip").namelist()
    refused = run("build-manifest")
    assert refused.returncode == 2
    assert "app id is no GUID" in refused.stderr


def test_help_has_an_example_for_every_command(run: Run) -> None:
    listed = run("--help").stdout
    versions = ("import-policy", "policy-versions", "publish-policy", "drop-policy", "export-policy", "policy-doctor")
    for command in versions:
        assert command in listed
        assert "Example" in run(command, "--help").stdout
    for command in ("serve", "demo", "migrate", "import-people", "ask", "understand", "export-person", "erase-person"):
        assert command in listed
        assert "Example" in run(command, "--help").stdout
