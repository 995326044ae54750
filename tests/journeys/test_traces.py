"""Spans as a collector gets them: who is below whom, and of nobody; and none at all where nobody asked for them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from bot import tracing
from tests.fakes.otlp import Collector, collector
from tests.journeys.test_quiet_logs import WORDS, _trouble, a_day
from tests.journeys.town import STAFF, town

Span = dict[str, Any]
NAMES = {"turn", "gate", "use case", "rank", "send", "deliver"}
ATTRIBUTES = {
    "turn", "command", "method", "notice", "http.response.status_code", "db.operation.name", "error.type",
}  # fmt: skip
TRACEPARENT = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-0[13]")  # sampled, and perhaps of a random id


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    with collector() as one:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", one.url)
        yield one
    tracing.close_tracing()


def above(span: Span, spans: list[Span]) -> list[str]:
    """The names of the spans above one, the nearest first."""
    by_id = {one["span"]: one for one in spans}
    found = []
    while (span := by_id.get(span["parent"], {})) != {}:
        found.append(span["name"])
    return found


async def test_a_question_is_followed_from_the_turn_to_the_answer(sqlite_url: str, received: Collector) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hvem betaler for strømmen derhjemme?")
        sent = here.connector.requests[-1].traceparent
    spans = received.spans()
    (rank,) = [one for one in spans if one["name"] == "rank"]
    assert above(rank, spans) == ["use case", "gate", "turn"]
    of_trace = [one for one in spans if one["trace"] == rank["trace"]]
    (turn,) = [one for one in of_trace if not one["parent"]]
    assert (turn["name"], turn["kind"], turn["attributes"]["http.response.status_code"]) == ("turn", 2, 200)
    send = [one for one in of_trace if one["name"] == "send"]
    assert [above(one, spans) for one in send] == [["turn"]]
    asked = TRACEPARENT.fullmatch(sent)
    assert asked is not None
    assert asked.groups() == (rank["trace"], send[0]["span"])
    statements = [one for one in of_trace if one["name"].startswith("database ")]
    assert {"database SELECT"} <= {one["name"] for one in statements}
    assert any("use case" in above(one, spans) for one in statements)


async def test_no_span_tells_of_a_person(sqlite_url: str, received: Collector) -> None:
    async with town(sqlite_url) as here:
        secrets = await a_day(here)
        await _trouble(here)
    spans = received.spans()
    assert len(spans) > 100
    assert {one["name"] for one in spans if not one["name"].startswith("database ")} == NAMES
    assert {name for one in spans for name in one["attributes"]} <= ATTRIBUTES
    fell = {one["attributes"].get("error.type") for one in spans if one["error"]}
    assert "OperationalError" in fell
    assert not any(one["events"] or one["message"] for one in spans)
    names = {part for one in STAFF for part in (one.id, one.name, one.name.split()[1], one.email)}
    wrote = {word for text in WORDS.values() for word in (text, max(text.split(), key=len))}
    for one in names | wrote | secrets | {"29:anna", "fremmed-id", "a:anna"}:
        if len(one) > 3:  # "bo" is in "hjemmebot"
            assert one.encode() not in received.bytes, one


async def test_a_collector_that_is_not_there_disturbs_nobody(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    async with town(sqlite_url) as here:
        assert "strøm" in (await here.anna.says("hvem betaler for strømmen derhjemme?")).lower()


async def test_without_an_endpoint_there_is_no_span_and_no_header(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hvem betaler for strømmen derhjemme?")
        assert {one.traceparent for one in here.connector.requests} == {""}
        assert tracing.span("turn") is tracing.span("gate", command="ask")  # one constant for all
        assert tracing.statements() is None


BARE = """
import sys
if "without" in sys.argv:
    sys.modules["opentelemetry"] = None
import bot.compose, bot.tracing
bot.tracing.open_tracing()
loaded = [one for one in sys.modules if one.startswith("opentelemetry") and sys.modules[one]]
print(bot.tracing.statements() is not None, bool(loaded))
"""


@pytest.mark.parametrize(
    ("words", "endpoint", "said"),
    [
        ([], "", "False False"),
        ([], "http://127.0.0.1:9", "True True"),
        (["without"], "http://127.0.0.1:9", "False False"),
    ],
)
def test_it_is_loaded_only_with_the_extra_and_an_endpoint(words: list[str], endpoint: str, said: str) -> None:
    environment = {"PATH": "", "OTEL_EXPORTER_OTLP_ENDPOINT": endpoint}
    done = subprocess.run(
        [sys.executable, "-c", BARE, *words], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == said, done.stderr
    assert ("not installed" in done.stderr) == bool(words)
