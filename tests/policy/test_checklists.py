"""The checklists are the policy's own questions, all of them, in its order."""

from __future__ import annotations

from policy.checklists import assessment_items, workplace_items
from policy.handbook import Kind
from policy.load import load_handbook


def test_the_home_workplace_has_eleven_items_in_the_policys_words() -> None:
    handbook = load_handbook()
    items = workplace_items(handbook)
    assert len(items) == 11
    assert {item.page for item in items} == {8}
    assert len({item.id for item in items}) == 11
    for item in items:
        passage = handbook.passages[item.id.removesuffix("-2")]
        assert item.text in passage.text.replace("\n", " ")
    assert [item.id for item in items if item.asks_need] == ["krav-skaerm-tastatur"]


def test_the_leaders_list_has_four_sections_and_leaves_no_word_out() -> None:
    handbook = load_handbook()
    items = assessment_items(handbook)
    sections = list(dict.fromkeys(item.section for item in items))
    assert [sum(item.section == one for item in items) for one in sections] == [5, 3, 7, 11]
    assert {item.page for item in items} == {6, 7, 8}
    of_policy = " ".join(one.text for one in handbook.passages.values() if one.kind is Kind.CHECK_ITEM)
    assert " ".join(" ".join(item.text for item in items).split()) == " ".join(of_policy.split())
