"""The municipality's logo on documents: read and checked once, at start."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typst

LARGEST = 200_000  # bytes
LONGEST_SIDE = 4_000  # pixels
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_TRIAL = b"""#set document(title: "t")
#set text(lang: "da")
#let it = json(bytes(sys.inputs.values))
#image(bytes(it.bytes), format: it.format, alt: "a")"""
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as it lies in its file."""

    picture: bytes
    kind: Literal["png", "svg"]

    @property
    def values(self) -> dict[str, object]:
        """What the template takes."""
        return {"bytes": list(self.picture), "format": self.kind}


def read_logo(path: Path) -> Logo:
    """Return the logo in a PNG or SVG file of at most 200 kB and 4,000 pixels a side.

    Raises ValueError that says what is wrong with it.
    """
    try:
        with path.open("rb") as file:
            picture = file.read(LARGEST + 1)
    except OSError as fault:
        raise ValueError(f"the logo cannot be read: {fault.strerror}") from None
    if len(picture) > LARGEST:
        raise ValueError(f"the logo is larger than {LARGEST // 1000} kB")
    if picture.startswith(_PNG) and len(picture) > 24:
        if not 0 < max(_sides(picture)) <= LONGEST_SIDE:
            raise ValueError(f"the logo is wider or higher than {LONGEST_SIDE} pixels")
        return _tried(Logo(picture, "png"))
    if b"<svg" in picture[:2_000]:
        return _tried(Logo(picture, "svg"))
    raise ValueError("the logo is neither PNG nor SVG")


def _sides(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _tried(logo: Logo) -> Logo:
    """Return the logo when it can be set in an archival PDF."""
    values = {"values": json.dumps(logo.values)}
    try:
        typst.compile(_TRIAL, format="pdf", pdf_standards=STANDARDS, sys_inputs=values, ignore_system_fonts=True)
    except typst.TypstError:
        raise ValueError("the logo cannot be set in an archival PDF") from None
    return logo
