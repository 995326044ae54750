"""Secrets of the settings stand in no log, no error and no dump of the settings."""

from __future__ import annotations

import logging

import pytest

from bot.chat import TryLater
from bot.teams.tokens import Tokens
from tests.edge.running import APP_ID, make_settings
from tests.fakes.issuer import FakeIssuer


async def test_secrets_of_the_settings_are_in_no_log_and_no_error(
    issuer: FakeIssuer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    settings = make_settings(
        app_id=APP_ID, app_password="meget-hemmelig", metrics_token="tal-token", login_url=issuer.login_url
    )
    tokens = Tokens(settings)
    assert (await tokens.bearer()).startswith("Bearer")
    issuer.token_error = "invalid_client"
    tokens.forget()
    with pytest.raises(TryLater) as told:
        await tokens.bearer()
    seen = f"{caplog.text}{told.value!r}{settings!r}{settings}{settings.model_dump()}{settings.model_dump_json()}"
    for secret in ("meget-hemmelig", "tal-token", "bot-token-1"):
        assert secret not in seen
