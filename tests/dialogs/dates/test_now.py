"""Home, now: said and not asked, it is today."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.intents.intent import Intent
from dialogs.understanding import Understanding

TODAY = date(2026, 11, 23)
UNDERSTANDING = Understanding()


@pytest.mark.parametrize(
    "said",
    [
        "hjemme nu",
        "jeg er hjemme nu",
        "Jeg sidder hjemme lige nu.",
        "jeg arbejder hjemmefra nu",
        "I'm home now",
        "I am working from home right now",
        "working from home now",
        "at home right now",
    ],
)
def test_it_is_today(said: str) -> None:
    understood = UNDERSTANDING.understand(said, "employee", TODAY)
    assert (understood.intent, understood.read.dates) == (Intent.MARK_DAYS, (TODAY,))


@pytest.mark.parametrize(
    "said", ["er jeg hjemme nu?", "hvem er hjemme nu", "må jeg arbejde hjemme nu?", "nu", "hvad nu", "hjemmearbejde nu"]
)
def test_it_is_another_thing(said: str) -> None:
    assert UNDERSTANDING.understand(said, "employee", TODAY).read.dates == ()


def test_a_day_that_is_named_goes_before() -> None:
    understood = UNDERSTANDING.understand("hjemme i morgen nu", "employee", TODAY)
    assert understood.read.dates == (date(2026, 11, 24),)
