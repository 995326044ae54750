"""A signed agreement to write down."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

from pypdf import PdfReader

from bot.papers.signed_agreement import Signature, SignedAgreement
from domain.agreements import Terms
from domain.papers import Source

AT = datetime(2026, 11, 23, 13, 3, 9, tzinfo=UTC)
TERMS = Terms(
    "1 dag om ugen",
    "Onsdag",
    "Telefon kl. 9-14",
    "Sagsbehandling\nog skriftlige opgaver",
    "Skærm, tastatur",
    "",
    "Hjemme på adressen i Nyborg",
    date(2026, 12, 2),
    14,
)
SOURCE = Source("Nyborg Kommune", "Politik for hjemmearbejde", "1", (3, 14))
SIGNED = SignedAgreement(
    UUID(int=7),
    TERMS,
    2,
    "0123456789abcdef" * 4,
    Signature("Anna Ågård", AT, "anna", "anna@nyborg.dk"),
    Signature("Lars Bæk", AT, "lars"),
    SOURCE,
    "Drift",
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="#046"/></svg>'


def text_of(document: bytes) -> str:
    """All text of the document, blanks and line breaks made one blank."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages).split())


def png(width: int, height: int) -> bytes:
    """A white picture."""
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    chunks = (struct.pack(">I", len(of)) + kind + of + struct.pack(">I", zlib.crc32(kind + of)) for kind, of in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
