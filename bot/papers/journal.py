"""The folder of the personnel files: a PDF and a JSON with metadata for each agreement, whole or not at all.

Each file is written beside its place, made durable and then renamed into it; the JSON comes last and is the sign that
both are whole. What is there already and whole is left as it is, so a try after a crash writes nothing twice.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

from bot.papers.signed_agreement import TITLE, Signature, SignedAgreement

SCHEMA = "hjemmebot/aftale-om-hjemmearbejde/1"
MODE = 0o640


def put(folder: Path, name: str, signed: SignedAgreement, document: bytes) -> None:
    """Put the document and its metadata into the folder, each once. Raises OSError, and leaves nothing half-written."""
    if is_whole(folder, name, signed.content_hash):
        return
    _place(folder / f"{name}.pdf", document)
    _place(folder / f"{name}.json", metadata(name, signed, document))


def is_whole(folder: Path, name: str, content_hash: str) -> bool:
    """Return whether the two files are there, belong together and are about this content."""
    try:
        said = json.loads((folder / f"{name}.json").read_bytes())
        document = (folder / f"{name}.pdf").read_bytes()
    except (FileNotFoundError, ValueError):
        return False
    return bool(said.get("content_sha256") == content_hash and said.get("file_sha256") == _hash(document))


def metadata(name: str, signed: SignedAgreement, document: bytes) -> bytes:
    """Return what a journal system needs to file the document, as JSON in UTF-8. Moments are ISO 8601 in UTC."""
    terms = signed.terms
    said = {
        "schema": SCHEMA,
        "title": TITLE,
        "file": f"{name}.pdf",
        "file_sha256": _hash(document),
        "file_bytes": len(document),
        "agreement_id": str(signed.agreement_id),
        "version": signed.version,
        "content_sha256": signed.content_hash,
        "in_force_from": terms.start.isoformat() if terms.start else signed.at.date().isoformat(),
        "employee": {**_confirmed(signed.employee), "department": signed.department},
        "leader": _confirmed(signed.leader),
        "municipality": signed.source.municipality,
        "policy": {
            "title": signed.source.title,
            "version": signed.source.version,
            "pages": list(signed.source.pages),
        },
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def _confirmed(by: Signature) -> dict[str, str]:
    return {"id": by.person_id, "name": by.name, "email": by.email, "confirmed_at": by.at.isoformat()}


def _place(file: Path, content: bytes) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        part.unlink(missing_ok=True)  # what a crash left
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError:
        _drop(part)
        raise
    _make_durable(file.parent)


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # it is hidden, and the next try begins by deleting it


def _make_durable(folder: Path) -> None:
    """Make the rename survive a power cut, where the system can do that for a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
