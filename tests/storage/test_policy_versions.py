"""Versions of the policy: one runs, drafts wait, and what ran before stays readable."""

from __future__ import annotations

from dataclasses import replace

from policy.documents.draft import Draft
from policy.documents.replay import Changed, Replay
from policy.load import load_handbook
from storage import policy_versions
from storage.database import Database
from storage.errors import Conflict
from storage.policy_versions import FIRST, PolicyStage
from tests.storage.together import at_once
from tests.storage.values import NOW

REPLAY = Replay(1, 3, 1, 2, (Changed("må hunden komme med?", "", "ramme-annullering"),))


def stages(database: Database) -> dict[int, PolicyStage]:
    with database.reading() as session:
        return {one.number: one.stage for one in policy_versions.versions(session)}


def drafted(database: Database) -> int:
    with database.writing() as session:
        return policy_versions.add_draft(session, Draft(load_handbook(), b"learnt", REPLAY), "hanne", NOW)


def test_a_draft_is_read_back_as_it_was_written(database: Database) -> None:
    number = drafted(database)
    with database.reading() as session:
        assert number == FIRST + 1
        assert policy_versions.handbook_of(session, number) == replace(load_handbook(), version="2")
        assert policy_versions.models_of(session, number) == b"learnt"
        assert policy_versions.replay_of(session, number) == REPLAY
        assert policy_versions.running_number(session) == FIRST
        assert policy_versions.handbook_of(session, FIRST) is None  # it comes with the bot


def test_one_runs_and_the_one_before_stays_readable(database: Database) -> None:
    second, third = drafted(database), drafted(database)
    with database.writing() as session:
        assert policy_versions.publish(session, second, "hanne", NOW)
    with database.writing() as session:
        assert policy_versions.publish(session, third, "hanne", NOW)
    assert stages(database) == {second: PolicyStage.BEFORE, third: PolicyStage.RUNNING}
    with database.reading() as session:
        assert policy_versions.running_number(session) == third
        assert policy_versions.handbook_of(session, second) is not None


def test_only_a_draft_is_published_or_dropped_and_a_refusal_leaves_all_as_it_was(database: Database) -> None:
    second, third = drafted(database), drafted(database)
    with database.writing() as session:
        assert policy_versions.publish(session, second, "hanne", NOW)
        assert policy_versions.drop(session, third)
    for number in (second, third, 99):
        with database.writing() as session:
            assert not policy_versions.publish(session, number, "hanne", NOW)
            assert not policy_versions.drop(session, number)
    assert stages(database) == {second: PolicyStage.RUNNING}
    assert drafted(database) == third + 1  # a number is never given twice


def test_two_who_import_or_publish_at_once_get_a_number_each_and_one_version_runs(database: Database) -> None:
    def published(number: int) -> bool:
        with database.writing() as session:
            return policy_versions.publish(session, numbers[number], None, NOW)

    made = at_once(4, lambda _: drafted(database))
    numbers = [one for one in made if isinstance(one, int)]
    assert len(set(numbers)) == len(numbers) >= 1
    assert all(isinstance(one, Conflict) for one in made if not isinstance(one, int))
    numbers += [drafted(database) for _ in range(4 - len(numbers))]
    came = at_once(4, published)
    assert all(isinstance(one, bool | Conflict) for one in came), came
    assert list(stages(database).values()).count(PolicyStage.RUNNING) == 1
