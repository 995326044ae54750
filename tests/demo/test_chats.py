"""Chats are kept, replayed and told of."""

from __future__ import annotations

from pathlib import Path

from bot.demo.chats import Chats, Message

AT = "2026-11-23T09:00:00+01:00"


def from_bot(chats: Chats, text: str = "hej") -> str:
    message = Message(chats.new_id(), "anna", False, AT, text)
    chats.add(message)
    return message.id


def from_anna(chats: Chats) -> str:
    message = Message(chats.new_id(), "anna", True, AT, "mine dage")
    chats.add(message)
    return message.id


def test_what_was_said_changed_and_read_is_there_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "chats.jsonl"
    before = Chats(file)
    first, second, third = from_bot(before), from_bot(before), from_bot(before)
    before.read("anna")
    from_bot(before, "ny")
    before.change("anna", first, "ændret", {"type": "AdaptiveCard"})
    before.take_back("anna", second)

    after = Chats(file)
    assert after.of("anna") == before.of("anna")
    assert [one.id for one in after.of("anna")][:2] == [first, third]
    assert after.of("anna")[0].changed
    assert after.unread("anna") == 1
    assert int(after.new_id()) > max(int(one.id) for one in after.of("anna"))


def test_a_line_that_was_cut_off_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "chats.jsonl"
    before = Chats(file)
    from_bot(before)
    with file.open("ab") as cut:
        cut.write(b'{"op":"put","id":"17954000')
    assert len(Chats(file).of("anna")) == 1


def test_new_are_those_of_the_bot_that_nobody_looked_at(tmp_path: Path) -> None:
    chats = Chats(tmp_path / "chats.jsonl")
    gone = from_bot(chats)
    kept = from_bot(chats)
    chats.take_back("anna", gone)
    assert chats.unread("anna") == 1
    chats.change("anna", kept, "ændret", None)  # a card that changes in place is not new
    assert chats.unread("anna") == 1
    from_anna(chats)  # who writes has looked
    assert chats.unread("anna") == 0


async def test_who_watches_is_told_of_every_change(tmp_path: Path) -> None:
    chats = Chats(tmp_path / "chats.jsonl")
    queue = chats.watch()
    message = from_bot(chats)
    chats.read("anna")
    chats.tell_all()
    chats.close()
    news = [queue.get_nowait() for _ in range(4)]
    assert news[0] is not None
    assert (news[0]["of"], news[0]["unread"], news[0]["message"]["id"]) == ("anna", 1, message)
    assert news[1:] == [{"of": "anna", "unread": 0, "message": None}, {"all": True}, None]
    chats.leave(queue)
    from_bot(chats)
    assert queue.empty()


async def test_a_page_that_sleeps_holds_nothing_up(tmp_path: Path) -> None:
    chats = Chats(tmp_path / "chats.jsonl")
    queue = chats.watch()
    for _ in range(queue.maxsize + 5):
        chats.tell_all()
    assert queue.full()


def test_what_is_not_there_is_neither_changed_nor_taken_back(tmp_path: Path) -> None:
    chats = Chats(tmp_path / "chats.jsonl")
    gone = from_bot(chats)
    chats.take_back("anna", gone)
    assert not chats.change("anna", gone, "igen", None)
    assert not chats.change("anna", "1", "igen", None)
    assert not chats.take_back("bo", gone)
