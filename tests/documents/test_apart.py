"""A document is read in a process of its own, and one that falls there is told like any other that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.documents import apart
from bot.documents.apart import Running, drafted
from policy.documents.block import NotReadable, Odd
from policy.load import load_handbook

RUNNING = Running(1, load_handbook(), b"", lexical=True)


async def test_a_process_that_falls_is_a_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")
    with pytest.raises(NotReadable) as told:
        await drafted("p.md", b"# x" * 1_000_000, RUNNING)
    assert told.value.why is Odd.BROKEN


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("p.docx", b"PK\x03\x04 and nothing more", Odd.BROKEN),
        ("p.pdf", b"%PDF-1.7 and nothing more", Odd.BROKEN),
        ("p.exe", b"MZ", Odd.WRONG_TYPE),
        ("p.md", b"# Politik\n\nKort.\n", Odd.NO_TEXT),
    ],
)
async def test_why_it_is_none_comes_back(name: str, data: bytes, why: Odd) -> None:
    with pytest.raises(NotReadable) as told:
        await drafted(name, data, RUNNING)
    assert told.value.why is why


async def test_who_reads_a_strangers_file_gets_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = tmp_path / "told"
    shell = tmp_path / "shell"
    shell.write_text(f'#!/bin/sh\nenv > "{told}"\n', encoding="utf-8")
    shell.chmod(0o700)
    monkeypatch.setenv("HJEMMEBOT_APP_PASSWORD", "hemmeligt")
    monkeypatch.setattr(apart.sys, "executable", str(shell))
    with pytest.raises(NotReadable):
        await drafted("p.md", b"# Politik", RUNNING)
    assert "OMP_NUM_THREADS=1" in told.read_text("utf-8")
    assert "hemmeligt" not in told.read_text("utf-8")
