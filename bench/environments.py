"""The peers' own Python environments, under build/bench, made once from hashed requirements."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "bench" / "peers"
BUILD = ROOT / "build" / "bench"


class NoInterpreter(Exception):
    """There is no Python of the version that a peer needs."""


def python_for(peer: str, version: tuple[int, int]) -> Path:
    """Return the peer's interpreter, making its environment where it is missing or out of date.

    Raises NoInterpreter, or CalledProcessError when the packages cannot be installed.
    """
    requirements = PEERS / peer / "requirements.txt"
    folder = BUILD / peer
    python = folder / "bin" / "python"
    stamp = folder / "installed"
    mark = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if not (stamp.is_file() and stamp.read_text("utf-8") == mark):
        shutil.rmtree(folder, ignore_errors=True)
        _run(str(_interpreter(version)), "-m", "venv", str(folder))
        _run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
             "-r", str(requirements))  # fmt: skip
        stamp.write_text(mark, "utf-8")
    return python


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _interpreter(version: tuple[int, int]) -> Path:
    for path in _candidates(version):
        if _version(path) >= version:
            return path
    raise NoInterpreter


def _candidates(version: tuple[int, int]) -> list[Path]:
    named = [shutil.which(f"python3.{minor}") for minor in range(version[1], 20)]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kept = sorted(pyenv.glob("3.*/bin/python"))
    return [Path(sys.executable), *(Path(path) for path in named if path), *kept]


def _version(python: Path) -> tuple[int, int]:
    asked = subprocess.run(
        [str(python), "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, check=False
    )
    numbers = asked.stdout.split()
    return (int(numbers[0]), int(numbers[1])) if asked.returncode == 0 and len(numbers) == 2 else (0, 0)
