"""The numbers after a day in town: read as Prometheus reads them, right, and of nobody."""

from __future__ import annotations

import re

from prometheus_client.metrics_core import Metric
from prometheus_client.parser import text_string_to_metric_families

from policy.load import load_handbook
from tests.journeys.test_quiet_logs import a_day
from tests.journeys.town import Town, town

# every value that a label may have; what is not here may not be there
WORD = {
    "kind": {"message", "invoke", "installationUpdate", "OperationalError"},
    "outcome": {"ok", "error", "failed", "sent", "not_reachable", "try_later", "too_large"},
    "zone": {"answer", "choices", "none", "other"},
    "model": {"own", "endpoint"},
    "by": {"connector", "graph"},
    "state": {"waiting", "sending", "quiet", "sent", "gone", "failed"},
    "pool": {"writing", "reading", "all"},
    "policy": {load_handbook().version},
}
EXPECTED = {
    "hjemmebot_answers", "hjemmebot_audit_entries", "hjemmebot_broadcast_receivers_open", "hjemmebot_build",
    "hjemmebot_calendar_tasks", "hjemmebot_database_connections", "hjemmebot_database_connections_most",
    "hjemmebot_database_errors", "hjemmebot_database_up", "hjemmebot_deliveries", "hjemmebot_deliveries_open",
    "hjemmebot_faults", "hjemmebot_graph_errors", "hjemmebot_model_seconds", "hjemmebot_papers_waiting",
    "hjemmebot_queue_age_seconds", "hjemmebot_sends", "hjemmebot_throttled", "hjemmebot_token_failures",
    "hjemmebot_turn_seconds", "hjemmebot_turns",
}  # fmt: skip


async def numbers(here: Town) -> dict[str, Metric]:
    async with here.session.get(f"{here.url}/metrics") as answer:
        families = text_string_to_metric_families(await answer.text())
        return {one.name.removesuffix("_info"): one for one in families if not one.name.endswith("_created")}


def value(found: dict[str, Metric], family: str, **labels: str) -> float:
    """The sum of the family's samples with these labels, the creation times left out."""
    samples = [one for one in found[family].samples if not one.name.endswith("_created")]
    return sum(one.value for one in samples if labels.items() <= one.labels.items())


async def test_the_numbers_of_a_day_are_right_and_of_nobody(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await a_day(here)
        await here.anna.says("hvem betaler for strømmen derhjemme?")
        await here.settles()
        with here.house.database.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE home_day RENAME TO away_day")
        await here.anna.says("hjemme på fredag")
        found = await numbers(here)
    assert found.keys() == EXPECTED
    assert value(found, "hjemmebot_answers") == 2
    assert value(found, "hjemmebot_answers", zone="answer") == 1
    assert value(found, "hjemmebot_faults") == value(found, "hjemmebot_database_errors", kind="OperationalError") == 1
    assert value(found, "hjemmebot_deliveries", state="sent") >= 3
    assert value(found, "hjemmebot_deliveries_open") == value(found, "hjemmebot_queue_age_seconds") == 0
    assert value(found, "hjemmebot_audit_entries") >= 5
    assert value(found, "hjemmebot_database_up") == value(found, "hjemmebot_build") == 1
    for family in found.values():
        for sample in family.samples:
            for name, label in sample.labels.items():
                assert label in WORD.get(name, ()) or _is_number(name, label), (sample.name, name, label)


def _is_number(name: str, label: str) -> bool:
    shape = {"le": r"[\d.]+|\+Inf", "version": r"\d+\.\d+\.\d+|unknown"}.get(name)
    return shape is not None and re.fullmatch(shape, label) is not None


async def test_a_database_that_is_down_leaves_the_other_numbers(sqlite_url: str) -> None:
    async with town(sqlite_url, installed=False) as here:
        with here.house.database.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE audit_head RENAME TO audit_tail")
        found = await numbers(here)
        with here.house.database.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE audit_tail RENAME TO audit_head")
    assert value(found, "hjemmebot_database_up") == 0
    assert {"hjemmebot_queue_age_seconds", "hjemmebot_audit_entries"} & found.keys() == set()
    assert value(found, "hjemmebot_database_errors", kind="OperationalError") == 1
    assert "hjemmebot_turns" in found
