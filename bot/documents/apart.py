"""A document is read and learnt in a process of its own.

It takes half a minute of a core and most of a gigabyte, which no turn should wait for, and a file that was made to hurt
its reader hurts nothing else. What comes back is JSON and numbers, never an object that could do something.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import orjson

from policy.documents.block import NotReadable, Odd
from policy.documents.draft import Draft
from policy.documents.replay import Changed, Replay
from policy.handbook import Handbook
from policy.handbook_file import as_row, from_row

SECONDS = 240.0
MOST_MEMORY = 4 << 30  # bytes
_NEEDED = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT")
_ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # the other ones answer people


@dataclass(frozen=True, slots=True)
class Running:
    """The version that a draft is compared with. `models` is empty for the version that came with the bot."""

    number: int
    handbook: Handbook
    models: bytes
    lexical: bool


async def drafted(name: str, data: bytes, running: Running) -> Draft:
    """Return what a document would become; NotReadable tells why it cannot be a version."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.documents.apart",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=_environment(),
    )
    try:
        came, _ = await asyncio.wait_for(process.communicate(_packed(name, data, running)), SECONDS)
    except TimeoutError:
        raise NotReadable(Odd.TOO_LONG) from None
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    return _unpacked(came)


def _environment() -> dict[str, str]:
    """Return what Python needs of this process's environment: who reads a stranger's file gets no secret."""
    return {name: os.environ[name] for name in _NEEDED if name in os.environ} | _ONE_CORE


def _packed(name: str, data: bytes, running: Running) -> bytes:
    head = {
        "name": name,
        "number": running.number,
        "handbook": as_row(running.handbook),
        "lexical": running.lexical,
        "models": len(running.models),
    }
    return b"".join((orjson.dumps(head), b"\n", running.models, data))


def _unpacked(came: bytes) -> Draft:
    head, _, models = came.partition(b"\n")
    if not head:  # it fell: out of memory, or killed
        raise NotReadable(Odd.BROKEN)
    row = orjson.loads(head)
    if "odd" in row:
        raise NotReadable(Odd(row["odd"]))
    elsewhere = tuple(Changed(**one) for one in row["replay"].pop("elsewhere"))
    return Draft(from_row(row["handbook"]), models, Replay(**row["replay"], elsewhere=elsewhere))


def _work(sent: bytes) -> bytes:
    head, _, rest = sent.partition(b"\n")
    row = orjson.loads(head)
    models, data = rest[: row["models"]], rest[row["models"] :]
    try:
        made = _made(row, models, data)
    except NotReadable as odd:
        return orjson.dumps({"odd": odd.why.value})
    told = {"handbook": as_row(made.handbook), "replay": asdict(made.replay)}
    return b"".join((orjson.dumps(told), b"\n", made.models))


def _made(row: Mapping[str, Any], models: bytes, data: bytes) -> Draft:
    from bot.documents.drafting import draft
    from bot.embedder import load_embedder
    from policy.examples import load_examples
    from policy.rank import ranker_with
    from policy.study import MODEL, stored

    handbook = from_row(row["handbook"])
    embedder = None if row["lexical"] else load_embedder()
    ranker = ranker_with(handbook, _parts(models) if models else stored(MODEL), embedder)
    return draft(str(row["name"]), data, (row["number"], handbook, ranker), load_examples())


def _parts(models: bytes) -> dict[str, Any]:
    with np.load(io.BytesIO(models)) as parts:
        return dict(parts)


def _kept_small() -> None:
    """Take a small share of the machine, where the system can keep to it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    if hasattr(os, "nice"):
        os.nice(10)


if __name__ == "__main__":
    _kept_small()
    sys.stdout.buffer.write(_work(sys.stdin.buffer.read()))
