"""`hjemmebot backup` and `restore` as they are called by hand and by a timer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.cli.conftest import Run


def _begin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id;name\n1;Anna Holm\n", encoding="utf-8")
    assert run("import-people", "people.csv").returncode == 0


def test_a_copy_goes_to_a_folder_under_the_time_and_older_ones_go(run: Run, tmp_path: Path) -> None:
    _begin(run, tmp_path)
    folder = tmp_path / "backup"
    folder.mkdir()
    old = [folder / f"hjemmebot-2026010{day}T020000Z.db" for day in (1, 2, 3)]
    for one in [*old, folder / "other.db"]:
        one.write_text("not looked into")
    done = run("backup", "backup", "--keep", "2")
    assert (done.returncode, "1 people, 0 home days, 0 notices that wait, 1 lines of audit trail" in done.stdout) == (
        0,
        True,
    )
    left = sorted(one.name for one in folder.iterdir())
    assert len(left) == 3
    assert [left[0], left[2]] == ["hjemmebot-20260103T020000Z.db", "other.db"]
    assert run("backup", "there.db", "--keep", "2").returncode == 2
    assert run("restore", f"backup/{left[1]}", "--yes").returncode == 0


def test_one_asks_before_it_puts_back_and_tells_what_it_cannot(run: Run, tmp_path: Path) -> None:
    assert "there is no database" in run("backup", "copy.db").stderr
    _begin(run, tmp_path)
    assert run("backup", "copy.db").returncode == 0
    again = run("backup", "copy.db")
    assert (again.returncode, "copy.db is there already" in again.stderr) == (4, True)
    assert run("backup", "copy.db", "--force").returncode == 0
    assert "nothing was changed" in run("restore", "copy.db", said="n\n").stderr
    assert "Put it in the place" in run("restore", "copy.db", said="y\n").stdout
    assert "is no copy of the bot's database" in run("restore", "people.csv", "--yes").stderr
    assert "is not there" in run("restore", "none.db", "--yes").stderr
    assert run("backup", "no/such/folder.db").returncode == 4


def test_a_trail_that_is_not_whole_is_copied_and_told(run: Run, tmp_path: Path) -> None:
    _begin(run, tmp_path)
    with sqlite3.connect(tmp_path / "cli.db") as connection:
        connection.execute("DELETE FROM audit")
    connection.close()
    done = run("backup", "copy.db")
    assert (done.returncode, "its audit trail is not whole" in done.stderr) == (1, True)
    (tmp_path / "backup").mkdir()
    whole = tmp_path / "backup" / "hjemmebot-20260101T020000Z.db"
    whole.write_text("from before")
    assert run("backup", "backup", "--keep", "1").returncode == 1
    assert whole.exists()  # it may be the last one whose trail is whole
    assert "Its audit trail is not whole" in run("restore", "copy.db", "--yes").stderr


def test_postgresql_has_a_tool_of_its_own_and_no_password_is_shown(run: Run) -> None:
    for words, tool in [(("backup", "x.db"), "pg_dump"), (("restore", "x.db"), "pg_restore")]:
        done = run(*words, HJEMMEBOT_DATABASE_URL="postgresql+psycopg://bot:hemmelig@db.example:5433/bot")
        assert done.returncode == 2
        assert tool in done.stderr
        assert "postgresql://bot@db.example:5433/bot" in done.stderr
        assert "hemmelig" not in done.stdout + done.stderr
