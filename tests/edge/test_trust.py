"""Tokens, over HTTP, against an issuer on loopback."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from bot.teams import keys
from tests.edge.running import APP_ID, Echo, Running, activity
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer, rsa_key

MESSAGE = activity("personal_message")
HOUR = 3600


def good(issuer: FakeIssuer, bot: Running, **claims: Any) -> str:
    """A token as the Bot Connector signs it."""
    return issuer.token(**{"aud": APP_ID, "serviceurl": bot.service_url} | claims)


def tampered(token: str) -> str:
    head, _, signature = token.split(".")
    forged = {"iss": "https://api.botframework.com", "aud": APP_ID, "exp": time.time() + HOUR, "serviceurl": "x"}
    return f"{head}.{base64.urlsafe_b64encode(json.dumps(forged).encode()).decode().rstrip('=')}.{signature}"


async def test_a_good_token_is_let_in_and_the_answer_carries_the_bots_own(
    guarded: Running, issuer: FakeIssuer, connector: FakeConnector
) -> None:
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 200
    assert connector.messages[0].authorization == "Bearer bot-token-1"


@pytest.mark.parametrize("scheme", ["bearer", "BEARER"])
async def test_the_scheme_may_be_written_any_way(guarded: Running, issuer: FakeIssuer, scheme: str) -> None:
    answer = await guarded.tell(MESSAGE, Authorization=f"{scheme} {good(issuer, guarded)}")
    assert answer.status == 200


async def test_clocks_may_differ_by_five_minutes(guarded: Running, issuer: FakeIssuer) -> None:
    now = int(time.time())
    assert (await guarded.tell(MESSAGE, good(issuer, guarded, exp=now - 280))).status == 200
    assert (await guarded.tell(MESSAGE, good(issuer, guarded, nbf=now + 280, iat=now + 280))).status == 200


_NOW = int(time.time())
BAD: dict[str, Callable[[FakeIssuer, Running], str | None]] = {
    "no header": lambda issuer, bot: None,
    "empty": lambda issuer, bot: "",
    "not a token": lambda issuer, bot: "abc",
    "three empty parts": lambda issuer, bot: "..",
    "not ASCII": lambda issuer, bot: "æøå.æøå.æøå",
    "expired": lambda issuer, bot: good(issuer, bot, exp=_NOW - 400),
    "without exp": lambda issuer, bot: good(issuer, bot, drop=("exp",)),
    "exp not a number": lambda issuer, bot: good(issuer, bot, exp="i morgen"),
    "not yet valid": lambda issuer, bot: good(issuer, bot, nbf=_NOW + 900),
    "issued in the future": lambda issuer, bot: good(issuer, bot, iat=_NOW + 900),
    "another issuer": lambda issuer, bot: good(issuer, bot, iss="https://sts.windows.net/x/"),
    "without iss": lambda issuer, bot: good(issuer, bot, drop=("iss",)),
    "another audience": lambda issuer, bot: good(issuer, bot, aud="00000000-0000-0000-0000-000000000000"),
    "without aud": lambda issuer, bot: good(issuer, bot, drop=("aud",)),
    "one audience among many": lambda issuer, bot: good(issuer, bot, aud=[APP_ID, "x"]),
    "another service url": lambda issuer, bot: good(issuer, bot, serviceurl="https://smba.trafficmanager.net/amer/"),
    "without service url": lambda issuer, bot: good(issuer, bot, drop=("serviceurl",)),
    "service url as a list": lambda issuer, bot: good(issuer, bot, serviceurl=[bot.service_url]),
    "signed by somebody else": lambda issuer, bot: good(issuer, bot, key=rsa_key(99)),
    "tampered with": lambda issuer, bot: tampered(good(issuer, bot)),
    "signature cut off": lambda issuer, bot: good(issuer, bot).rpartition(".")[0] + ".",
    "not signed": lambda issuer, bot: good(issuer, bot, key="", algorithm="none"),
    "signed with a password": lambda issuer, bot: good(issuer, bot, key="x" * 64, algorithm="HS256"),
    "RS512": lambda issuer, bot: good(issuer, bot, algorithm="RS512"),
    "unknown key": lambda issuer, bot: good(issuer, bot, header={"kid": "ukendt"}),
    "without key id": lambda issuer, bot: good(issuer, bot, header={"kid": None}),
    "brings its own key": lambda issuer, bot: good(
        issuer, bot, key=rsa_key(99), header={"jwk": {"kty": "RSA"}, "jku": "http://127.0.0.1:1/keys"}
    ),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_token_is_401(
    guarded: Running, issuer: FakeIssuer, echo: Echo, connector: FakeConnector, name: str
) -> None:
    token = BAD[name](issuer, guarded)
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    answer = await guarded.tell(MESSAGE, **headers)
    assert answer.status == 401
    assert echo.said == []
    assert connector.requests == []


async def test_another_scheme_is_401(guarded: Running, issuer: FakeIssuer) -> None:
    assert (await guarded.tell(MESSAGE, Authorization=f"Basic {good(issuer, guarded)}")).status == 401


@pytest.mark.parametrize("endorsements", [["webchat"], [], None])
async def test_a_key_that_does_not_vouch_for_the_channel_is_401(
    guarded: Running, issuer: FakeIssuer, endorsements: list[str] | None
) -> None:
    issuer.endorsements = endorsements
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 401


async def test_a_foreign_connector_is_403_even_with_its_token(guarded: Running, issuer: FakeIssuer) -> None:
    url = "https://webchat.botframework.com/"
    body = activity("personal_message", serviceUrl=url)
    assert (await guarded.tell(body, good(issuer, guarded, serviceurl=url))).status == 403


@pytest.mark.parametrize("channel", ["webchat", "directline", "emulator"])
async def test_another_channel_is_403_even_where_its_key_vouches_for_it(
    guarded: Running, issuer: FakeIssuer, echo: Echo, channel: str
) -> None:
    issuer.endorsements = ["msteams", channel]
    answer = await guarded.tell(activity("personal_message", channelId=channel), good(issuer, guarded))
    assert (answer.status, answer.json) == (403, {"error": "foreign_channel"})
    assert echo.said == []


async def test_another_tenant_is_403_even_with_a_good_token(guarded: Running, issuer: FakeIssuer, echo: Echo) -> None:
    body = activity("personal_message", channelData={"tenant": {"id": "fremmed"}})
    assert (await guarded.tell(body, good(issuer, guarded))).status == 403
    assert echo.said == []


async def test_the_issuer_may_name_itself(guarded: Running, issuer: FakeIssuer) -> None:
    issuer.issuer = "https://issuer.example"
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 200
    assert (await guarded.tell(MESSAGE, good(issuer, guarded, iss="https://api.botframework.com"))).status == 401


async def test_a_new_signing_key_works_at_once_and_the_old_one_no_more(
    guarded: Running, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "REFETCH_SECONDS", 0.0)
    old = good(issuer, guarded)
    assert (await guarded.tell(MESSAGE, old)).status == 200
    issuer.roll()
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 200
    assert issuer.fetches == 2
    assert (await guarded.tell(MESSAGE, old)).status == 401


async def test_a_key_that_was_withdrawn_is_trusted_for_a_day_at_most(
    guarded: Running, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "REFETCH_SECONDS", 0.0)
    old = good(issuer, guarded)
    assert (await guarded.tell(MESSAGE, old)).status == 200
    issuer.roll()  # nobody has come with a new key yet, so nothing else would make us look
    assert (await guarded.tell(MESSAGE, old)).status == 200
    monkeypatch.setattr(keys, "LONGEST_SECONDS", 0.0)
    issuer.broken = True
    assert (await guarded.tell(MESSAGE, old)).status == 200
    issuer.broken = False
    assert (await guarded.tell(MESSAGE, old)).status == 401


async def test_unknown_keys_do_not_make_us_hammer_the_issuer(guarded: Running, issuer: FakeIssuer) -> None:
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 200
    for number in range(10):
        token = good(issuer, guarded, header={"kid": f"ukendt-{number}"})
        assert (await guarded.tell(MESSAGE, token)).status == 401
    assert issuer.fetches == 1


async def test_keys_are_fetched_once_for_many_who_wait(guarded: Running, issuer: FakeIssuer) -> None:
    issuer.delay = 0.2
    token = good(issuer, guarded)
    answers = await asyncio.gather(*(guarded.tell(MESSAGE, token) for _ in range(20)))
    assert {answer.status for answer in answers} == {200}
    assert issuer.fetches == 1


async def test_an_issuer_that_is_down_is_503_and_not_401(
    guarded: Running, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "COLD_SECONDS", 0.0)
    issuer.broken = True
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 503
    issuer.broken = False
    assert (await guarded.tell(MESSAGE, good(issuer, guarded))).status == 200


async def test_known_keys_hold_while_the_issuer_is_down(guarded: Running, issuer: FakeIssuer) -> None:
    token = good(issuer, guarded)
    assert (await guarded.tell(MESSAGE, token)).status == 200
    issuer.broken = True
    assert (await guarded.tell(MESSAGE, good(issuer, guarded, header={"kid": "ukendt"}))).status == 401
    assert (await guarded.tell(MESSAGE, token)).status == 200


async def test_tokens_that_are_refused_are_counted_by_what_is_wrong_with_them(
    guarded: Running, issuer: FakeIssuer
) -> None:
    reasons = {
        "no header": "none",
        "not a token": "malformed",
        "expired": "expired",
        "not yet valid": "not_yet",
        "another issuer": "issuer",
        "another audience": "audience",
        "another service url": "other_service_url",
        "signed by somebody else": "signature",
        "unknown key": "unknown_key",
    }
    for name in reasons:
        token = BAD[name](issuer, guarded)
        assert (await guarded.tell(MESSAGE, token)).status == 401
    page = guarded.metrics.page().decode()
    for reason in reasons.values():
        assert f'hjemmebot_token_failures_total{{direction="in",reason="{reason}"}} 1.0' in page
