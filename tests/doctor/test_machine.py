"""What this machine shows, each check in its good and its bad state."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import machine
from bot.settings import AppType
from domain.health import Finding, Note
from tests.doctor.conftest import settings
from tests.fakes.issuer import FakeIssuer


def note(found: list[Finding]) -> Note:
    (one,) = found
    return one.note


def test_settings(whole: dict[str, Any]) -> None:
    assert note(machine.settings_fit(settings(whole))) is Note.SETTINGS_FIT
    assert note(machine.settings_fit(settings(whole, app_password=""))) is Note.NOTHING_TO_LOG_IN_WITH
    managed = settings(whole, app_password="", app_type=AppType.MANAGED_IDENTITY)
    assert note(machine.settings_fit(managed)) is Note.SETTINGS_FIT
    assert note(machine.settings_fit(settings(whole, app_id=""))) is Note.ONLY_HERE


def test_disk(whole: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def full(folder: Path) -> Any:
        asked.append(folder)
        return type("Usage", (), {"free": 1000})

    there = settings(whole)
    monkeypatch.setattr(shutil, "disk_usage", full)
    assert note(machine.disk(there)) is Note.DISK_FULL
    away = settings(whole, database_url="sqlite:////nowhere/at/all/bot.db")
    assert note(machine.disk(away)) is Note.DISK_FULL
    assert asked == [Path(there.database_url.removeprefix("sqlite:///")).parent, Path("/")]


def test_certificate(whole: dict[str, Any], issuer: FakeIssuer, tmp_path: Path) -> None:
    assert machine.certificate(settings(whole)) == []
    both = Path(issuer.certificate)
    assert note(machine.certificate(settings(whole, app_certificate=both))) is Note.CERTIFICATE_ENDS  # tomorrow
    half = tmp_path / "half.pem"
    half.write_bytes(both.read_bytes()[both.read_bytes().index(b"-----BEGIN CERT") :])
    assert note(machine.certificate(settings(whole, app_certificate=half))) is Note.CERTIFICATE_UNREAD
    half.write_text("no PEM")
    assert note(machine.certificate(settings(whole, app_certificate=half))) is Note.CERTIFICATE_UNREAD
    assert note(machine.certificate(settings(whole, app_certificate=tmp_path / "none"))) is Note.CERTIFICATE_UNREAD


def test_journal(whole: dict[str, Any], tmp_path: Path) -> None:
    assert note(machine.journal(settings(whole))) is Note.JOURNAL_UNSET
    folder = tmp_path / "journal"
    folder.mkdir()
    assert note(machine.journal(settings(whole, journal_dir=folder))) is Note.JOURNAL_OPEN
    assert list(folder.iterdir()) == []
    assert note(machine.journal(settings(whole, journal_dir=tmp_path / "none"))) is Note.JOURNAL_SHUT


def test_feeds(whole: dict[str, Any]) -> None:
    assert note(machine.feeds(settings(whole))) is Note.FEEDS_FIT
    assert note(machine.feeds(settings(whole, calendar_url=""))) is Note.FEEDS_PLAIN
    assert note(machine.feeds(settings(whole, calendar_url="", app_id=""))) is Note.FEEDS_FIT


def test_policy_and_model(whole: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert note(machine.policy(settings(whole))) is Note.POLICY_LEARNT
    monkeypatch.setattr(machine, "load_examples", lambda: ())
    assert note(machine.policy(settings(whole))) is Note.POLICY_STALE
    monkeypatch.setattr(machine, "load_embedder", lambda: None)
    assert note(machine.model(settings(whole))) is Note.MODEL_AWAY
