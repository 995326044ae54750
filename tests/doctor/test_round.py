"""All checks together: in order, beside each other, and one that hangs or falls keeps none of the others."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot.doctor import round as rounds
from bot.settings import Settings
from domain.health import Check, Finding, Note
from tests.doctor.conftest import settings
from tests.fakes.issuer import FakeIssuer


async def test_every_check_is_told_in_its_order(whole: dict[str, Any]) -> None:
    found = await rounds.look_over(settings(whole, app_password=""), seconds=20)
    order = list(Check)
    assert [one.check for one in found] == sorted((one.check for one in found), key=order.index)
    assert {one.check for one in found} >= set(Check) - {Check.CERTIFICATE, Check.GRAPH, Check.PEOPLE, Check.NOTICES}
    assert "hemmelig" not in str(found)


async def test_one_that_hangs_and_one_that_falls(
    whole: dict[str, Any], issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def falls(of: Settings) -> list[Finding]:
        raise ZeroDivisionError

    monkeypatch.setitem(rounds._QUICK, Check.JOURNAL, falls)
    issuer.delay = 3
    began = time.monotonic()
    found = {one.check: one for one in await rounds.look_over(settings(whole), seconds=1.5)}
    assert time.monotonic() - began < 10
    assert found[Check.JOURNAL].values == {"fault": "ZeroDivisionError"}
    assert (found[Check.KEYS].note, found[Check.KEYS].values) == (Note.UNCHECKED, {"fault": "TimeoutError"})
    assert found[Check.SETTINGS].note is Note.SETTINGS_FIT
