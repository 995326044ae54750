"""The judge against an endpoint on loopback that speaks the protocol, hangs, lies, falls and sends too much."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.endpoint import REST_AFTER, Endpoint
from bot.judge import EndpointJudge
from policy.judging import Verdict
from policy.load import load_handbook
from tests.fakes.judge import Answers, endpoint, hangs, says

PASSAGES = tuple(load_handbook().passages.values())[:10]
QUESTION = "Hvem betaler for en skærm?"


@asynccontextmanager
async def asked(answers: Answers, seconds: float = 3.0) -> AsyncIterator[tuple[EndpointJudge, list[Any]]]:
    """Yield a judge that asks this endpoint, and all that the endpoint was sent."""
    async with endpoint(answers) as there:
        way = Endpoint(there.url, "secret", seconds)
        await way.start()
        yield EndpointJudge(way, "small"), there.sent
        await way.stop()


async def _falls(_: web.Request) -> web.Response:
    return web.json_response({"error": {"message": "sorry"}}, status=500)


async def _sends_on(request: web.Request) -> web.Response:
    raise web.HTTPTemporaryRedirect(str(request.url))


async def _floods(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(1_000):
        await response.write(b"a" * 10_000)
    return response


async def _babbles(_: web.Request) -> web.Response:
    return web.Response(text="<html>hej</html>")


async def _trickles(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(100):
        await response.write(b" ")
        await asyncio.sleep(0.1)
    return response


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (PASSAGES[3].id, Verdict(PASSAGES[3].id)),
        (f' "{PASSAGES[0].id}".\n', Verdict(PASSAGES[0].id)),
        ("None", Verdict(None)),
        ("oev-net-2", None),
        (f"The answer is {PASSAGES[0].id}", None),
        ("Du må gerne tage hunden med.", None),
        ("", None),
        ("a" * 10_000, None),
    ],
)
async def test_only_a_passage_that_it_was_given_or_none_is_a_verdict(said: str, verdict: Verdict | None) -> None:
    async with asked(says(said)) as (judge, _):
        assert await judge.verdict(QUESTION, PASSAGES) == verdict


@pytest.mark.parametrize("answers", [hangs, _falls, _sends_on, _floods, _babbles, _trickles, says(None), says(["x"])])
async def test_whatever_goes_wrong_there_is_no_verdict_in_time(answers: Answers) -> None:
    async with asked(answers, seconds=0.3) as (judge, sent):
        began = time.monotonic()
        assert await judge.verdict(QUESTION, PASSAGES) is None
        assert time.monotonic() - began < 2
        assert len(sent) == 1  # nothing is sent on


async def test_who_fails_again_and_again_is_left_alone_for_a_while() -> None:
    async with asked(_falls) as (judge, sent):
        for _ in range(REST_AFTER + 3):
            assert await judge.verdict(QUESTION, PASSAGES) is None
        assert len(sent) == REST_AFTER


async def test_all_that_is_sent() -> None:
    async with asked(says("none")) as (judge, sent):
        await judge.verdict(QUESTION, PASSAGES)
    headers, body = sent[0]
    assert headers["Authorization"] == "Bearer secret"
    assert set(body) == {"model", "temperature", "max_tokens", "messages"}
    matter = json.loads(body["messages"][1]["content"])
    assert set(matter) == {"question", "passages"}
    assert matter["question"] == QUESTION
    assert [set(one) for one in matter["passages"]] == [{"id", "heading", "text"}] * 10


async def test_nobody_there_is_no_verdict() -> None:
    way = Endpoint("http://127.0.0.1:9/v1", "", 0.5)
    judge = EndpointJudge(way, "small")
    assert await judge.verdict(QUESTION, PASSAGES) is None  # not started
    await way.start()
    assert await judge.verdict(QUESTION, PASSAGES) is None
    await way.stop()
