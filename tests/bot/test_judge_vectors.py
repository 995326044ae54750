"""Vectors from an endpoint on loopback that speaks the protocol, or something like it."""

from __future__ import annotations

import numpy as np
import pytest
from aiohttp import web

from bot.endpoint import Endpoint, NothingSaid
from bot.judge_vectors import EndpointVectors
from tests.fakes.judge import Answers, embeds, endpoint, hangs

TEXTS = ["kort", "længere end kort"]


async def vectors_of(answers: Answers, seconds: float = 3.0) -> tuple[np.ndarray, list[object]]:
    async with endpoint(answers) as there:
        way = Endpoint(there.url, "secret", seconds)
        await way.start()
        try:
            return await EndpointVectors(way, "small").of(TEXTS), there.sent
        finally:
            await way.stop()


def _raw(body: object) -> Answers:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response(body)

    return answer


async def test_each_text_gets_its_own_of_unit_length() -> None:
    table, sent = await vectors_of(embeds(lambda text: [3.0 * len(text), 4.0]))
    assert table.shape == (2, 2)
    assert np.allclose(np.linalg.norm(table, axis=1), 1)
    assert np.allclose(table[0], np.array([12, 4]) / np.hypot(12, 4))
    headers, body = sent[0]  # type: ignore[misc]
    assert body == {"model": "small", "input": TEXTS, "encoding_format": "float"}
    assert headers["Authorization"] == "Bearer secret"


_GOOD = {"index": 0, "embedding": [1.0, 0.0]}


@pytest.mark.parametrize(
    "answers",
    [
        hangs,
        _raw([]),
        _raw({"data": [_GOOD]}),
        _raw({"data": [_GOOD, _GOOD]}),
        _raw({"data": [_GOOD, {"index": 1, "embedding": [1.0]}]}),
        _raw({"data": [_GOOD, {"index": 1, "embedding": "AAAA"}]}),
        _raw({"data": [_GOOD, {"index": 1}]}),
        _raw({"data": [_GOOD, None]}),
        embeds(lambda _: [0.0, 0.0]),
        embeds(lambda _: []),
        embeds(lambda _: [1.0] * 5_000),
        embeds(lambda _: [float("nan"), 1.0]),
    ],
)
async def test_anything_else_is_nothing_said(answers: Answers) -> None:
    with pytest.raises(NothingSaid):
        await vectors_of(answers, seconds=0.5)
