from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.plain import plain


@pytest.mark.parametrize(
    ("text", "text_format", "words"),
    [
        ("hej", "plain", "hej"),
        ("  hej \n\n\n\n der\t nu ", "plain", "hej\n\nder nu"),
        ("1 &lt; 2 &amp; 3", "plain", "1 < 2 & 3"),
        ("<b>hej</b>", "plain", "<b>hej</b>"),
        ("<b>hej</b>", "xml", "hej"),
        ("<p>en</p><p>to</p>", "html", "en\n\nto"),
        ("a<br>b<BR/>c", "html", "a\nb\nc"),
        ('god <emoji alt="🙂"/> dag <img src="x" alt="👍">', "html", "god 🙂 dag 👍"),
        ('<img src="x">', "html", ""),
        ("<at>Lars Dam</at> i dag?", "plain", "Lars Dam i dag?"),
        ('<AT id="0">Lars</AT>', "xml", "Lars"),
        ("&lt;script&gt;", "xml", "<script>"),
        ("hjem\u00admearbejde\u200b\ufeff", "plain", "hjemmearbejde"),
        ("👩‍💻", "plain", "👩‍💻"),
        ("3 <5 og 5> 3", "plain", "3 <5 og 5> 3"),
        ("", "plain", ""),
        ("&nbsp;", "plain", ""),
    ],
)
def test_words(text: str, text_format: str, words: str) -> None:
    assert plain(text, text_format) == words


def test_only_the_bots_own_mention_is_taken_out() -> None:
    text = "<at>Bot</at> spørg <at>Lars</at> og <at>Bot</at>"
    assert plain(text, "plain", ["<at>Bot</at>"]) == "spørg Lars og"


@pytest.mark.parametrize("piece", ["<", "<at", "<a ", '<img alt="', "&", "&lt", "<p>", "\n", " ", "</at>", "<emoji"])
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    began = time.process_time()
    plain(text, "html")
    assert time.process_time() - began < 2


@given(st.text(), st.sampled_from(["plain", "xml", "html", "markdown", ""]))
def test_never_fails_and_leaves_no_mention(text: str, text_format: str) -> None:
    words = plain(f"<at>{text}</at>", text_format)
    assert words == words.strip()


def test_what_no_database_stores_is_taken_out() -> None:
    assert plain("a\x00b\ud800c\x07", "plain") == "abc"
