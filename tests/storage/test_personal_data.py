from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import Boolean, Date, Integer, Time, Uuid, select

from domain.agreements import Agreement, Terms, Version
from domain.calendars import FeedScope
from domain.conversations import Conversation
from domain.directory import Account
from domain.discussion import Opinion, Reply, Stance
from domain.equipment import Item, Leaving
from domain.facts import Topic
from domain.frames import LocalFrame
from domain.home_days import Status
from domain.notice_settings import NoticeSettings
from domain.notices import Notice, NoticeKind
from domain.papers import Source
from domain.people import Person
from domain.preferences import Preferences
from domain.questions import Question
from domain.workplace import Workplace
from storage import (
    accounts,
    advice,
    agreements,
    calendar_entries,
    checklists,
    conversations,
    counts,
    deliveries,
    discussions,
    downloads,
    equipment,
    feeds,
    frames,
    home_days,
    notice_settings,
    papers,
    people,
    personal_data,
    preferences,
    questions,
    receivers,
    sent_cards,
    strangers,
)
from storage.columns import PERSON, Moment
from storage.database import Database
from storage.tables import METADATA
from tests.storage.values import MONDAY, NOW, a_day

# Columns of text that never name a person. A new column must be marked in its table or be listed here.
NOT_A_PERSON = {
    "agreement_version.terms",
    "judge_ranking.embedder",
    "judge_ranking.models",
    "policy_version.handbook",
    "policy_version.models",
    "policy_version.replay",
    "policy_version.stage",
    "audit.by_salt",
    "audit.by_seal",
    "audit.deed",
    "audit.detail",
    "audit.hash",
    "audit.whom_salt",
    "audit.whom_seal",
    "audit_head.gone_hash",
    "audit_head.hash",
    "broadcast.audience",
    "broadcast.departments",
    "broadcast.halted",
    "broadcast.link",
    "broadcast.picture",
    "broadcast.stage",
    "broadcast.text",
    "broadcast.text_en",
    "broadcast.title",
    "broadcast.title_en",
    "calendar_entry.code",
    "hr_answer.question",
    "hr_answer.scope",
    "hr_answer.text",
    "question.text",
    "calendar_entry.event_id",
    "calendar_entry.state",
    "agreement_paper.code",
    "agreement_paper.municipality",
    "agreement_paper.pages",
    "agreement_paper.policy_title",
    "agreement_paper.policy_version",
    "agreement_paper.state",
    "agreement_paper.taken_by",
    "conversation.bot_id",
    "conversation.gone_code",
    "conversation.handled",
    "conversation.id",
    "conversation.place",
    "conversation.service_url",
    "conversation.tenant_id",
    "conversation.user_id",
    "daily_count.name",
    "delivery.code",
    "delivery.key",
    "delivery.kind",
    "delivery.occasion",
    "delivery.redraws",
    "delivery.spares",
    "delivery.state",
    "download.token_hash",
    "discussion.policy_version",
    "discussion.questions",
    "discussion_reply.opinions",
    "equipment.department",
    "equipment.fate",
    "equipment.payer",
    "equipment.source",
    "equipment.what",
    "feed.scope",
    "feed.token_hash",
    "local_frame.approval",
    "local_frame.attendance",
    "local_frame.dates",
    "local_frame.hours",
    "local_frame.meetings",
    "home_day.half",
    "home_day.reason",
    "home_day.status",
    "pace_share.replica",
    "person.department",
    "person.email",
    "person.email_key",
    "person.language",
    "person.name",
    "stranger.name",
    "person.roles",
    "person.workplace",
    "preferences.phone",
    "advice.passage_id",
    "person.chosen_language",
    "person.given",
    "graph_person.department",
    "graph_person.email",
    "graph_person.language",
    "graph_person.name",
    "graph_person.workplace",
    "graph_sync.by",
    "graph_sync.delta_link",
    "graph_sync.tracked",
    "receiver.cards",
    "receiver.code",
    "receiver.conversation_id",
    "receiver.state",
    "receiver.task",
    "sent_card.activity_id",
    "sent_card.conversation_id",
    "sent_card.topic",
    "assessment.department",
    "assessment.items",
    "assessment.policy_version",
    "assessment.remarks",
    "assessment_change.item_id",
    "assessment_change.text",
    "workplace_list.items",
    "workplace_list.policy_version",
    "workplace_list.remark",
    "workplace_list.replies",
    "workplace_list.settlements",
}
NO_TEXT = (Boolean, Date, Integer, Moment, Time, Uuid)
OF_A_PERSON = {
    "calendar_entry",
    "agreement",
    "agreement_version",
    "agreement_paper",
    "conversation",
    "delivery",
    "discussion_reply",
    "download",
    "feed",
    "graph_person",
    "home_day",
    "local_frame",
    "person",
    "preferences",
    "notice_setting",
    "advice",
    "equipment",
    "leaving",
    "question",
    "receiver",
    "sent_card",
    "stranger",
    "workplace_list",
}


