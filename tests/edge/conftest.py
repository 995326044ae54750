from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.edge.running import APP_ID, Echo, Running, make_settings, running
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as fake:
        yield fake


@pytest.fixture
async def issuer(tmp_path: Path) -> AsyncIterator[FakeIssuer]:
    async with FakeIssuer(tmp_path) as fake:
        yield fake


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
async def bot(connector: FakeConnector, echo: Echo) -> AsyncIterator[Running]:
    """The bot without an app id, as on a developer's machine."""
    async with running(echo, connector.url) as started:
        yield started


@pytest.fixture
async def guarded(
    connector: FakeConnector, issuer: FakeIssuer, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """The bot as it runs in earnest: an app id, tokens in and out."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    settings = make_settings(
        app_id=APP_ID,
        app_password="hemmelig",
        openid_metadata_url=issuer.metadata_url,
        login_url=issuer.login_url,
        service_urls=connector.url,
    )
    async with running(echo, connector.url, settings) as started:
        yield started
