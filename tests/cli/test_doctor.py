"""`hjemmebot doctor` as it is called: its words, its JSON and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_new_installation_is_told_what_to_do_next(run: Run, tmp_path: Path) -> None:
    done = run("doctor")
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert "se på det     Indstillinger: HJEMMEBOT_APP_ID er tom" in done.stdout
    assert "i orden       Database: Der er ingen endnu." in done.stdout
    (tmp_path / "people.csv").write_text("id;name;roles\n1;Anna Holm;hr\n", encoding="utf-8")
    assert run("import-people", "people.csv").returncode == 0
    done = run("doctor", "--lang", "en")
    assert "fine          People: 1 people, 1 of them in HR." in done.stdout
    assert "Anna" not in done.stdout + done.stderr


def test_a_fault_is_2_and_settings_that_cannot_be_read_are_3(run: Run) -> None:
    done = run("doctor", "--json", HJEMMEBOT_DATABASE_URL="postgresql+psycopg://bot:hemmelig@127.0.0.1:9/bot")
    assert done.returncode == 2
    found = {row["check"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert (found["database"]["verdict"], found["database"]["values"]) == ("fault", {"fault": "OperationalError"})
    assert "hemmelig" not in done.stdout + done.stderr
    assert run("doctor", HJEMMEBOT_PORT="99999").returncode == 3
