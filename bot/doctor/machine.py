"""What this machine shows without the network: settings, disk, certificate, folders, the policy and its model."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile

from cryptography import x509

from bot.embedder import load_embedder
from bot.settings import AppType, Settings
from domain.health import Check, Finding, Note, of_certificate, of_disk
from policy.examples import load_examples
from policy.load import load_handbook
from policy.study import MODEL, fingerprint, stored
from storage.examination import sqlite_file

LOOPBACK = ("http://127.0.0.1", "http://localhost", "http://[::1]")


def settings_fit(settings: Settings) -> list[Finding]:
    """Judge what settings alone tell; combinations that cannot be are refused when they are read."""
    secret = settings.app_password.get_secret_value() or settings.app_certificate
    if not settings.app_id:
        return [Finding(Check.SETTINGS, Note.ONLY_HERE)]
    if settings.app_type is AppType.SINGLE_TENANT and not secret:
        return [Finding(Check.SETTINGS, Note.NOTHING_TO_LOG_IN_WITH)]
    return [Finding(Check.SETTINGS, Note.SETTINGS_FIT)]


def disk(settings: Settings) -> list[Finding]:
    """Judge the room where the SQLite file lies, or where the bot works."""
    folder = (sqlite_file(settings.database_url) or Path("there")).absolute().parent
    while not folder.exists():
        folder = folder.parent
    return [of_disk(shutil.disk_usage(folder).free)]


def certificate(settings: Settings) -> list[Finding]:
    """Judge the app's certificate, where one is set."""
    if settings.app_certificate is None:
        return []
    try:
        pem = settings.app_certificate.read_bytes()
        found = x509.load_pem_x509_certificate(pem[pem.index(b"-----BEGIN CERTIFICATE") :])
        if b"PRIVATE KEY-----" not in pem:
            raise ValueError("no private key")
    except (OSError, ValueError) as fault:
        return [Finding(Check.CERTIFICATE, Note.CERTIFICATE_UNREAD, {"fault": type(fault).__name__})]
    return [of_certificate(found.not_valid_after_utc, datetime.now(UTC))]


def journal(settings: Settings) -> list[Finding]:
    """Write a file without a name into the folder for signed agreements."""
    if settings.journal_dir is None:
        return [Finding(Check.JOURNAL, Note.JOURNAL_UNSET)]
    try:
        with TemporaryFile(dir=settings.journal_dir) as file:
            file.write(b"x")
            file.flush()
            os.fsync(file.fileno())
    except OSError as fault:
        return [Finding(Check.JOURNAL, Note.JOURNAL_SHUT, {"fault": fault.strerror or type(fault).__name__})]
    return [Finding(Check.JOURNAL, Note.JOURNAL_OPEN)]


def feeds(settings: Settings) -> list[Finding]:
    """Judge the addresses that calendars will fetch from."""
    base = settings.feed_base
    fits = base.startswith("https://") or (not settings.app_id and base.startswith(LOOPBACK))
    return [Finding(Check.FEEDS, Note.FEEDS_FIT if fits else Note.FEEDS_PLAIN, {"base": base})]


def policy(settings: Settings) -> list[Finding]:
    """Judge whether what was learnt is what stands in the content."""
    handbook = load_handbook()
    learnt = str(stored(MODEL).get("fingerprint", "")) == fingerprint(handbook, load_examples())
    return [Finding(Check.POLICY, Note.POLICY_LEARNT if learnt else Note.POLICY_STALE, {"version": handbook.version})]


def model(settings: Settings) -> list[Finding]:
    """Load the language model and let it read a word."""
    embedder = load_embedder()
    if embedder is None:
        return [Finding(Check.MODEL, Note.MODEL_AWAY)]
    embedder.queries(["prøve"])
    return [Finding(Check.MODEL, Note.MODEL_LOADS)]
