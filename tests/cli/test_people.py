"""People on the command line: import, export, erase."""

from __future__ import annotations

import json
from pathlib import Path

from storage import strangers
from storage.database import open_database
from tests.cli.conftest import Run
from tests.storage.values import NOW

FILE = "id;name;email;leader\n1;Anna Holm;anna@n.dk;lars@n.dk\n2;Lars;lars@n.dk;\n"


def test_import_says_what_changed_and_can_be_repeated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE, encoding="utf-8")
    assert "2 added" in run("import-people", "people.csv").stdout
    assert "0 added, 0 changed, 0 left" in run("import-people", "people.csv").stdout
    (tmp_path / "people.csv").write_text(FILE.replace("2;Lars;lars@n.dk;\n", "3;Mette;lars@n.dk;\n"), encoding="utf-8")
    assert "1 added, 1 changed, 1 left" in run("import-people", "people.csv").stdout


def test_a_dry_run_shows_what_would_change_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(FILE.replace("Anna", "Åse").encode("cp1252"))
    shown = run("import-people", "people.csv", "--dry-run").stdout.splitlines()
    assert shown[:3] == ["2 added:", "  Lars", "  Åse Holm"]
    assert shown[-1] == "2 people, nothing wrong. Nothing was imported."
    imported = run("import-people", "people.csv").stdout.splitlines()
    assert imported[:-1] == shown[:-1]
    assert imported[-1] == "2 people: 2 added, 0 changed, 0 left."


def test_on_a_terminal_it_asks_and_a_no_changes_nothing(tmp_path: Path, terminal: Run) -> None:
    (tmp_path / "people.csv").write_text(FILE, encoding="utf-8")
    refused = terminal("import-people", "people.csv", said="n\n")
    assert "Import them?" in refused.stdout
    assert refused.returncode == 1
    assert "2 people: 2 added" in terminal("import-people", "people.csv", said="y\n").stdout


def test_a_file_of_a_hundred_megabytes_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "people.csv").open("wb") as file:
        file.truncate(100_000_000)
    assert "over 50 MB" in run("import-people", "people.csv").stderr


def test_all_or_nothing_and_when_many_would_leave_it_must_be_said(run: Run, tmp_path: Path) -> None:
    many = "id;name\n" + "".join(f"{n};P{n}\n" for n in range(30))
    (tmp_path / "people.csv").write_text(many, encoding="utf-8")
    run("import-people", "people.csv")
    (tmp_path / "people.csv").write_text("id;name\n1;P1\n77;New\n" + "5;\n" * 30, encoding="utf-8")
    broken = run("import-people", "people.csv", "--yes")
    assert broken.returncode == 1
    assert "59 problems, 39 of them not shown, in people.csv; nothing was imported" in broken.stderr
    (tmp_path / "people.csv").write_text("id;name\n1;P1\n", encoding="utf-8")
    assert "29 of 30 people would leave" in run("import-people", "people.csv").stderr
    assert "1 people: 0 added, 0 changed, 29 left." in run("import-people", "people.csv", "--yes").stdout


def test_a_broken_file_is_refused_with_its_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE + "2;Bo;;nobody\n", encoding="utf-8")
    done = run("import-people", "people.csv")
    assert done.returncode == 1
    assert "line 4: leader nobody is nobody in the file" in done.stderr
    assert "Traceback" not in done.stderr
    (tmp_path / "people.csv").write_bytes("id;name\n1;Sør\n2;".encode() + b"\xe6")
    assert "line 3: the byte E6 is not UTF-8" in run("import-people", "people.csv").stderr


def test_what_is_stored_about_a_person_is_shown_and_erased(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE, encoding="utf-8")
    run("import-people", "people.csv")
    assert "Anna Holm" in json.dumps(json.loads(run("export-person", "anna@n.dk").stdout))
    (tmp_path / "anna.json").touch(mode=0o644)
    assert run("export-person", "anna@n.dk", "--to", "anna.json").returncode == 0
    assert (tmp_path / "anna.json").stat().st_mode & 0o077 == 0
    assert run("erase-person", "anna@n.dk", said="n\n").returncode == 1
    assert run("erase-person", "anna@n.dk", "--yes").returncode == 0
    gone = run("export-person", "anna@n.dk")
    assert gone.returncode == 1
    assert "nobody called anna@n.dk" in gone.stderr


def test_a_stranger_who_wrote_can_be_shown_and_erased_by_object_id(run: Run, tmp_path: Path) -> None:
    run("migrate")
    database = open_database(f"sqlite:///{tmp_path / 'cli.db'}")
    with database.writing() as session:
        strangers.note(session, "kim", "Kim Ny", NOW)
    database.dispose()
    assert "Kim Ny" in run("export-person", "KIM").stdout
    assert "stranger: 1" in run("erase-person", "kim", "--yes").stdout
    assert "nobody called kim" in run("export-person", "kim").stderr