def _live(database: Database, *ids: str) -> None:
    """Leave something of each person, led and answered by lars, in every table."""
    database.follow_outlook()
    with database.writing() as session:
        people.replace_all(session, [Person(one, one, leader_id="lars", deputy_id="lars") for one in ids])
        accounts.change(session, [Account(one, one, leader_id="lars") for one in ids], [])
        for one in ids:
            day = a_day(one, status=Status.APPROVED, decided_by="lars", decided_at=NOW)
            home_days.add(session, [day])
            calendar_entries.follow(session, day)
            chat = Conversation(f"chat of {one}", "https://x.example/", "town", "28:bot", user_id=f"29:{one}")
            conversations.remember(session, chat, one, {"asked": "x"}, "1", welcomed=True)
            sent_cards.note(session, Topic.MY_REQUEST, day.request_id, one, chat.id, "1")
            deliveries.leave(session, [Notice(NoticeKind.DECISION, one, day.request_id, "x")], NOW)
            frames.add(session, LocalFrame(one, 1, NOW, MONDAY))
            feeds.renew(session, one, FeedScope.OWN, NOW)
            notice_settings.save(session, one, NoticeSettings(advice=True))
            strangers.note(session, one, one, NOW)
            advice.give(session, one, MONDAY, "raad-kontakt")
            preferences.save(session, Preferences(one, "12 34 56 78", version=1))
            receivers.list_people(session, uuid4(), [one], NOW)
            agreements.add(session, Agreement(uuid4(), one, Version(1, Terms(), "lars", NOW)))
            papers.put(session, uuid4(), 1, one, Source("Nyborg Kommune", "Politik", "1", (3,)), NOW)
            equipment.add(session, Item(uuid4(), one, "Skærm", MONDAY, "lars"))
            equipment.start_leaving(session, Leaving(uuid4(), one, MONDAY, "lars", NOW))
            checklists.add(session, Workplace(uuid4(), one, "1", (), NOW, "lars", reviewed_by="lars"))
            questions.add(session, Question(uuid4(), "Må jeg?", NOW, one))
            discussions.save(session, Reply(uuid4(), one, {"a": Opinion(Stance.TALK)}, 1))
            downloads.make(session, uuid4(), one, NOW, NOW + timedelta(hours=1))
        counts.add(session, MONDAY, "turn.Help")


def test_each_column_of_text_is_marked_or_known_not_to_name_a_person() -> None:
    unmarked = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if not isinstance(column.type, NO_TEXT) and PERSON not in column.info
    }
    assert unmarked == NOT_A_PERSON


