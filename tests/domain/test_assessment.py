"""The leader's APV list: what is written stays, an old card changes nothing, and each change is in the history."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.assessment import LONGEST_REMARK, Assessment, changes, fill, plan, renewed
from domain.check_items import CheckItem
from domain.refusals import Refusal, Rule

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ITEMS = tuple(CheckItem(one, section, 6, f"{one}?") for one, section in (("a", "Behov"), ("b", "Behov"), ("c", "Org")))
NEW = Assessment(UUID(int=1), "lars", "Drift", "1", ITEMS, NOW)
REMARKS = st.dictionaries(st.sampled_from(["a", "b", "c", "foreign"]), st.sampled_from(["", "aftalt", "drøftet"]))


@given(st.lists(REMARKS, max_size=8))
def test_the_history_played_again_gives_the_list(written: list[dict[str, str]]) -> None:
    one, played = NEW, dict[str, str]()
    for remarks in written:
        after = fill(one, remarks, one.edition)
        assert isinstance(after, Assessment)
        played |= {each.item_id: each.text for each in changes(one, after, "lars", NOW)}
        assert (after is one) == (not changes(one, after, "lars", NOW))
        one = after
    assert {item_id: text for item_id, text in played.items() if text} == one.remarks
    assert "foreign" not in one.remarks


def test_sections_are_the_policys_in_its_order() -> None:
    assert NEW.sections == ("Behov", "Org")
    assert [item.id for item in NEW.of_section(0)] == ["a", "b"]
    one = fill(NEW, {"a": "aftalt"}, 1)
    assert isinstance(one, Assessment)
    assert (one.filled(one.of_section(0)), one.filled(one.of_section(1))) == (1, 0)


def test_an_old_card_and_a_text_too_long_change_nothing() -> None:
    assert isinstance(fill(NEW, {"a": "x"}, 2), Refusal)
    long = fill(NEW, {"a": "å" * (LONGEST_REMARK + 1)}, 1)
    assert isinstance(long, Refusal)
    assert long.rule is Rule.TOO_LONG


def test_a_day_is_set_once_and_a_newer_policy_keeps_what_stays() -> None:
    planned = plan(NEW, date(2027, 11, 23))
    assert plan(planned, date(2027, 11, 23)) is planned
    filled = fill(planned, {"a": "aftalt", "c": "drøftet"}, planned.edition)
    assert isinstance(filled, Assessment)
    newer = renewed(filled, "2", (*ITEMS[:2], CheckItem("d", "Ny", 7, "d?")))
    assert (newer.policy_version, newer.remarks) == ("2", {"a": "aftalt"})
    assert newer.review_on == date(2027, 11, 23)
    assert [each.text for each in changes(filled, newer, "lars", NOW)] == []
