"""ask and understand: lines in, lines out, in the order asked, without a server and without the network."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_ask_answers_line_by_line(run: Run) -> None:
    asked = [
        {"id": "b", "q": "hvor langt skal der være til skærmen?", "role": "employee", "lang": "da"},
        {"id": 7, "q": "hvad koster en is på stranden?", "role": "employee", "lang": "da"},
        {"id": "", "q": "", "role": "hr"},
    ]
    done = run("ask", "--jsonl", said="\n".join(json.dumps(one) for one in asked))
    assert done.returncode == 0, done.stderr
    answers = lines(done.stdout)
    assert [one["id"] for one in answers] == ["b", 7, ""]
    assert set(answers[0]) == {"id", "zone", "confidence", "passages"}
    passages = answers[0]["passages"]
    assert isinstance(passages, list)
    assert passages[0]["id"] == "krav-bordplads"
    assert set(passages[0]) == {"id", "heading", "page", "text"}
    assert answers[1]["zone"] == "none"
    assert answers[1]["passages"] == []


def test_understand_answers_line_by_line(run: Run) -> None:
    asked = [
        {"id": 1, "text": "jeg vil gerne arbejde hjemme på torsdag", "role": "employee", "today": "2026-11-23"},
        {"id": 2, "text": "hjemme i morgen formiddag", "role": "employee", "today": "2026-11-23"},
        {"id": 3, "text": "hjemme den 31. november", "role": "employee", "today": "2026-11-23"},
        {"id": 4, "text": "hvem betaler for en stol?", "role": "leader", "today": "2026-11-23"},
    ]
    done = run("understand", "--jsonl", said="\n".join(json.dumps(one) for one in asked))
    assert done.returncode == 0, done.stderr
    first, second, third, fourth = lines(done.stdout)
    assert first == {"id": 1, "intent": "mark_days", "dates": ["2026-11-26"], "half_day": None, "error": None}
    assert (second["dates"], second["half_day"]) == (["2026-11-24"], "am")
    assert third["error"] == "invalid_date"
    assert (fourth["intent"], fourth["dates"]) == ("ask_policy", [])


@pytest.mark.parametrize(
    ("command", "line", "what"),
    [
        ("ask", "{", "line 1 is not JSON"),
        ("ask", "[]", "line 1 is not a JSON object"),
        ("ask", '{"id":1}', "q is missing"),
        ("understand", '{"id":1,"text":"hej","today":"i går"}', "today is no date"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(run: Run, command: str, line: str, what: str) -> None:
    done = run(command, "--jsonl", said=line)
    assert done.returncode == 1
    assert what in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_question_it_says_how(run: Run) -> None:
    done = run("ask")
    assert done.returncode == 2
    assert "--jsonl" in done.stderr
