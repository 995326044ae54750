"""An installation that is whole, with the issuer on loopback in Microsoft's place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from tests.edge.running import APP_ID, make_settings
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer


@pytest.fixture
async def issuer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeIssuer]:
    async with FakeIssuer(tmp_path) as fake:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", fake.certificate)
        monkeypatch.setenv("SSL_CERT_FILE", fake.certificate)
        yield fake


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as fake:
        yield fake


@pytest.fixture
def whole(issuer: FakeIssuer, connector: FakeConnector, sqlite_url: str) -> dict[str, Any]:
    """The settings of an installation that is whole; a test changes one of them."""
    return {
        "database_url": sqlite_url,
        "app_id": APP_ID,
        "app_password": "hemmelig",
        "openid_metadata_url": issuer.metadata_url,
        "login_url": issuer.login_url,
        "service_urls": connector.url,
        "calendar_url": "https://bot.example.dk/calendar",
    }


def settings(whole: dict[str, Any], **changes: Any) -> Settings:
    return make_settings(**(whole | changes))
