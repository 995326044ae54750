from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import Conversation, Place
from storage import conversations
from storage.conversations import HANDLED_KEPT, Remembered
from storage.database import Database
from tests.storage.together import at_once
from tests.storage.values import conversations as any_conversation
from tests.storage.values import ids, many, texts

CHAT = Conversation("chat", "https://one.example/", "town", "28:bot", Place.PERSONAL, "29:anna")
states = st.dictionaries(
    texts, st.recursive(st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts, st.lists, max_leaves=5)
)


def _remember(
    database: Database, chat: Conversation = CHAT, activity: str = "", person: str = "anna", **others: Any
) -> None:
    with database.writing() as session:
        conversations.remember(
            session, chat, person, others.get("state", {}), activity, welcomed=others.get("welcomed", False)
        )


def _found(database: Database, chat: Conversation = CHAT) -> Remembered:
    with database.reading() as session:
        found = conversations.find(session, chat.id)
    assert found is not None
    return found


def _personal(database: Database, person: str = "anna") -> Conversation | None:
    with database.reading() as session:
        return conversations.personal_of(session, person)


@many
@given(chat=any_conversation, person=ids, state=states, welcomed=st.booleans())
def test_a_chat_reads_back_equal(
    database: Database, chat: Conversation, person: str, state: dict[str, Any], welcomed: bool
) -> None:
    chat = replace(chat, id=f"{chat.id}{welcomed}")
    _remember(database, chat, "", person, state=state, welcomed=welcomed)
    found = _found(database, chat)
    assert (found.conversation, found.person_id, found.state) == (chat, person, state)
    assert found.handled == ()
    assert found.gone_code == ""


def test_an_unknown_chat(database: Database) -> None:
    with database.reading() as session:
        assert conversations.find(session, "chat") is None
        assert conversations.personal_of(session, "anna") is None


def test_the_newest_state_counts_and_the_activities_add_up(database: Database) -> None:
    _remember(database, activity="1", state={"asked": "date"})
    _remember(database, activity="2", state={})
    _remember(database)  # something that was no activity
    assert _found(database).state == {}
    assert _found(database).handled == ("1", "2")


def test_the_last_activities_are_kept_in_order(database: Database) -> None:
    names = [f"f:5b5b5b5b-0000-0000-0000-{number:012d}" for number in range(100)]
    for name in names:
        _remember(database, activity=name)
    assert _found(database).handled == tuple(names[-HANDLED_KEPT:])


def test_very_long_activity_ids_do_not_grow_the_row_without_end(database: Database) -> None:
    names = [f"{number:0300d}" for number in range(20)]
    for name in names:
        _remember(database, activity=name)
    handled = _found(database).handled
    assert handled[-6:] == tuple(names[-6:])
    assert sum(map(len, handled)) <= 2000


def test_activities_handled_at_once_are_all_remembered(database: Database) -> None:
    at_once(20, lambda number: _remember(database, activity=str(number)))
    assert set(_found(database).handled) == {str(number) for number in range(20)}


def test_whoever_was_welcomed_stays_so(database: Database) -> None:
    _remember(database, welcomed=True)
    _remember(database, welcomed=False)
    assert _found(database).welcomed is True


def test_a_changed_service_url_is_learnt(database: Database) -> None:
    _remember(database)
    moved = replace(CHAT, service_url="https://two.example/")
    _remember(database, moved)
    assert _personal(database) == moved


def test_one_is_written_to_where_one_last_spoke(database: Database) -> None:
    other = replace(CHAT, id="other")
    _remember(database, CHAT)
    _remember(database, other)
    assert _personal(database) == other
    _remember(database, CHAT)
    assert _personal(database) == CHAT


def test_only_a_personal_chat_is_written_to(database: Database) -> None:
    _remember(database, replace(CHAT, place=Place.GROUP))
    _remember(database, replace(CHAT, id="channel", place=Place.CHANNEL))
    _remember(database, replace(CHAT, id="bo"), person="bo")
    assert _personal(database) is None


def test_a_chat_that_is_gone_is_not_written_to_until_it_speaks_again(database: Database) -> None:
    older, newer = CHAT, replace(CHAT, id="newer")
    _remember(database, older)
    _remember(database, newer)
    with database.writing() as session:
        conversations.mark_gone(session, "newer", "MessageWritesBlocked")
    assert _found(database, newer).gone_code == "MessageWritesBlocked"
    assert _personal(database) == older
    _remember(database, newer)
    assert _found(database, newer).gone_code == ""
    assert _personal(database) == newer


def test_gone_for_no_reason_is_gone_too(database: Database) -> None:
    _remember(database)
    with database.writing() as session:
        conversations.mark_gone(session, "chat", "")
        conversations.mark_gone(session, "unknown", "x")
    assert _personal(database) is None


def test_what_is_expected_after_a_message_of_the_bots_own(database: Database) -> None:
    _remember(database, activity="1", state={"asked": "date"}, welcomed=True)
    with database.writing() as session:
        conversations.expect(session, "chat", {"asked": "answer"})
    found = _found(database)
    assert found == Remembered(CHAT, "anna", {"asked": "answer"}, ("1",), True, "", found.heard_at)
    assert timedelta(0) <= datetime.now(UTC) - found.heard_at < timedelta(minutes=1)


def test_a_chat_keeps_its_owner_when_they_speak_as_a_stranger(database: Database) -> None:
    """Whoever left writes once more: the chat is still erased with them."""
    _remember(database, person="anna")
    _remember(database, replace(CHAT, user_id=""), activity="later", person="")
    assert _found(database).person_id == "anna"
    assert _found(database).handled == ("later",)
    _remember(database, person="bo")
    assert _found(database).person_id == "bo"
