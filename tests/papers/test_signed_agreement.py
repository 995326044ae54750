"""The document says what was agreed, whoever typed what, and is an archival one by its own words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.papers.logo import LARGEST, Logo, read_logo
from bot.papers.printable import printable
from bot.papers.signed_agreement import TITLE, written
from domain.agreements import Terms
from tests.papers.values import SIGNED, SVG, TERMS, png, text_of

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåABCÆØÅéüß0123456789 .,:;!?#$*_`@<>[](){}\\/\"'=+-~^&%|"
typed = st.text(LETTERS, min_size=1, max_size=300).map(str.strip)


def tight(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def test_it_says_all_that_was_agreed_under_its_title() -> None:
    said = text_of(written(SIGNED))
    for part in (
        TITLE,
        "Nyborg Kommune",
        "Denne aftale supplerer lokalaftale",
        "Anna Ågård, Drift",
        "Omfang af hjemmearbejde 1 dag om ugen",
        "Sagsbehandling og skriftlige opgaver",
        "Øvrige vilkår Intet aftalt",
        "Gælder fra 2. december 2026",
        "Opsigelsesvarsel 14 dage",
        "Leder Lars Bæk 23. november 2026 kl. 14.03.09",
        "Politik for hjemmearbejde, version 1, Nyborg Kommune, side 3 og 14",
        "version 2",
        "Side 1 af 1",
    ):
        assert part in said, (part, said)
    assert SIGNED.content_hash in tight(said)


@settings(max_examples=40)
@given(typed, typed, typed)
def test_what_people_type_is_text_and_never_markup(extent: str, tasks: str, name: str) -> None:
    terms = replace(TERMS, extent=extent, tasks=tasks)
    said = tight(text_of(written(replace(SIGNED, terms=terms, employee=replace(SIGNED.employee, name=name)))))
    for one in (extent, tasks, name):
        assert tight(one) in said


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_at_all_makes_a_document(text: str) -> None:
    assert written(replace(SIGNED, terms=replace(TERMS, other=text))).startswith(b"%PDF-1.7")


def test_code_of_the_template_runs_for_nobody() -> None:
    evil = '#panic("x") #read("/etc/passwd") $x^2$ *fed* = Overskrift\n- punkt // væk \\u{41} #let it = none'
    said = tight(text_of(written(replace(SIGNED, terms=replace(TERMS, tasks=evil)))))
    assert tight(evil) in said


def test_letters_without_a_shape_are_written_out() -> None:
    assert printable("Hej 😀\u202e!\r\nA\u030a\tb\x00") == (
        "Hej [U+1F600 GRINNING FACE][U+202E RIGHT-TO-LEFT OVERRIDE]!\nÅ b"
    )


def test_the_same_agreement_is_the_same_bytes() -> None:
    assert written(SIGNED) == written(SIGNED)
    assert written(SIGNED) != written(replace(SIGNED, version=3))


def test_long_texts_go_over_several_pages_with_numbers() -> None:
    long = Terms(*("Æbler og ål. " * 76 for _ in range(7)))
    document = written(replace(SIGNED, terms=long))
    pages = len(PdfReader(BytesIO(document)).pages)
    assert pages > 1
    assert f"Side {pages} af {pages}" in text_of(document)


def test_it_claims_to_be_archival_and_accessible_and_holds_what_that_needs() -> None:
    """No independent validator runs here (docs/decisions/0009): these are the parts of the standard we can see."""
    reader = PdfReader(BytesIO(written(SIGNED, Logo(SVG, "svg"))))
    root: Any = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()
    for part in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", TITLE):
        assert part in xmp
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/StructTreeRoot"]["/K"]
    assert [intent["/S"] for intent in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    assert not reader.is_encrypted
    for page in reader.pages:
        fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
        for font in fonts:
            assert any(key.startswith("/FontFile") for key in font["/DescendantFonts"][0]["/FontDescriptor"])
            assert "/ToUnicode" in font


@pytest.mark.parametrize("logo", [Logo(SVG, "svg"), Logo(png(300, 80), "png")])
def test_a_logo_stands_on_it_with_words_for_those_who_do_not_see_it(logo: Logo) -> None:
    with_it = written(SIGNED, logo)
    assert len(with_it) != len(written(SIGNED))
    assert text_of(with_it) == text_of(written(SIGNED))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"GIF89a", "neither PNG nor SVG"),
        (b"", "neither"),
        (png(4001, 1), "4000 pixels"),
        (b"<svg" + b" " * LARGEST, "200 kB"),
        (b"<svg><", "archival PDF"),
        (png(9, 9)[:60], "archival PDF"),
    ],
)
def test_a_logo_that_will_not_do_is_told_at_start(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=why):
        read_logo(file)
    with pytest.raises(ValueError, match="cannot be read"):
        read_logo(tmp_path / "none.png")


def test_a_word_without_end_stays_on_the_page() -> None:
    endless = "W" * 1000
    document = PdfReader(BytesIO(written(replace(SIGNED, terms=replace(TERMS, tasks=endless)))))
    lines = [line for page in document.pages for line in page.extract_text().splitlines() if "WWW" in line]
    assert len(lines) > 10
    assert max(map(len, lines)) < 70
    assert sum(line.count("W") for line in lines) == 1000
