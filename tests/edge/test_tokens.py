"""The bot's own tokens: msal against a login service on loopback."""

from __future__ import annotations

import asyncio
from pathlib import Path

import jwt
import pytest
from cryptography import x509

from bot.chat import TryLater
from bot.metrics import Metrics
from bot.settings import AppType
from bot.teams import tokens
from bot.teams.tokens import Tokens
from tests.edge.running import APP_ID, TENANT, make_settings
from tests.fakes.issuer import FakeIssuer


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ours(issuer: FakeIssuer, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Tokens:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    return Tokens(make_settings(app_id=APP_ID, app_password="hemmelig", login_url=issuer.login_url), clock=clock)


async def test_a_token_is_asked_for_as_the_single_tenant_bot(ours: Tokens, issuer: FakeIssuer) -> None:
    assert await ours.bearer() == "Bearer bot-token-1"
    (asked,) = issuer.token_requests
    assert asked["tenant"] == TENANT
    assert asked["client_id"] == APP_ID
    assert asked["scope"] == "https://api.botframework.com/.default"
    assert asked["client_secret"] == "hemmelig"


async def test_another_resource_gets_its_own_token(issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    settings = make_settings(app_id=APP_ID, app_password="hemmelig", login_url=issuer.login_url)
    await Tokens(settings, "https://graph.microsoft.com").bearer()
    assert issuer.token_requests[0]["scope"] == "https://graph.microsoft.com/.default"


async def test_a_token_is_kept_until_five_minutes_before_it_expires(
    ours: Tokens, issuer: FakeIssuer, clock: Clock
) -> None:
    await ours.bearer()
    clock.now += 3600 - 301
    assert await ours.bearer() == "Bearer bot-token-1"
    clock.now += 2
    assert await ours.bearer() == "Bearer bot-token-2"


async def test_one_fetch_at_a_time(ours: Tokens, issuer: FakeIssuer) -> None:
    issuer.delay = 0.2
    assert set(await asyncio.gather(*(ours.bearer() for _ in range(50)))) == {"Bearer bot-token-1"}
    assert len(issuer.token_requests) == 1


async def test_a_token_that_still_holds_is_used_when_it_cannot_be_renewed(
    ours: Tokens, issuer: FakeIssuer, clock: Clock
) -> None:
    await ours.bearer()
    issuer.token_error = "temporarily_unavailable"
    clock.now += 3600 - 100
    assert await ours.bearer() == "Bearer bot-token-1"
    clock.now += 101
    with pytest.raises(TryLater):
        await ours.bearer()


async def test_a_login_service_that_refuses_is_asked_again_only_after_a_pause(
    ours: Tokens, issuer: FakeIssuer, clock: Clock
) -> None:
    issuer.token_error = "invalid_client"
    for _ in range(5):
        with pytest.raises(TryLater):
            await ours.bearer()
    assert len(issuer.token_requests) == 1
    issuer.token_error = ""
    clock.now += tokens.PAUSE_SECONDS
    assert await ours.bearer() == "Bearer bot-token-1"


async def test_a_login_service_that_is_not_there(clock: Clock) -> None:
    settings = make_settings(app_id=APP_ID, app_password="hemmelig", login_url="https://127.0.0.1:9")
    metrics = Metrics()
    with pytest.raises(TryLater):
        await Tokens(settings, clock=clock, missed=metrics.token_missing).bearer()
    metrics.token_missing("AADSTS7000222 for the app of somebody")
    page = metrics.page().decode()
    for reason in ("ConnectionError", "other"):
        assert f'hjemmebot_token_failures_total{{direction="out",reason="{reason}"}} 1.0' in page


async def test_a_refused_token_is_dropped(ours: Tokens) -> None:
    await ours.bearer()
    ours.forget()
    assert await ours.bearer() == "Bearer bot-token-2"


async def test_without_an_app_id_there_is_no_token() -> None:
    assert await Tokens(make_settings()).bearer() == ""


async def test_a_certificate_signs_and_its_key_never_leaves(
    issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    path = Path(issuer.certificate)  # a key and a certificate in one PEM file
    settings = make_settings(app_id=APP_ID, app_certificate=path, login_url=issuer.login_url)
    assert await Tokens(settings).bearer() == "Bearer bot-token-1"
    (asked,) = issuer.token_requests
    assert "client_secret" not in asked
    certificate = x509.load_pem_x509_certificate(_certificate(path))
    claims = jwt.decode(
        asked["client_assertion"], certificate.public_key(), algorithms=["PS256"], audience=_endpoint(issuer)
    )
    assert (claims["iss"], claims["sub"]) == (APP_ID, APP_ID)
    assert jwt.get_unverified_header(asked["client_assertion"])["x5t#S256"]


@pytest.mark.parametrize("content", [None, "", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----"])
async def test_a_certificate_that_is_none_is_no_token_and_no_crash(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "bot.pem"
    if content is not None:
        path.write_text(content)
    with pytest.raises(TryLater):
        await Tokens(make_settings(app_id=APP_ID, app_certificate=path, login_url="https://127.0.0.1:9")).bearer()


async def test_a_national_cloud_is_a_matter_of_settings(issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    there = "https://api.botframework.us"
    settings = make_settings(
        app_id=APP_ID, app_password="hemmelig", login_url=issuer.login_url, connector_resource=there
    )
    await Tokens(settings).bearer()
    assert issuer.token_requests[0]["scope"] == f"{there}/.default"


def _certificate(path: Path) -> bytes:
    _, begin, rest = path.read_bytes().partition(b"-----BEGIN CERT")
    return begin + rest


def _endpoint(issuer: FakeIssuer) -> str:
    return f"{issuer.login_url}/{TENANT}/oauth2/v2.0/token"


async def test_a_managed_identity(issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"{issuer.url}/msi/token")
    monkeypatch.setenv("IDENTITY_HEADER", "kun-her")
    settings = make_settings(app_id=APP_ID, app_type=AppType.MANAGED_IDENTITY)
    assert await Tokens(settings).bearer() == "Bearer bot-token-1"
    (asked,) = issuer.token_requests
    assert asked["resource"] == "https://api.botframework.com"
    assert asked["client_id"] == APP_ID
    assert asked["header"] == "kun-her"
