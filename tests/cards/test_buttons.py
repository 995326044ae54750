"""Reading back what was written gives the same command; anything else is Unreadable."""

from __future__ import annotations

import typing
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.buttons import KEY, Unreadable, input_id, read, write
from domain import commands as c
from domain.broadcasts import AudienceKind, Steering
from domain.calendars import FeedScope
from domain.equipment import Fate, Payer
from domain.home_days import Half
from domain.people import Language
from domain.questions import Scope

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40).map(str.strip)
_DATES = st.dates(date(2020, 1, 1), date(2100, 1, 1))
_WANTED = st.builds(c.Wanted, on=_DATES, half=st.none() | st.sampled_from(Half))
_REF = st.builds(c.DayRef, id=st.uuids(), version=st.integers(1, 10_000))
_TEMPLATES: dict[str, st.SearchStrategy[Any]] = {
    "number": st.integers(1, 9_999),
    "over": st.integers(1, 9_999),
    "sheet": st.integers(1, 999),
    "question": _TEXT.filter(bool),
    "before": _TEXT,
    "passage_id": _TEXT,
    "employee_id": _TEXT,
    "reason": _TEXT,
    "helped": st.booleans(),
    "listed": st.booleans(),
    "on": _DATES,
    "day": _REF,
    "keep": st.sampled_from(Half),
    "seen": st.text("0123456789abcdef", min_size=64, max_size=64),
    "week_of": _DATES,
    "half": st.sampled_from([*Half, "whole"]),
    "request_id": st.uuids(),
    "cancellation_id": st.uuids(),
    "dates": st.lists(_DATES, max_size=60).map(tuple),
    "broadcast_id": st.uuids(),
    "how": st.sampled_from(Steering),
    "view": st.sampled_from(c.View),
    "version": st.integers(1, 10_000),
    "sure": st.booleans(),
    "preview": st.booleans(),
    "audience": st.sampled_from(AudienceKind),
    "confirm": st.sampled_from(["yes", "no"]),
    **dict.fromkeys(
        ("title", "text", "title_en", "text_en", "link", "picture", "confirm_by", "departments", "names"), _TEXT
    ),
    **dict.fromkeys(
        (
            "send_on",
            "send_time",
            "phone",
            "reach_from",
            "reach_to",
            "actual",
            "from_workplace",
            "named",
            "what",
            "kroner",
            "last_day",
        ),
        _TEXT,
    ),
    "agreement_id": st.uuids(),
    "recurring": st.booleans(),
    "expressly": st.booleans(),
    "ticked": _TEXT,
    "anyway": st.booleans(),
    "content_hash": st.text("0123456789abcdef", min_size=64, max_size=64),
    **dict.fromkeys(("extent", "placing", "availability", "tasks", "equipment", "other", "place"), _TEXT),
    **dict.fromkeys(("start", "notice", "first", "last"), _TEXT),
    **dict.fromkeys(("start", "notice"), _TEXT),
    **dict.fromkeys(
        ("med_on", "approval", "attendance", "most_a_week", "hours", "meetings", "replacement", "discuss_on"), _TEXT
    ),
    "as_member": st.booleans(),
    "again": st.none() | st.builds(c.FrameFields, version=st.integers(0, 99), meetings=_TEXT, dates=_TEXT),
    "item_id": st.uuids(),
    "list_id": st.uuids(),
    "discussion_id": st.uuids(),
    **dict.fromkeys(("questions", "closes_on"), _TEXT),
    "stances": st.dictionaries(_TEXT, _TEXT, max_size=11),
    "section": st.integers(0, 100),
    "go_on": st.booleans(),
    "review_on": _TEXT,
    "edition": st.integers(1, 10_000),
    "remark": st.none() | _TEXT,
    "met_on": st.none() | _TEXT,
    **dict.fromkeys(("send", "close", "moved"), st.booleans()),
    **dict.fromkeys(("answers", "remarks", "decisions", "things"), st.dictionaries(_TEXT, _TEXT, max_size=11)),
    **dict.fromkeys(("question_id", "answer_id"), st.uuids()),
    "question_ids": st.lists(st.uuids(), min_size=1, max_size=50).map(tuple),
    **dict.fromkeys(("ticked", "put", "answer"), _TEXT),
    **dict.fromkeys(("quiet_from", "quiet_to"), _TEXT),
    **dict.fromkeys(("free_days", "advice"), st.sampled_from(["yes", "no"])),
    "language": st.sampled_from(Language),
    "wanted": st.booleans(),
    "about_version": st.booleans(),
    "scope": st.sampled_from(FeedScope),
    "fate": st.sampled_from(Fate),
    "payer": st.sampled_from(Payer),
    "instead_of": st.lists(_DATES, max_size=60).map(tuple),
}
KINDS: tuple[type[Any], ...] = typing.get_args(typing.get_args(c.Command)[0])


def _built(kind: type[Any]) -> st.SearchStrategy[Any]:
    fields = {name: _field(kind, name) for name in kind.model_fields if name != "kind"}
    return st.builds(kind, **fields)


