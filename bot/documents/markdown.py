"""A Markdown document read into blocks. What `hjemmebot export-policy` wrote comes back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from policy.documents.block import Block, NotReadable, Odd
from policy.handbook import Kind

# Ours in the exported document: <!-- afsnit ramme-ret, rule, side 3 -->; by hand also <!-- side 3 -->
_MARK = re.compile(r"<!--\s*(?:afsnit\s+(?P<id>[\w-]+)\s*,\s*(?P<kind>\w+)\s*,\s*)?side\s+(?P<page>\d{1,4})\s*-->")


def read_markdown(data: bytes) -> list[Block]:
    """Return the blocks; NotReadable when it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotReadable(Odd.BROKEN) from None
    return list(_blocks(MarkdownIt("commonmark").parse(text)))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    page, passage_id, kind, level, items = 1, "", None, 0, 0
    for token in tokens:
        match token.type:
            case "html_block" if (mark := _MARK.search(token.content)) is not None:
                page = int(mark["page"])
                passage_id, kind = mark["id"] or "", _kind(mark["kind"])
            case "heading_open":
                level, passage_id, kind = int(token.tag[1:]), "", None
            case "heading_close":
                level = 0
            case "list_item_open":
                items += 1
            case "list_item_close":
                items -= 1
            case "inline" if level:
                yield Block(_words(token), page, level)
            case "inline":
                for line in _words(token).split("\n"):
                    yield Block(line, page, 0, bool(items), passage_id, kind)
            case "fence" | "code_block":
                yield Block(token.content, page, 0, False, passage_id, kind)


def _words(token: Token) -> str:
    """Return what stands there without its marks; a link keeps its address."""
    words, address = "", ""
    for child in token.children or []:
        match child.type:
            case "softbreak":
                words += " "
            case "hardbreak":
                words += "\n"
            case "link_open":
                address = str(child.attrs.get("href", ""))
            case "link_close":
                words += f" {address}" if address and address not in words else ""
            case _:
                words += child.content
    return words


def _kind(name: str | None) -> Kind | None:
    return Kind(name) if name in set(Kind) else None
