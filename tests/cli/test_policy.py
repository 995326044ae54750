"""Measuring on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_evaluate_shows_the_figures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "asked.jsonl").write_text(
        '{"q": "hvor langt skal der være til skærmen?", "gold": ["krav-bordplads"]}\n\n'
        '{"q": "Hvornår har biblioteket åbent?", "gold": []}\n',
        encoding="utf-8",
    )
    done = run("evaluate", "asked.jsonl", "--lexical")
    assert done.returncode == 0
    assert "right passage first" in done.stdout
    assert done.stdout.count("100.0%") >= 5


def test_evaluate_names_what_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "asked.jsonl").write_text('{"q": "stol", "gold": []}\n{"q": "stol"}\n', encoding="utf-8")
    done = run("evaluate", "asked.jsonl", "--lexical")
    assert done.returncode == 1
    assert "line 2 is not" in done.stderr
    assert "there is no file" in run("evaluate", "nowhere.jsonl", "--lexical").stderr
