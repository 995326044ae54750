"""Words shown just as they are: what people typed must never turn into markup, links or formatting."""

from __future__ import annotations

import re
from typing import Literal, TypedDict, Unpack

from microsoft_teams.cards import CardElement, OpenUrlAction, RichTextBlock, TextBlock, TextRun

_MARKUP = re.compile(r"[\\`*_\[\]<>~#|&]")
_IN_URL = re.compile(r"[\\`*\[\]|]")
_LIST_MARK = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)", re.MULTILINE)
_LIST_MARK_TAIL = re.compile(r"^(\s*(?:\d+)?)([-+.)])(?=\s|$)", re.MULTILINE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_URL = re.compile(r"https?://[^\s<>\"”]+[^\s<>\"”.,;:)]")

Size = Literal["Small", "Default", "Medium", "Large", "ExtraLarge"]
Spacing = Literal["None", "ExtraSmall", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"]


class Looks(TypedDict, total=False):
    """How a block looks."""

    size: Size
    weight: Literal["Lighter", "Default", "Bolder"]
    is_subtle: bool
    style: Literal["default", "columnHeader", "heading"]
    spacing: Spacing


def literal(text: str) -> str:
    """Return the text without control signs and direction marks, and with {{…}} kept from being a date function."""
    return re.sub(r"\{(?=\{)", "{\u2060", _UNSEEN.sub("", text))


def escaped(text: str) -> str:
    """Return the text so that markdown shows it as it is; web addresses stay whole, so that they can be copied."""
    found, end = [], 0
    for url in _URL.finditer(text):
        found += [_MARKUP.sub(r"\\\g<0>", text[end : url.start()]), _IN_URL.sub(r"\\\g<0>", url[0])]
        end = url.end()
    whole = "".join([*found, _MARKUP.sub(r"\\\g<0>", text[end:])])
    return _LIST_MARK_TAIL.sub(r"\1\\\2", whole)


def clipped(text: str, most: int) -> str:
    """Return the text cut between words, with … where something was left out."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:.')}…"


def block(text: str, **looks: Unpack[Looks]) -> CardElement:
    """Return a wrapping block of text. Text that markdown could read otherwise becomes a run, which knows none."""
    clean = literal(text)
    if _MARKUP.search(clean) or _LIST_MARK.search(clean) or _URL.search(clean):
        return RichTextBlock(inlines=[_run(clean, looks)], spacing=looks.get("spacing"))
    return TextBlock(text=clean, wrap=True, **looks)


def linked(text: str) -> CardElement:
    """Return a block of the house's own words, with web addresses as links."""
    found: list[CardElement] = []
    end = 0
    for url in _URL.finditer(text):
        found += [_run(text[end : url.start()], {})] if text[end : url.start()] else []
        found.append(_run(_breakable(url[0]), {}, url[0]))
        end = url.end()
    if not found:
        return block(text)
    return RichTextBlock(inlines=found + ([_run(text[end:], {})] if text[end:] else []))


def _breakable(url: str) -> str:
    """Return the address with places where a narrow card may break it; runs do not break within words."""
    return re.sub(r"(?<=[/\-_&=?.])(?=\w)", "\u200b", url)


def _run(text: str, looks: Looks, url: str | None = None) -> TextRun:
    return TextRun(
        text=text,
        size=looks.get("size"),
        weight=looks.get("weight"),
        is_subtle=looks.get("is_subtle"),
        select_action=OpenUrlAction(url=url) if url else None,
    )
