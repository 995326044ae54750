"""How the command line speaks: rich on a terminal, one-line errors, exit codes that mean something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import wraps
from typing import ParamSpec, TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

P = ParamSpec("P")
R = TypeVar("R")

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


class Exit(IntEnum):
    """What an exit code means."""

    OK = 0
    DATA = 1  # what was given is wrong: a file, a person, a question
    USAGE = 2  # the command was called wrongly
    SETTINGS = 3  # the settings are wrong
    UNAVAILABLE = 4  # the database, a port or a network service cannot be had


class Trouble(Exception):
    """Something that the caller can mend, told in one line."""

    def __init__(self, message: str, code: Exit = Exit.DATA) -> None:
        super().__init__(message)
        self.code = code


def told(command: Callable[P, R]) -> Callable[P, R]:
    """Tell what can be mended in one line without a traceback, and exit with the code that fits."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from sqlalchemy.exc import IntegrityError, SQLAlchemyError

        from storage.errors import Conflict

        try:
            return command(*args, **kwargs)
        except Trouble as trouble:
            _say(str(trouble))
            raise typer.Exit(trouble.code) from None
        except ValidationError as wrong:
            for one in wrong.errors():
                where = "_".join(str(part) for part in one["loc"]).upper()
                _say(f"{'HJEMMEBOT_' + where + ': ' if where else ''}{one['msg'].removeprefix('Value error, ')}")
            raise typer.Exit(Exit.SETTINGS) from None
        except (Conflict, IntegrityError):
            _say("somebody else changed the same at this very moment; nothing was stored. Try again")
            raise typer.Exit(Exit.DATA) from None
        except SQLAlchemyError as wrong:
            _say(f"the database cannot be used: {str(wrong).splitlines()[0]}")
            raise typer.Exit(Exit.UNAVAILABLE) from None
        except OSError as wrong:
            _say(f"{wrong.filename or ''} {wrong.strerror or wrong}".strip())
            raise typer.Exit(Exit.UNAVAILABLE) from None

    return run


@contextmanager
def working(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr while something takes its time; yields a function that moves it on."""
    columns = [SpinnerColumn(), TextColumn("{task.description}"), BarColumn()]
    if total is not None:
        columns += [MofNCompleteColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda step: progress.advance(task, step)


def _say(message: str) -> None:
    err.print(f"hjemmebot: {message}", style="red", soft_wrap=True, markup=False)
