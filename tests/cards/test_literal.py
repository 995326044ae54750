"""What people typed is shown as they typed it, and never becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.literal import block, clipped, escaped, linked, literal
from domain.facts import BroadcastMessage, BroadcastPreview
from tests.cards.cast import WILD
from tests.cards.examples import FACTS, drawn
from tests.cards.walk import nodes, texts

MARKUP = re.compile(r"[\\`*_\[\]<>~#|&]|^\s*([-+]|\d+[.)])(\s|$)|https?://", re.MULTILINE)


@pytest.mark.parametrize("name", FACTS)
def test_no_text_block_holds_what_markdown_could_read(name: str) -> None:
    for node in nodes(drawn(name).card):
        if node.get("type") == "TextBlock" and node["text"] not in _markdown(FACTS[name]):
            assert not MARKUP.search(node["text"])
            assert "{{" not in node["text"]


def _markdown(fact: object) -> set[str]:
    """Return the words that HR writes as markdown, in a broadcast and nowhere else."""
    one = fact.broadcast if isinstance(fact, BroadcastMessage | BroadcastPreview) else None
    return {one.danish.text, one.english.text} if one else set()


def test_a_wild_name_stands_on_the_card_as_it_is() -> None:
    shown = " ".join(texts(drawn("leader request sixty approved").card))
    assert WILD.name.replace("{{", "{\u2060{") in shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>x</b>", "\\<b\\>x\\</b\\>"),
        ("[klik](http://y)", "\\[klik\\](http://y)"),
        ("*fed* _skrå_ `kode`", "\\*fed\\* \\_skrå\\_ \\`kode\\`"),
        ("26. november", "26\\. november"),
        ("- et\n+ to\n3) tre", "\\- et\n\\+ to\n3\\) tre"),
        ("_se_ http://y/a_b?c=d&e#f_g_", "\\_se\\_ http://y/a_b?c=d&e#f_g_"),
        ("http://y/*fed*", "http://y/\\*fed\\*"),
        ("# stor", "\\# stor"),
        ("a\\*b", "a\\\\\\*b"),
        ("torsdag den 26. november (formiddag)", "torsdag den 26. november (formiddag)"),
        ("Skal-jeg 4-5 dage?", "Skal-jeg 4-5 dage?"),
    ],
)
def test_markdown_is_told_to_leave_it(typed: str, shown: str) -> None:
    assert escaped(typed) == shown


@given(st.text(max_size=60))
def test_escaping_loses_nothing(text: str) -> None:
    assert re.sub(r"\\(.)", r"\1", escaped(text), flags=re.DOTALL) == text


def test_unseen_signs_and_date_functions_are_taken_out() -> None:
    assert literal("a\u202eb\x00c\ud800") == "abc"
    assert "{{" not in literal("{{{{DATE(2026-11-23T00:00:00Z)}}")
    assert literal("👩‍👧 blåbærgrød\nto linjer") == "👩‍👧 blåbærgrød\nto linjer"


def test_only_the_houses_own_words_become_links() -> None:
    text = "Se https://at.dk/a_b?c=d, og (https://x.example/y)."
    shown = linked(text).model_dump(exclude_none=True, by_alias=True)
    links = [node["selectAction"]["url"] for node in nodes(shown) if "selectAction" in node]
    assert links == ["https://at.dk/a_b?c=d", "https://x.example/y"]
    assert "".join(texts(shown)).replace("\u200b", "") == text
    typed = block(text).model_dump(exclude_none=True, by_alias=True)
    assert not [node for node in nodes(typed) if "selectAction" in node]


def test_clipping_is_between_words() -> None:
    assert clipped("Akut personalemøde om budgettet", 20) == "Akut personalemøde…"
    assert clipped("kort", 20) == "kort"
