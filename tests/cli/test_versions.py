"""A new version of the policy from the command line: imported, looked at, published, and the one before still read."""

from __future__ import annotations

from pathlib import Path

from policy.documents.markdown import as_markdown
from policy.load import load_handbook
from tests.cli.conftest import Run

POLICY = as_markdown(load_handbook())


def test_a_version_is_imported_published_and_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ny.md").write_text(POLICY.replace("med kort varsel", "med en dags varsel"), encoding="utf-8")
    imported = run("import-policy", "ny.md", "--lexical")
    assert imported.returncode == 0, imported.stderr
    assert "reworded: ramme-annullering (p. 3)" in imported.stdout
    assert "[-kort-][+en+]" in imported.stdout.replace("[+en dags+]", "[+en+]")
    assert "1 reworded, 95 same" in imported.stdout
    assert "example questions get the same passage in its new words" in imported.stdout
    assert "med kort varsel" in run("export-policy").stdout  # a draft answers nobody
    assert "Version 2 answers" in run("publish-policy", "2").stdout
    assert "med en dags varsel" in run("export-policy").stdout
    listed = run("policy-versions").stdout
    assert "1: before" in listed
    assert "2: running" in listed
    assert "med kort varsel" in run("export-policy", "1").stdout
    assert "says just what the running version says" in run("import-policy", "ny.md", "--lexical").stderr


def test_a_draft_can_be_dropped_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ny.md").write_text(POLICY + "\n\n# Nyt\n\nDen ansatte skal sige til.\n", encoding="utf-8")
    assert "1 new, 96 same" in run("import-policy", "ny.md", "--lexical").stdout
    assert run("drop-policy", "2").returncode == 0
    for command in ("drop-policy", "publish-policy"):
        done = run(command, "2")
        assert (done.returncode, "there is no draft 2" in done.stderr) == (1, True)
    assert "there is no version 7" in run("export-policy", "7").stderr


def test_what_is_no_policy_is_told_and_leaves_no_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "billede.pdf").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "flad.md").write_text("Vi arbejder hjemme, når det passer. " * 20, encoding="utf-8")
    assert "docx, pdf or md" in run("import-policy", "billede.pdf", "--lexical").stderr
    assert "no headings" in run("import-policy", "flad.md", "--lexical").stderr
    assert run("import-policy", "flad.md", "--lexical").returncode == 1
    assert run("policy-versions").stdout.strip() == "1: running, came with the bot"


def test_the_doctor_says_what_is_odd(run: Run) -> None:
    found = run("policy-doctor").stdout
    assert "contradiction: apv-to-dage (p. 6), raad-indret (p. 11)" in found
    assert "undated_law: sund-ansvar" in found