def test_each_table_of_a_person_is_exported_and_erased(database: Database) -> None:
    with database.writing() as session:
        exported = personal_data.export(session, "anna")
        erased = personal_data.erase(session, "anna", NOW)
    mentions = {"broadcast.author_id", "home_day.decided_by", "person.deputy_id", "person.leader_id"}
    mentions |= {"graph_person.leader_id"}
    mentions |= {"agreement.ended_by", "agreement_version.changed_by", "agreement_version.leader_by"}
    mentions |= {"policy_version.imported_by", "policy_version.published_by"}
    mentions |= {"hr_answer.author_id"}
    mentions |= {"equipment.handed_by", "equipment.valued_by", "equipment.settled_by", "leaving.started_by"}
    mentions |= {"discussion.leader_id"}
    mentions |= {"assessment.leader_id", "assessment_change.by"}
    mentions |= {"workplace_list.asked_by", "workplace_list.reviewed_by"}
    mentions |= {"audit.by_id", "audit.whom_id"}
    assert set(exported) == set(erased) == OF_A_PERSON | mentions
    assert set(METADATA.tables) - OF_A_PERSON == {
        "assessment",
        "assessment_change",
        "audit",
        "audit_head",
        "broadcast",
        "daily_count",
        "discussion",
        "graph_sync",
        "hr_answer",
        "judge_ranking",
        "pace_share",
        "policy_version",
    }


def test_the_export_holds_all_that_is_stored_of_one_person(database: Database) -> None:
    _live(database, "anna", "boris", "lars")
    with database.reading() as session:
        found = json.loads(json.dumps(personal_data.export(session, "anna")))
    assert {name: len(rows) for name, rows in found.items() if rows} == dict.fromkeys(OF_A_PERSON, 1)
    assert found["home_day"][0]["on"] == MONDAY.isoformat()
    assert found["home_day"][0]["asked_at"] == NOW.isoformat()
    assert found["person"][0]["name"] == "anna"
    assert "boris" not in json.dumps(found)


def test_of_rows_of_others_the_export_shows_only_that_they_name_one(database: Database) -> None:
    _live(database, "anna", "lars")
    with database.reading() as session:
        found = personal_data.export(session, "lars")
    assert len(found["home_day.decided_by"]) == 2
    assert all(set(row) == {"id"} for row in found["home_day.decided_by"])
    assert {row["id"] for row in found["person.leader_id"]} == {"anna", "lars"}


def test_erasing_takes_all_of_one_person_and_nothing_of_others(database: Database) -> None:
    _live(database, "anna", "boris", "lars")
    with database.writing() as session:
        gone = personal_data.erase(session, "anna", NOW)
    assert {name: count for name, count in gone.items() if count} == dict.fromkeys(OF_A_PERSON, 1)
    assert "anna" not in _everything(database)
    with database.writing() as session:
        assert sum(personal_data.erase(session, "anna", NOW).values()) == 0
        of_bo = personal_data.export(session, "boris")
        assert all(len(of_bo[name]) == 1 for name in OF_A_PERSON)


def test_erasing_a_leader_blanks_the_name_on_the_days_of_others(database: Database) -> None:
    _live(database, "anna", "lars")
    with database.writing() as session:
        gone = personal_data.erase(session, "lars", NOW)
        (day,) = home_days.from_date(session, "anna", MONDAY)
    assert gone["home_day.decided_by"] == 1
    assert (day.status, day.decided_by, day.version) == (Status.APPROVED, None, 1)
    assert "lars" not in _everything(database)


def test_erasing_a_stranger_does_nothing(database: Database) -> None:
    with database.writing() as session:
        assert set(personal_data.erase(session, str(uuid4()), NOW).values()) == {0}


def _everything(database: Database) -> str:
    """Return all rows of all tables as text."""
    with database.reading() as session:
        return "\n".join(
            str(row) for table in METADATA.sorted_tables for row in session.connection().execute(select(table))
        )


def test_what_others_are_asked_about_somebody_erased_is_forgotten_and_no_other_talk(database: Database) -> None:
    states = {
        "by id": {"yes": {"employee_id": "anna"}},
        "by name": {"choices": [{"words": "Anna Højberg"}]},
        "another": {"yes": {"employee_id": "anna-lise"}, "asked": "hvad med anna_?"},
    }
    with database.writing() as session:
        people.replace_all(session, [Person("anna", "Anna Højberg")])
        for name, state in states.items():
            chat = Conversation(name, "https://x.example/", "town", "28:bot")
            conversations.remember(session, chat, "lars", state, "1", welcomed=True)
        personal_data.erase(session, "anna", NOW)
    with database.reading() as session:
        left = {name: found.state for name in states if (found := conversations.find(session, name))}
    assert left == {"by id": {}, "by name": {}, "another": states["another"]}
