"""The running policy, sent as Word, PDF or Markdown, comes back with nothing lost; what is no policy is told kindly."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document
from playwright.sync_api import sync_playwright

from bot.documents.reading import LARGEST, read_document
from policy.documents.block import NotReadable, Odd
from policy.documents.cutting import new_version
from policy.documents.difference import Change, differences
from policy.documents.markdown import as_markdown
from policy.handbook import Handbook
from policy.load import load_handbook
from tests.browser.conftest import FLAGS
from tests.documents import writing

SAME = {Change.SAME, Change.MOVED}  # a document without our marks has pages of its own


@pytest.fixture(scope="module")
def print_pdf() -> Iterator[object]:
    """Print HTML to a PDF with Debian's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()

        def printed(html: str) -> bytes:
            page.set_content(html)
            edge = {"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"}
            return page.pdf(format="A4", margin=edge)

        yield printed
        browser.close()


def changes(name: str, data: bytes, running: Handbook) -> list[tuple[Change, str]]:
    after = new_version(read_document(name, data), running, "2")
    found = differences(running, after)
    return [(one.change, (one.after or one.before).id) for one in found]


def odd(name: str, data: bytes) -> Odd:
    with pytest.raises(NotReadable) as told:
        read_document(name, data)
    return told.value.why


def test_markdown_comes_back_word_for_word_kind_for_kind_page_for_page() -> None:
    running = load_handbook()
    after = new_version(read_document("p.md", as_markdown(running).encode()), running, running.version)
    assert after == running


def test_word_comes_back_with_every_passage() -> None:
    running = load_handbook()
    assert {change for change, _ in changes("p.docx", writing.word(running), running)} <= SAME


def test_the_pages_of_word_are_counted() -> None:
    running = load_handbook()
    after = new_version(read_document("p.docx", writing.word(running)), running, "2")
    assert after.passages["formaal"].page == 3
    assert after.passages["krav-plads"].page == 8


@pytest.mark.browser
def test_a_pdf_comes_back_with_every_passage(print_pdf) -> None:
    running = load_handbook()
    assert {change for change, _ in changes("p.pdf", print_pdf(writing.page(running)), running)} <= SAME


@pytest.mark.browser
def test_a_changed_pdf_shows_just_what_changed(print_pdf) -> None:
    running = load_handbook()
    html = writing.page(running).replace("kort varsel", "en dags varsel")
    told = [(change, name) for change, name in changes("p.pdf", print_pdf(html), running) if change not in SAME]
    assert told == [(Change.REWORDED, "ramme-annullering")]


@pytest.mark.browser
def test_a_scanned_pdf_has_no_text(print_pdf) -> None:
    picture = "<svg width=600 height=800><rect width=500 height=700 fill=gray /></svg>"
    assert odd("scan.pdf", print_pdf(picture)) is Odd.NO_TEXT


@pytest.mark.browser
def test_a_long_document_is_no_policy(print_pdf) -> None:
    pages = "".join(f"<h2>Kapitel {n}</h2><p style='break-after:page'>Noget om hjemmearbejde.</p>" for n in range(200))
    assert odd("lang.pdf", print_pdf(pages)) is Odd.TOO_LONG


@pytest.mark.browser
def test_a_pdf_that_was_cut_off_is_broken_or_empty(print_pdf) -> None:
    data = print_pdf(writing.page(load_handbook()))
    assert odd("halv.pdf", data[: len(data) // 3]) in {Odd.BROKEN, Odd.NO_TEXT}
    assert odd("tom.pdf", b"%PDF-1.7\n") in {Odd.BROKEN, Odd.NO_TEXT}


def test_a_word_document_without_headings_is_told() -> None:
    assert odd("p.docx", writing.word(load_handbook(), headings=False)) is Odd.NO_HEADINGS


def test_an_empty_word_document_has_no_text() -> None:
    file = io.BytesIO()
    Document().save(file)
    assert odd("tom.docx", file.getvalue()) is Odd.NO_TEXT


def test_what_is_something_else_is_told_by_its_bytes_not_its_name() -> None:
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert odd("politik.docx", sheet.getvalue()) is Odd.WRONG_TYPE
    assert odd("politik.docx", b"PK\x03\x04 and then nothing") is Odd.BROKEN
    assert odd("politik.pdf", b"MZ\x90\x00") is Odd.WRONG_TYPE
    assert odd("politik.md", "# Å".encode("latin-1") * 200) is Odd.BROKEN
    assert odd("politik.md", b"x" * (LARGEST + 1)) is Odd.TOO_LONG
    assert odd("politik.txt", b"hej") is Odd.WRONG_TYPE


def test_a_small_file_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 120_000_000)
    assert odd("bombe.docx", bomb.getvalue()) is Odd.TOO_LONG
