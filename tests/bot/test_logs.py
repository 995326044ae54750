"""What a line of the log is, in both forms."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import JsonLines, TextLines, of_fault, turn

SECRET = "Anna har ondt i ryggen"


def record(message: str, *args: object, **more: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "x", "levelname": "INFO", "msg": message, "args": args, **more})


def broken() -> BaseException:
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        return fault


@given(message=st.text(), name=st.text())
def test_whatever_is_said_is_one_line_of_json_that_reads_back(message: str, name: str) -> None:
    line = JsonLines().format(record("%s", message, name=name))
    assert line.isascii()
    assert len(line.splitlines()) == 1
    read = json.loads(line)
    assert (read["message"], read["logger"], read["level"]) == (message, name, "INFO")


def test_the_time_is_utc() -> None:
    at = datetime(2026, 11, 24, 9, 41, 7, 123000, UTC)
    assert json.loads(JsonLines().format(record("x", created=at.timestamp())))["time"] == "2026-11-24T09:41:07.123Z"


@pytest.mark.parametrize("way", ["extra", "exc_info"])
@pytest.mark.parametrize("form", [JsonLines(), TextLines()])
def test_an_error_is_told_by_type_and_place_and_not_by_its_words(form: logging.Formatter, way: str) -> None:
    fault = broken()
    more = of_fault(fault) if way == "extra" else {"exc_info": (type(fault), fault, fault.__traceback__)}
    line = form.format(record("it fell", **more))
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert " broken" in line
    assert SECRET not in line
    if isinstance(form, JsonLines):
        assert json.loads(line)["exception"]["type"] == "ValueError"


def test_a_text_line_is_as_it_was() -> None:
    assert TextLines().format(record("hej %s", "du")).endswith("INFO x hej du")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("hjemmebot.test")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield stream
    logger.removeHandler(handler)


def test_lines_of_one_turn_have_its_id_and_the_next_has_another(written: io.StringIO) -> None:
    log = logging.getLogger("hjemmebot.test")
    for _ in range(2):
        with turn() as given_id:
            log.info("a")
            log.info("b")
            assert len(given_id) == 16
    log.info("outside")
    ids = [json.loads(line).get("turn") for line in written.getvalue().splitlines()]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert ids[4] is None
