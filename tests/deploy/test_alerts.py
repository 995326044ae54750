"""The alerts ask for numbers that there are, with labels that they have; and docs/metrics.md names each number."""

from __future__ import annotations

import re

import pytest
import yaml

from bot.backlog import Backlog
from bot.metrics import Metrics
from storage.database import open_database
from tests.docs.reading import ROOT, text_of

RULES = [
    rule
    for group in yaml.safe_load((ROOT / "deploy/alerts.yml").read_text("utf-8"))["groups"]
    for rule in group["rules"]
]
ASKED = re.compile(r"(hjemmebot_\w+)(?:\{([^}]*)\})?")


@pytest.fixture
async def families(sqlite_url: str) -> dict[str, str]:
    """The name and type of each number of a running bot; a counter's with _total, as Prometheus has it."""
    database, metrics = open_database(sqlite_url), Metrics()
    metrics.look_up(Backlog(database))
    metrics.build(lambda: "1")
    await metrics.fresh()
    page = metrics.page().decode()
    database.dispose()
    return dict(re.findall(r"^# TYPE (\w+) (\w+)$", page, re.MULTILINE))


def test_there_are_four_rules() -> None:
    assert len({rule["alert"] for rule in RULES}) == 4
    assert all(rule["annotations"]["summary"] for rule in RULES)


def test_alerts_name_numbers_that_there_are(families: dict[str, str]) -> None:
    for rule in RULES:
        asked = ASKED.findall(rule["expr"])
        assert asked
        for name, _ in asked:
            assert name in families, rule["alert"]


def test_alerts_name_labels_that_the_numbers_have() -> None:
    metrics = Metrics()
    metrics.turn("message", "failed", 0.1)
    metrics.turn("invoke", "ok", 0.1)
    metrics.token_refused("expired")
    metrics.token_missing("invalid_client")
    page = metrics.page().decode()
    for rule in RULES:
        for name, labels in ASKED.findall(rule["expr"]):
            for label, values in re.findall(r'(\w+)=~?"([^"]*)"', labels):
                for value in values.split("|"):
                    assert re.search(rf'^{name}\{{[^}}]*{label}="{value}"', page, re.MULTILINE), (name, label, value)


def test_the_page_names_every_number_and_no_other(families: dict[str, str]) -> None:
    told = set(re.findall(r"^\| `(hjemmebot_\w+)`", text_of("docs/metrics.md"), re.MULTILINE))
    assert told == {name for name in families if not name.endswith("_created")}
