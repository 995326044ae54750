"""The running policy written down as documents of the kinds that HR sends."""

from __future__ import annotations

import io
from html import escape

from docx import Document
from docx.oxml import OxmlElement

from policy.handbook import Handbook, Passage


def word(handbook: Handbook, *, headings: bool = True) -> bytes:
    """Return the policy as Word writes it: headings by style, bullets, and the breaks where Word ended a page."""
    document, path, page = Document(), (), 1
    document.add_paragraph(handbook.title, style="Title")
    for passage in handbook.passages.values():
        if page < passage.page:
            run = document.add_paragraph().add_run()
            for _ in range(passage.page - page):
                run._r.append(OxmlElement("w:lastRenderedPageBreak"))
            page = passage.page
        for depth in _new(path, passage):
            document.add_paragraph(passage.path[depth], style=f"Heading {depth + 2}" if headings else None)
        path = passage.path
        lines = passage.text.split("\n")
        for line in lines:
            document.add_paragraph(line, style="List Bullet" if len(lines) > 1 else None)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def page(handbook: Handbook) -> str:
    """Return the policy as HTML, to be printed to a PDF."""
    parts, path = [f"<h1>{escape(handbook.title)}</h1>"], ()
    for passage in handbook.passages.values():
        parts += [f"<h{d + 2}>{escape(passage.path[d])}</h{d + 2}>" for d in _new(path, passage)]
        path = passage.path
        lines = passage.text.split("\n")
        if len(lines) > 1:
            parts.append("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>")
        else:
            parts.append(f"<p>{escape(lines[0])}</p>")
    style = "body{font:11pt serif} h1{font-size:26pt} h2{font-size:20pt} h3{font-size:16pt} h4{font-size:14pt}"
    style += " h5{font-size:13pt}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(parts)}"


def _new(path: tuple[str, ...], passage: Passage) -> range:
    shared = 0
    while shared < min(len(path), len(passage.path)) and path[shared] == passage.path[shared]:
        shared += 1
    if len(passage.path) < len(path):
        shared = min(shared, len(passage.path) - 1)
    return range(shared, len(passage.path))
