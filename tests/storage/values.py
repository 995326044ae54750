"""Values that storage must give back as it got them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from domain.conversations import Conversation, Place
from domain.home_days import Half, HomeDay, Status
from domain.people import Language, Person, Role

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MONDAY = NOW.date()

# One database serves all examples: what they store does not get in each other's way.
many = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# PostgreSQL cannot hold NUL and nobody can encode half a surrogate pair.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=80)
ids = texts.filter(bool)
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)


@st.composite
def home_days(draw: st.DrawFn) -> HomeDay:
    return HomeDay(
        id=draw(st.uuids()),
        person_id=draw(ids),
        on=draw(st.dates(date(2020, 1, 1))),
        request_id=draw(st.uuids()),
        half=draw(st.sampled_from([None, *Half])),
        status=draw(st.sampled_from(Status)),
        version=draw(st.integers(1, 1000)),
        asked_at=draw(st.none() | moments),
        decided_by=draw(st.none() | ids),
        decided_at=draw(st.none() | moments),
        reason=draw(texts),
        cancellation_id=draw(st.none() | st.uuids()),
        seen_at=draw(st.none() | moments),
        recurring=draw(st.booleans()),
    )


@st.composite
def people(draw: st.DrawFn, id_: st.SearchStrategy[str] = ids) -> Person:
    return Person(
        id=draw(id_),
        name=draw(texts),
        email=draw(texts),
        leader_id=draw(st.none() | id_),
        deputy_id=draw(st.none() | id_),
        department=draw(texts),
        roles=frozenset(draw(st.sets(st.sampled_from(Role)))),
        language=draw(st.sampled_from(Language)),
        workplace=draw(texts),
    )


conversations = st.builds(
    Conversation, id=ids, service_url=texts, tenant_id=texts, bot_id=texts, place=st.sampled_from(Place), user_id=texts
)


def a_day(person_id: str = "anna", on: date = MONDAY, **others: object) -> HomeDay:
    """Return a day as just asked for."""
    return HomeDay(uuid4(), person_id, on, **{"request_id": uuid4(), "asked_at": NOW, **others})  # type: ignore[arg-type]
