"""What can be done with a broadcast, in whatever order the buttons are pressed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.broadcasts import (
    Audience,
    AudienceKind,
    Broadcast,
    Stage,
    Steering,
    Wording,
    corrected,
    planned,
    possible,
    steered,
)
from domain.drafts import Problem, Typed, filled, is_address, is_picture, local_moment, people_named
from domain.people import Language, Person
from domain.refusals import Refusal, Rule

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DRAFT = Broadcast(UUID(int=1), "hanne", danish=Wording("Titel", "Tekst"))
TYPED = Typed(title="Titel", text="Tekst")


@given(st.lists(st.sampled_from([*Steering, "send", "plan", "correct"]), max_size=12))
def test_no_order_of_presses_sends_twice_or_sends_what_was_called_back(presses: list[str]) -> None:
    one, begun = DRAFT, 0
    for press in presses:
        if press in ("send", "plan"):
            later = Broadcast(
                **{n: getattr(one, n) for n in one.__slots__} | {"send_at": NOW if press == "plan" else None}
            )
            after = planned(later, one.version, NOW)
            begun += not isinstance(after, Refusal) and after.stage is Stage.SENDING
        elif press == "correct":
            after = corrected(one, Wording("Ny", press), Wording(), NOW)
        else:
            after = steered(one, Steering(press), NOW)
        if isinstance(after, Refusal):
            assert after.rule is Rule.STALE
            continue
        if after is not one:
            assert after.version == one.version + 1
            assert one.stage not in (Stage.RECALLING, Stage.RECALLED)
        one = after
    assert begun <= 1 + sum(press == Steering.UNSCHEDULE for press in presses)


@given(st.sampled_from(Stage), st.sampled_from(Steering))
def test_what_is_offered_is_possible_and_nothing_else_changes_anything(stage: Stage, how: Steering) -> None:
    one = Broadcast(UUID(int=1), "hanne", stage=stage, started_at=NOW)
    after = steered(one, how, NOW)
    assert (how in possible(one)) == (not isinstance(after, Refusal) and after is not one)


def test_an_old_preview_sends_nothing() -> None:
    assert isinstance(planned(DRAFT, DRAFT.version + 1, NOW), Refusal)


def test_what_was_never_begun_is_not_gone_on_with() -> None:
    halted = Broadcast(UUID(int=1), "hanne", stage=Stage.STOPPED)
    assert isinstance(steered(halted, Steering.RESUME, NOW), Refusal)
    assert Steering.RESUME not in possible(halted)


def test_english_readers_get_danish_where_there_is_no_english() -> None:
    assert DRAFT.wording(Language.ENGLISH).title == "Titel"
    assert Broadcast(UUID(int=1), None, english=Wording("T", "x")).wording(Language.ENGLISH).title == "T"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"title": ""}, Problem.TITLE_MISSING),
        ({"title": "x" * 121}, Problem.TITLE_TOO_LONG),
        ({"text": " "}, Problem.TEXT_MISSING),
        ({"text": "x" * 4_001}, Problem.TEXT_TOO_LONG),
        ({"title_en": "only"}, Problem.ENGLISH_HALF),
        ({"link": "http://x.dk"}, Problem.NOT_A_LINK),
        ({"link": "javascript:alert(1)"}, Problem.NOT_A_LINK),
        ({"picture": "https://x.dk/a.pdf"}, Problem.NOT_A_PICTURE),
        ({"confirm": True, "confirm_by": "2026-11-22"}, Problem.CONFIRM_BY_PAST),
        ({"confirm": True, "confirm_by": "i morgen"}, Problem.DATE_UNREADABLE),
        ({"send_on": "2026-11-23", "send_time": "10:00"}, Problem.TIME_PAST),
        ({"send_on": "2026-11-24", "send_time": "kl. 9"}, Problem.TIME_UNREADABLE),
        ({"send_on": "2027-03-28", "send_time": "02:30"}, Problem.TIME_SKIPPED),
        ({"audience": AudienceKind.DEPARTMENTS}, Problem.NO_DEPARTMENT),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, object], problem: Problem) -> None:
    typed = Typed(**({"title": "Titel", "text": "Tekst"} | changes))  # type: ignore[arg-type]
    _, problems = filled(DRAFT, typed, NOW)
    assert problems == (problem,)


def test_a_good_form_becomes_the_draft() -> None:
    typed = Typed("T", "x", confirm=True, confirm_by="2026-11-30", send_on="2026-11-24", send_time="08:30")
    draft, problems = filled(DRAFT, typed, NOW)
    assert problems == ()
    assert (draft.confirm_by, draft.send_at) == (date(2026, 11, 30), datetime(2026, 11, 24, 7, 30, tzinfo=UTC))
    assert draft.audience == Audience(AudienceKind.LISTED)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.times())
def test_a_local_time_comes_once_or_not_at_all(on: date, at: time) -> None:
    moment = local_moment(on, at)
    if moment is None:
        assert (on.month, on.isoweekday(), at.hour) == (3, 7, 2)
    else:
        assert timedelta(hours=1) <= datetime.combine(on, at, UTC) - moment <= timedelta(hours=2)


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    assert local_moment(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_people_are_named_by_name_or_address_and_the_doubtful_are_told() -> None:
    anna, bo, other = Person("a", "Anna Holm", "anna@x.dk"), Person("b", "Bo Skov"), Person("c", "bo  skov", "b@x.dk")
    assert people_named("anna holm; ANNA@X.DK\nBo Skov, b@x.dk, Ida", (anna, bo, other)) == (
        (anna, other),
        ("Bo Skov", "Ida"),
    )


@pytest.mark.parametrize(
    "url", ["https://x.dk/a b.png", "https://", "https://x/\n.png", "https://[::1", "ftp://x.dk/a.png"]
)
def test_no_address(url: str) -> None:
    assert not is_address(url)
    assert not is_picture(url)


def test_a_picture() -> None:
    assert is_picture("https://x.dk/a/B.PNG?width=3")
