"""The growth bench fills and asks as it says: run small, for its numbers mean nothing here."""

from __future__ import annotations

from sqlalchemy import func, select

from bench.growth import EACH, TURNS, filled, gate_on
from domain.facts import Refused, UnderstoodDays
from storage.home_days import DAY


def test_each_turn_is_done_on_a_filled_database(empty_url: str) -> None:
    database = filled(empty_url, 10 * EACH)
    with database.reading() as session:
        assert session.connection().execute(select(func.count()).select_from(DAY)).scalar() == 10 * EACH
    gate = gate_on(database)
    assert not any(isinstance(turn(gate, 0), Refused) for turn in TURNS.values())
    radar = TURNS["two-day radar"](gate, 0)
    assert isinstance(radar, UnderstoodDays)
    assert radar.effect is not None
    assert radar.effect.before.halves > 0
    database.dispose()
