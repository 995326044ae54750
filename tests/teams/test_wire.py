from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from botbuilder.schema import Activity, Attachment, ConversationAccount
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.wire import Sealed, from_json, to_json

SAMPLES = sorted((Path(__file__).parents[1] / "edge" / "activities").glob("*.json"))
MOMENTS = {"timestamp", "localTimestamp"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)
KEYS = st.sampled_from([info["key"] for info in Activity._attribute_map.values()])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_is_lost_on_the_way_in_and_out(path: Path) -> None:
    body = json.loads(path.read_text("utf-8"))
    activity = from_json(Activity, body)
    back: Any = to_json(activity)
    assert {key: value for key, value in back.items() if key not in MOMENTS} == {
        key: value for key, value in body.items() if key not in MOMENTS
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sdk_reads_the_same(path: Path) -> None:
    body = json.loads(path.read_text("utf-8"))
    ours, theirs = from_json(Activity, body), Activity.deserialize(body)
    for name in ("type", "id", "text", "channel_id", "service_url", "value", "name", "reply_to_id", "channel_data"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert ours.from_property.aad_object_id == theirs.from_property.aad_object_id
    assert ours.conversation.id == theirs.conversation.id


def test_what_we_write_is_what_the_sdk_writes() -> None:
    card = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "æ"}]}
    activity = Activity(
        type="message",
        text="hej",
        conversation=ConversationAccount(id="a:1", conversation_type="personal"),
        attachments=[Attachment(content_type="x", content=card)],
    )
    assert to_json(activity) == activity.serialize()


@given(st.dictionaries(KEYS, JSON))
def test_any_json_can_be_read(body: dict[str, Any]) -> None:
    from_json(Activity, body)


def test_a_sealed_card_is_not_copied() -> None:
    card = Sealed({"body": [1]})
    assert copy.deepcopy(card) is card
    assert copy.deepcopy({"content": card})["content"] is card
