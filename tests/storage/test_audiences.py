from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from domain.agreements import Agreement, Terms, Version
from domain.broadcasts import Audience, AudienceKind, Broadcast, Stage
from domain.people import Person
from storage import agreements, audiences, broadcasts, people, receivers
from storage.database import Database
from tests.storage.values import MONDAY, NOW

VERSION = Version(1, Terms(), "lars", NOW)


@pytest.fixture
def agreed(database: Database) -> Database:
    """Anna's agreement holds, Bo's is a draft, Carl's ended yesterday, Dorte's lasts until today, and Eva has left."""
    yesterday = MONDAY - timedelta(days=1)
    with database.writing() as session:
        people.replace_all(session, [Person(one, one.title()) for one in ("anna", "bo", "carl", "dorte", "eva", "fie")])
        for one in (
            Agreement(uuid4(), "anna", VERSION, VERSION),
            Agreement(uuid4(), "bo", VERSION),
            Agreement(uuid4(), "carl", VERSION, VERSION, "lars", NOW, yesterday),
            Agreement(uuid4(), "dorte", VERSION, VERSION, "lars", NOW, MONDAY),
            Agreement(uuid4(), "eva", VERSION, VERSION),
        ):
            agreements.add(session, one)
        people.replace_all(session, [Person(one, one.title()) for one in ("anna", "bo", "carl", "dorte", "fie")])
    return database


def test_people_with_an_agreement_are_those_with_one_in_force(agreed: Database) -> None:
    one = Broadcast(uuid4(), "hanne", stage=Stage.SENDING, audience=Audience(AudienceKind.AGREED))
    with agreed.writing() as session:
        broadcasts.add(session, one)
        found = audiences.reach(session, one, MONDAY)
        assert (found.count, found.sample) == (2, ("Anna", "Dorte"))
        assert audiences.fill(session, one, MONDAY, NOW) == 2
        assert receivers.tally(session, one.id).waiting == 2
