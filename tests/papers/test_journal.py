"""Two files, whole or not at all, whatever the folder is like."""

from __future__ import annotations

import json
import resource
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from bot.papers import journal
from bot.papers.signed_agreement import written
from tests.papers.values import SIGNED

NAME = "aftale-om-hjemmearbejde_1_v2"
DOCUMENT = written(SIGNED)


def test_the_two_files_belong_together(tmp_path: Path) -> None:
    journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    assert sorted(file.name for file in tmp_path.iterdir()) == [f"{NAME}.json", f"{NAME}.pdf"]
    assert (tmp_path / f"{NAME}.pdf").read_bytes() == DOCUMENT
    said = json.loads((tmp_path / f"{NAME}.json").read_text("utf-8"))
    assert said["title"] == "Aftale om hjemmearbejde"
    assert said["file_sha256"] == sha256(DOCUMENT).hexdigest()
    assert said["content_sha256"] == SIGNED.content_hash
    assert said["employee"] == {
        "id": "anna",
        "name": "Anna Ågård",
        "email": "anna@nyborg.dk",
        "confirmed_at": "2026-11-23T13:03:09+00:00",
        "department": "Drift",
    }
    assert said["leader"]["name"] == "Lars Bæk"
    assert said["policy"] == {"title": "Politik for hjemmearbejde", "version": "1", "pages": [3, 14]}
    assert said["in_force_from"] == "2026-12-02"
    assert (tmp_path / f"{NAME}.pdf").stat().st_mode & 0o777 & ~0o640 == 0


def test_what_is_whole_is_not_written_again_and_what_is_not_is_mended(tmp_path: Path) -> None:
    journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    pdf = tmp_path / f"{NAME}.pdf"
    before = pdf.stat().st_ino
    journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    assert pdf.stat().st_ino == before
    pdf.write_bytes(b"half")
    journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    assert pdf.read_bytes() == DOCUMENT
    (tmp_path / f"{NAME}.json").write_bytes(b"{")
    journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    assert journal.is_whole(tmp_path, NAME, SIGNED.content_hash)
    assert not journal.is_whole(tmp_path, NAME, "0" * 64)


def test_what_a_crash_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / f".{NAME}.pdf.part").write_bytes(b"half")
    journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("where", ["missing", "file/inside", "/proc/self"])
def test_a_folder_that_cannot_be_written_leaves_nothing(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match=r".+"):
        journal.put(tmp_path / where, NAME, SIGNED, DOCUMENT)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("room", [0, 1000, len(DOCUMENT) - 1])
def test_no_room_leaves_nothing_half_written(tmp_path: Path, room: int) -> None:
    """The system's own limit on the size of a file: what is written past it fails as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(OSError, match=r".+"):
            journal.put(tmp_path, NAME, SIGNED, DOCUMENT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
    journal.put(tmp_path, NAME, replace(SIGNED, version=2), DOCUMENT)
    assert len(list(tmp_path.iterdir())) == 2
