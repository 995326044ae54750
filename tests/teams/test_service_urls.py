from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import Settings
from bot.teams.service_urls import ServiceUrls, is_loopback


def urls(app_id: str = "app", *allowed: str) -> ServiceUrls:
    chosen = {"service_urls": ",".join(allowed)} if allowed else {}
    return ServiceUrls(Settings(_env_file=None, app_id=app_id, tenant_id="t", **chosen))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/amer/4d2f0f3a/",
        "https://SMBA.trafficmanager.net",
        "https://smba.trafficmanager.net:443/",
    ],
)
def test_teams_is_allowed(url: str) -> None:
    assert urls().allow(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost:3978/", "https://smba.trafficmanager.net:1/"])
def test_with_an_app_id_only_what_is_named(url: str) -> None:
    assert not urls().allow(url)


def test_a_host_without_scheme_means_https() -> None:
    assert urls("app", "smba.infra.gcc.teams.microsoft.com").allow("https://smba.infra.gcc.teams.microsoft.com/teams")
    assert not urls("app", "smba.infra.gcc.teams.microsoft.com").allow("http://smba.infra.gcc.teams.microsoft.com/")


@given(st.text())
def test_any_text_can_be_asked_of(url: str) -> None:
    assert not urls().allow(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "localhost"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", [None, "", "10.0.0.1", "::ffff:10.0.0.1", "0.0.0.0", "localhost.evil.example", "x"])
def test_another_machine(host: str | None) -> None:
    assert not is_loopback(host)


def test_a_chat_with_somebody_never_met_is_opened_where_microsoft_says_that_teams_is() -> None:
    first, *_ = Settings(_env_file=None).service_urls
    assert first == "https://smba.trafficmanager.net/teams"


def test_a_host_alone_is_written_out_for_whoever_sends_there() -> None:
    named = Settings(_env_file=None, service_urls="smba.example/teams, https://b.example")  # type: ignore[arg-type]
    assert named.service_urls == ("https://smba.example/teams", "https://b.example")
