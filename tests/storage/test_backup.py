"""A copy of SQLite's file while others write, looked through, and put back while nobody does."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.backup import InUse, Unfit, UnfitCopy, back_up, look_at, put_back
from storage.database import Database, open_database
from storage.migrate import HEAD, migrate

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
# Each transaction writes to two tables; a copy that is one moment holds as much of both.
WRITER = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None) as connection:
    number = 0
    while True:
        number += 1
        connection.execute("BEGIN IMMEDIATE")
        for name in ("one", "other"):
            sql = "INSERT INTO daily_count VALUES ('2026-11-24', ?, ?)"
            connection.execute(sql, (f"{name} {number}", number))
        connection.execute("COMMIT")
        if number == 20:
            print("writing", flush=True)
"""
COPIER = """
import sys
from pathlib import Path
from storage import backup
def halt(file):
    print(file, flush=True)
    sys.stdin.read()
backup._to_disk = halt
backup.back_up(Path(sys.argv[1]), Path(sys.argv[2]), over=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{file}")
    migrate(opened)
    yield opened
    opened.dispose()


def _count(database: Database, name: str) -> None:
    with database.writing() as session:
        session.connection().exec_driver_sql(f"INSERT INTO daily_count VALUES ('2026-11-24', '{name}', 1)")


def _names(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM daily_count ORDER BY name")]


def test_a_copy_is_one_moment_of_a_database_that_is_written_to_without_pause(database, file, tmp_path):
    with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        try:
            assert writer.stdout.readline() == "writing\n"
            seen = []
            for number in range(8):
                target = tmp_path / f"copy{number}.db"
                found = back_up(file, target)
                assert (found.revision, found.trail.flaw) == (HEAD, None)
                names = _names(target)
                assert sum(name.startswith("one") for name in names) * 2 == len(names)
                seen.append(len(names))
            assert writer.poll() is None
        finally:
            writer.kill()
    assert seen == sorted(seen)
    assert seen[-1] > seen[0] >= 40  # it went on writing meanwhile
    assert sorted(one.name for one in tmp_path.iterdir() if "copy" in one.name) == [f"copy{n}.db" for n in range(8)]


def test_a_copy_is_for_the_owners_eyes_and_overwrites_nothing(database, file, tmp_path):
    target = tmp_path / "copy.db"
    back_up(file, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    before = target.read_bytes()
    _count(database, "later")
    with pytest.raises(FileExistsError):
        back_up(file, target)
    assert target.read_bytes() == before
    back_up(file, target, over=True)
    assert _names(target) == ["later"]
    with pytest.raises(FileExistsError):
        back_up(file, file, over=True)
    with pytest.raises(FileNotFoundError):
        back_up(tmp_path / "none.db", tmp_path / "copy2.db")
    assert not (tmp_path / "none.db").exists()


def test_killed_on_the_way_what_stood_there_stands(database, file, tmp_path):
    target = tmp_path / "copy.db"
    back_up(file, target)
    _count(database, "later")
    with subprocess.Popen(
        [sys.executable, "-c", COPIER, str(file), str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as copier:
        assert copier.stdout is not None
        part = Path(copier.stdout.readline().strip())
        assert part.exists()
        copier.send_signal(signal.SIGKILL)
    assert _names(target) == []
    assert back_up(file, target, over=True).revision == HEAD
    assert _names(target) == ["later"]


def test_no_room_leaves_nothing(database, file, tmp_path):
    folder = tmp_path / "full"
    folder.mkdir()
    code = (
        "import resource, signal, sys; from pathlib import Path; from storage.backup import back_up;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536));"
        "back_up(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bulk AS SELECT zeroblob(1000000) AS b")
        connection.commit()
    done = subprocess.run(
        [sys.executable, "-c", code, str(file), str(folder / "copy.db")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "sqlite3.OperationalError" in done.stderr
    assert list(folder.iterdir()) == []


def test_what_is_put_back_is_what_was_copied_and_the_one_before_is_kept(database, file, tmp_path):
    _count(database, "before")
    target = tmp_path / "copy.db"
    back_up(file, target)
    _count(database, "after")
    database.dispose()
    kept = put_back(target, file, NOW)
    assert kept == tmp_path / "bot.db.before-20261124T020000Z"
    assert (_names(file), _names(kept)) == (["before"], ["after", "before"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        put_back(target, file, NOW)
    assert _names(file) == ["before"]
    opened = open_database(f"sqlite:///{file}")  # and it works on, in its write-ahead log as before
    _count(opened, "new")
    opened.dispose()
    assert _names(file) == ["before", "new"]


def test_nothing_is_put_back_where_the_database_is_open(database, file, tmp_path):
    target = tmp_path / "copy.db"
    back_up(file, target)
    with database.reading() as session:
        session.connection().exec_driver_sql("SELECT 1")
    with pytest.raises(InUse):  # nobody reads or writes now, but the bot's connections stand open
        put_back(target, file, NOW)
    _count(database, "on it goes")
    assert _names(file) == ["on it goes"]
    assert not list(tmp_path.glob("*before-*")) + list(tmp_path.glob(".*part*"))


def test_where_there_was_no_database_one_comes(database, file, tmp_path):
    back_up(file, tmp_path / "copy.db")
    there = tmp_path / "new" / "bot.db"
    assert put_back(tmp_path / "copy.db", there, NOW) is None
    assert look_at(there).revision == HEAD


def test_in_the_place_of_a_damaged_database(database, file, tmp_path):
    _count(database, "whole")
    back_up(file, tmp_path / "copy.db")
    database.dispose()
    file.write_bytes(b"\0" * 5000)
    file.with_name("bot.db-wal").write_bytes(b"left over")
    kept = put_back(tmp_path / "copy.db", file, NOW)
    assert kept is not None
    assert kept.read_bytes() == b"\0" * 5000
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left over"
    assert _names(file) == ["whole"]


def test_what_is_no_copy_is_not_put_back(database, file, tmp_path):
    _count(database, "kept")
    copy = tmp_path / "copy.db"
    back_up(file, copy)
    database.dispose()
    whole = copy.read_bytes()
    for spoilt, why in [
        (b"", Unfit.NOT_OURS),
        (b"id;name\n1;Anna\n" * 500, Unfit.NOT_OURS),
        (whole[: len(whole) // 2], Unfit.DAMAGED),
        (whole[:8192] + os.urandom(16384) + whole[24576:], Unfit.DAMAGED),
        (_changed(copy, "UPDATE alembic_version SET version_num = '9999'"), Unfit.NEWER),
        (_changed(copy, "DROP TABLE alembic_version"), Unfit.NOT_OURS),
    ]:
        other = tmp_path / "other.db"
        other.write_bytes(spoilt)
        with pytest.raises(UnfitCopy) as fault:
            put_back(other, file, NOW)
        assert fault.value.why is why
    assert _names(file) == ["kept"]


def _changed(copy: Path, sql: str) -> bytes:
    other = copy.with_name("changed.db")
    other.write_bytes(copy.read_bytes())
    with closing(sqlite3.connect(other)) as connection:
        connection.execute(sql)
        connection.commit()
    return other.read_bytes()
