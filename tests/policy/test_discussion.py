"""Which of the policy's passages a team can be asked about."""

from __future__ import annotations

from policy.discussion import discussion_questions
from policy.handbook import Kind
from policy.load import load_handbook


def test_all_themes_and_inspiration_questions_in_the_policys_words_and_none_for_leaders() -> None:
    handbook = load_handbook()
    found = discussion_questions(handbook)
    assert len([one for one in found if one.id.startswith("tema-")]) == 7
    assert len([one for one in found if one.id.startswith("insp-")]) == 10
    assert {one.page for one in found} == {9, 10}
    for one in found:
        passage = handbook.passages[one.id]
        assert passage.kind is Kind.DISCUSSION
        assert one.text.split() == passage.text.split()
