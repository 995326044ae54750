from __future__ import annotations

from uuid import uuid4

from domain.facts import Topic
from storage import sent_cards
from storage.database import Database
from storage.sent_cards import SentCard

REQUEST, OTHER = uuid4(), uuid4()


def test_the_cards_about_a_request(database: Database) -> None:
    with database.writing() as session:
        sent_cards.note(session, Topic.REQUEST, REQUEST, "lars", "chat of lars", "2")
        sent_cards.note(session, Topic.REQUEST, REQUEST, "dorte", "chat of dorte", "1")
        sent_cards.note(session, Topic.REQUEST, REQUEST, "lars", "chat of lars", "2")  # twice is once
        sent_cards.note(session, Topic.MY_REQUEST, REQUEST, "anna", "chat of anna", "1")
        sent_cards.note(session, Topic.REQUEST, OTHER, "lars", "chat of lars", "3")
    to_lars = SentCard(Topic.REQUEST, REQUEST, "lars", "chat of lars", "2")
    to_dorte = SentCard(Topic.REQUEST, REQUEST, "dorte", "chat of dorte", "1")
    with database.reading() as session:
        assert sent_cards.about(session, Topic.REQUEST, REQUEST) == [to_dorte, to_lars]
        assert sent_cards.about(session, Topic.REQUEST, REQUEST, "lars") == [to_lars]
        assert sent_cards.about(session, Topic.REQUEST, REQUEST, "anna") == []
        assert sent_cards.about(session, Topic.CANCELLATION, REQUEST) == []


def test_a_card_redrawn_as_something_else_is_about_that_alone(database: Database) -> None:
    with database.writing() as session:
        sent_cards.note(session, Topic.REQUEST, REQUEST, "lars", "chat", "1")
        sent_cards.note(session, Topic.CANCELLATION, OTHER, "lars", "chat", "1")
    with database.reading() as session:
        assert sent_cards.about(session, Topic.REQUEST, REQUEST) == []
        assert [card.activity_id for card in sent_cards.about(session, Topic.CANCELLATION, OTHER)] == ["1"]
