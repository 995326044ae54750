from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Press, Said
from bot.teams.activity import Malformed, read
from bot.teams.inbound import said_of
from bot.teams.moment import moment

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
SAMPLES = [
    json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parents[1] / "edge" / "activities").glob("*.json"))
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Any]:
    """A real activity with some fields made into something else, at the top or one level down."""
    body = json.loads(json.dumps(draw(st.sampled_from(SAMPLES))))
    for _ in range(draw(st.integers(1, 3))):
        key = draw(st.sampled_from(sorted(body)))
        inner = body[key]
        if isinstance(inner, dict) and inner and draw(st.booleans()):
            inner[draw(st.sampled_from(sorted(inner)))] = draw(JSON)
        else:
            body[key] = draw(JSON)
    return body


@given(edited())
def test_an_edited_activity_is_read_or_refused(body: dict[str, Any]) -> None:
    try:
        said = said_of(read(body), NOW)
    except Malformed:
        return
    assert said is None or isinstance(said, Said)
    if said is not None:
        assert said.at.tzinfo is not None
        assert said.conversation.id
        assert not isinstance(said.act, Press) or isinstance(said.act.data, dict)


@given(JSON)
def test_any_json_is_refused_kindly(body: Any) -> None:
    try:
        read(body)
    except Malformed:
        return
    raise AssertionError("no sample of ours: it has no type, channelId, serviceUrl and conversation")


@given(st.text() | st.datetimes().map(str) | st.none(), st.text() | st.sampled_from(["Europe/Copenhagen", "UTC", "."]))
def test_the_moment_is_always_aware(stamp: str | None, zone: str) -> None:
    assert moment(stamp, zone, NOW).utcoffset() is not None


def test_a_timestamp_without_offset_is_read_in_the_senders_zone() -> None:
    at = moment("2026-07-01T08:00:00", "Europe/Copenhagen", NOW)
    assert at.isoformat() == "2026-07-01T08:00:00+02:00"


def test_a_traveller_is_where_the_device_says() -> None:
    at = moment("2026-11-23T08:15:00+01:00", "America/New_York", NOW)
    assert at.isoformat() == "2026-11-23T02:15:00-05:00"
