"""Whatever day it is, a journey begins on the Monday morning that its people speak of, and its clock goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.journeys.town import MONDAY


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    """Set this process's clock: what the bot does by its own clock must agree with what people say."""
    with time_machine.travel(MONDAY, tick=True):
        yield
