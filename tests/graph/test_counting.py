"""What Graph says no to is counted, by status and by nothing else."""

from __future__ import annotations

from uuid import UUID

import pytest

from bot.chat import TryLater
from bot.graph.client import GraphClient
from bot.graph.event import finding
from bot.metrics import Metrics
from tests.fakes.graph import FakeGraph
from tests.graph.test_calendar import NoToken

QUERY = finding(UUID(int=1))


async def test_errors_and_throttling_are_counted_and_good_answers_are_not() -> None:
    metrics = Metrics()
    async with FakeGraph() as graph:
        client = GraphClient(graph.url, NoToken(), timeout=5, counted=metrics.graph)
        await client.start()
        for status in (429, 503, 418):
            graph.answer_next(status)
            assert (await client.ask("GET", "users", "anna", "events", query=QUERY)).status == status
        assert (await client.ask("GET", "users", "anna", "events", query=QUERY)).status < 400
        gone = GraphClient("http://127.0.0.1:9/v1.0", NoToken(), counted=metrics.graph)
        await gone.start()
        with pytest.raises(TryLater):
            await gone.ask("GET", "users")
        await gone.stop()
        await client.stop()
    page = metrics.page().decode()
    for status in ("429", "503", "other", "0"):
        assert f'hjemmebot_graph_errors_total{{status="{status}"}} 1.0' in page
    assert page.count("hjemmebot_graph_errors_total{") == 4
    assert 'hjemmebot_throttled_total{by="graph"} 1.0' in page
