"""Values of the domain for property tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from domain.home_days import HomeDay, Status
from domain.people import Person, Standing

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

ANNA = Person("anna", "Anna Holm", leader_id="lars")
LARS = Person("lars", "Lars Vestergaard", leader_id="mette", deputy_id="dorte")
DORTE = Person("dorte", "Dorte Lund", leader_id="lars")
STANDING = Standing(ANNA, LARS, DORTE)

uuids = st.uuids()
dates = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800))
reasons = st.text(max_size=600)


@st.composite
def days(draw: st.DrawFn, statuses: st.SearchStrategy[Status] = st.sampled_from(Status)) -> HomeDay:
    return HomeDay(
        id=draw(uuids),
        person_id="anna",
        on=draw(dates),
        request_id=UUID(int=1),
        status=draw(statuses),
        version=draw(st.integers(1, 9)),
    )