def _field(kind: type[Any], name: str) -> st.SearchStrategy[Any]:
    if name == "days":
        of = _WANTED if kind in (c.ProposeDays, c.MarkDays, c.TickDays) else _REF
        return st.lists(of, min_size=1, max_size=60).map(tuple)
    if name == "scope" and kind in (c.AnswerQuestions, c.ChangeHrAnswer):
        return st.sampled_from(Scope)
    if name == "half" and kind is c.ProposeWithdrawal:
        return st.sampled_from([None, *Half])
    if name == "instead_of" and kind is c.MarkDays:
        return st.lists(_REF, max_size=60).map(tuple)
    if name == "dates" and kind in (c.ProposeTeamCancellation, c.CancelTeamDays):
        return st.lists(_DATES, min_size=1, max_size=60).map(tuple)
    return _TEXT if name == "dates" and issubclass(kind, c.FrameFields) else _TEMPLATES[name]


COMMANDS = st.one_of([_built(kind) for kind in KINDS])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_reading_what_was_written_gives_the_same_command(kind: type[Any], data: st.DataObject) -> None:
    command = data.draw(_built(kind))
    assert read(write(command)) == command


@given(COMMANDS, st.data())
def test_changed_data_gives_a_valid_command_or_unreadable(command: c.Command, data: st.DataObject) -> None:
    letter = write(command)
    part = data.draw(st.sampled_from([letter, letter[KEY], letter[KEY]["command"]]))
    part[data.draw(st.sampled_from([*part, "kind", "extra", "form"]))] = data.draw(_JSON)
    _valid_or_unreadable(letter)


@given(_JSON, st.dictionaries(st.text(), _JSON))
def test_anything_at_all_gives_a_valid_command_or_unreadable(inner: Any, outer: dict[str, Any]) -> None:
    _valid_or_unreadable(outer | {KEY: inner})
    _valid_or_unreadable(outer | {KEY: {"v": 1, "command": inner}})
    _valid_or_unreadable(outer)


def _valid_or_unreadable(data: dict[str, Any]) -> None:
    try:
        command = read(data)
    except Unreadable:
        return
    assert isinstance(command, KINDS)
    assert read(write(command)) == command


DAY = c.DayRef(id=UUID(int=1), version=1)
DECLINE = c.DeclineDays(days=(DAY,))


def test_what_was_typed_fills_the_typed_fields_only() -> None:
    data = write(DECLINE) | {"reason": " Vi har oplæring. ", "days": [], "kind": "approve_days", "other": 1}
    assert read(data) == c.DeclineDays(days=(DAY,), reason="Vi har oplæring.")


def test_typed_words_do_not_reach_a_command_that_takes_none() -> None:
    approve = c.ApproveDays(days=(DAY,))
    assert read(write(approve) | {"reason": "x", "days": "x"}) == approve


def test_each_form_on_a_card_fills_its_own_command() -> None:
    data = write(DECLINE, form="2") | {input_id("reason", "1"): "til en anden", input_id("reason", "2"): "til mig"}
    assert read(data) == c.DeclineDays(days=(DAY,), reason="til mig")


def test_a_day_and_a_half_are_typed_as_the_inputs_send_them() -> None:
    written = write(c.CorrectDays(on="2026-11-26"))
    read_back = read(written | {"on": "2026-11-27", "half": "am"})
    assert read_back == c.CorrectDays(on="2026-11-27", half=Half.MORNING)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {KEY: None},
        {KEY: {"v": 2, "command": {"kind": "let_go"}}},
        {KEY: {"v": 1, "command": {"kind": "fire_everybody"}}},
        {KEY: {"v": 1, "command": {"kind": "let_go", "role": "hr"}}},
        {KEY: {"v": 1, "command": {"kind": "let_go"}, "by": "somebody"}},
        {KEY: {"v": 1, "command": {"kind": "rate_answer", "passage_id": "a", "helped": "yes"}}},
        {KEY: {"v": 1, "command": {"kind": "who_is_home", "on": 20000}}},
        {KEY: {"v": 1, "command": {"kind": "approve_days", "days": []}}},
        {KEY: {"v": 1, "command": {"kind": "approve_days", "days": [{"id": str(UUID(int=1)), "version": 0}]}}},
        {KEY: {"v": 1, "command": {"kind": "ask", "question": "a" * 2_001}}},
        {KEY: {"v": 1, "command": {"kind": "ask", "question": "a\0b"}}},
        {KEY: {"v": 1, "command": {"kind": "ask", "question": "\ud800"}}},
        {KEY: {"v": 1, "command": {"kind": "show_waiting", "employee_id": "a" * 30_000}}},
        write(DECLINE) | {"reason": "a" * 501},
        write(DECLINE) | {"reason": ["a"]},
        write(c.CorrectDays(on="2026-11-26")) | {"on": "i morgen"},
    ],
)
def test_what_nobody_of_ours_wrote_is_unreadable(data: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        read(data)


def test_a_typed_backslash_is_no_control_sign() -> None:
    question = c.Ask(question="C:\\u0000 er en sti")
    assert read(write(question)) == question


def test_a_deep_nest_is_unreadable() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(Unreadable):
        read({KEY: {"v": 1, "command": {"kind": "ask", "question": deep}}})
