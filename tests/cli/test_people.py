"""People on the command line: import, export, erase."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

FILE = "id;name;email;leader\n1;Anna Holm;anna@n.dk;lars@n.dk\n2;Lars;lars@n.dk;\n"


def test_import_says_what_changed_and_can_be_repeated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE, encoding="utf-8")
    assert "2 added" in run("import-people", "people.csv").stdout
    assert "0 added, 0 changed, 0 left" in run("import-people", "people.csv").stdout
    (tmp_path / "people.csv").write_text(FILE.replace("2;Lars;lars@n.dk;\n", "3;Mette;lars@n.dk;\n"), encoding="utf-8")
    assert "1 added, 1 changed, 1 left" in run("import-people", "people.csv").stdout


def test_a_dry_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE, encoding="utf-8")
    assert "Nothing was imported" in run("import-people", "people.csv", "--dry-run").stdout
    assert "2 added" in run("import-people", "people.csv").stdout


def test_a_broken_file_is_refused_with_its_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE + "2;Bo;;nobody\n", encoding="utf-8")
    done = run("import-people", "people.csv")
    assert done.returncode == 1
    assert "line 4: leader nobody is nobody in the file" in done.stderr
    assert "Traceback" not in done.stderr
    (tmp_path / "people.csv").write_bytes(b"id;name\n1;\xe6")
    assert "not UTF-8" in run("import-people", "people.csv").stderr


def test_what_is_stored_about_a_person_is_shown_and_erased(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(FILE, encoding="utf-8")
    run("import-people", "people.csv")
    assert "Anna Holm" in json.dumps(json.loads(run("export-person", "anna@n.dk").stdout))
    assert run("export-person", "anna@n.dk", "--to", "anna.json").returncode == 0
    assert (tmp_path / "anna.json").stat().st_mode & 0o077 == 0
    assert run("erase-person", "anna@n.dk", said="n\n").returncode == 1
    assert run("erase-person", "anna@n.dk", "--yes").returncode == 0
    gone = run("export-person", "anna@n.dk")
    assert gone.returncode == 1
    assert "nobody called anna@n.dk" in gone.stderr
