"""What a person wrote, without the markup that Teams puts around it. Every pattern here is linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

_AT = re.compile(r"</?at\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<([^<>]*)>")
_ALT = re.compile(r"\balt=\"([^\"]*)\"", re.IGNORECASE)
_BREAKS = re.compile(r"^/?(?:br|p|div|li|tr|h[1-6])\b", re.IGNORECASE)
_PICTURES = re.compile(r"^(?:emoji|img)\b", re.IGNORECASE)
_INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff\u00ad")) | {0x00A0: " "}  # U+200D stays: it joins emoji

_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")  # PostgreSQL takes no NUL, UTF-8 no half of a pair


def plain(text: str, text_format: str, mentions: Iterable[str] = ()) -> str:
    """Return the words alone.

    `mentions` are the texts of the mentions of the bot ("<at>Hjemmebot</at>"), which are taken out; a mention of
    somebody else leaves the name. With textFormat xml or html all tags go, and an emoji's picture becomes the emoji.
    """
    for mention in mentions:
        text = text.replace(mention, " ")
    text = _AT.sub("", text)
    if text_format in {"xml", "html"}:
        text = _TAG.sub(_tag, text)
    return _tidy(_UNSTORABLE.sub("", unescape(text).translate(_INVISIBLE)))


def _tag(found: re.Match[str]) -> str:
    inside = found[1]
    if _PICTURES.match(inside):
        alt = _ALT.search(inside)
        return alt[1] if alt else ""
    return "\n" if _BREAKS.match(inside) else ""


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
