"""Each period is a setting, and each setting lets go of something; what is still at work stays."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from bot.settings import Settings
from domain.broadcasts import Broadcast, Stage
from domain.check_items import CheckItem
from domain.discussion import Discussion, Opinion, Reply, Stance
from domain.keeping import Keep
from domain.people import Person
from storage import broadcasts, discussions, people, receivers
from storage.database import Database
from storage.retention import parts
from tests.storage.values import NOW

PERIODS = tuple(Keep.__dataclass_fields__)


@pytest.mark.parametrize("name", PERIODS)
def test_each_setting_is_the_period_of_its_name(name: str) -> None:
    longest = 365 if name == "workflows" else 3650
    kept = Settings(_env_file=None, **{f"keep_{name}": longest - 1}).keep  # type: ignore[arg-type]
    assert kept == Keep(**{name: longest - 1})


def _gone(database: Database, keep: Keep) -> dict[str, int]:
    """Let go of all that is old now and return how many rows of each kind went."""
    gone: dict[str, int] = {}
    for part in parts(keep, NOW):
        while True:
            with database.writing() as session:
                went = part.batch(session, 50)
            if not went:
                break
            gone[part.name] = gone.get(part.name, 0) + went
    return gone


def test_messages_to_many_go_with_who_got_them_when_they_are_over(database: Database) -> None:
    ages = {stage: NOW - timedelta(days=40) for stage in Stage}
    with database.writing() as session:
        people.replace_all(session, [Person("anna", "Anna")])
        for stage, at in ages.items():
            one = Broadcast(uuid4(), "hanne", stage=stage, changed_at=at)
            broadcasts.add(session, one)
            if stage is not Stage.DRAFT:
                receivers.list_people(session, one.id, ["anna"], at)
        broadcasts.add(session, Broadcast(uuid4(), "hanne", stage=Stage.SENT, changed_at=NOW - timedelta(days=20)))
    assert _gone(database, Keep(broadcasts=60)) == {}
    assert _gone(database, Keep(broadcasts=30)) == {"receivers": 3, "broadcasts": 4}
    with database.reading() as session:
        left = {one.stage for one in broadcasts.latest(session, 20)}
    assert left == {Stage.SCHEDULED, Stage.SENDING, Stage.RECALLING, Stage.SENT}


def test_rounds_go_with_their_answers(database: Database) -> None:
    with database.writing() as session:
        for days in (40, 20):
            at = NOW - timedelta(days=days)
            one = Discussion(uuid4(), f"lars{days}", "1", (CheckItem("a", "Træffetid", 9, "Hvornår?"),), at, at.date())
            discussions.add(session, one)
            for person_id in ("anna", "bo"):
                discussions.save(session, Reply(one.id, person_id, {"a": Opinion(Stance.TALK)}, 1))
    assert _gone(database, Keep(rounds=60)) == {}
    assert _gone(database, Keep(rounds=30)) == {"rounds": 3}
    with database.reading() as session:
        assert discussions.newest(session, "lars20") is not None
        assert discussions.newest(session, "lars40") is None
