"""The log: lines for people, or one JSON object a line for machines. Neither tells what a person wrote.

An error's own text may hold a person's words, so of an exception only its type and the places in the code are written.
The standard library does it all: a library for structured logs would only move the formatter elsewhere, and what the
libraries below us log comes through `logging` anyway.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from secrets import token_hex
from typing import Any

from aiohttp import hdrs
from aiohttp.abc import AbstractAccessLogger
from aiohttp.web import BaseRequest, Request, RequestKey, StreamResponse

OF_REQUEST = RequestKey("turn", str)  # where a request carries the id of its turn, for the line of the access log
_TURN: ContextVar[str] = ContextVar("turn", default="")
_OFTEN = frozenset({"/healthz", "/readyz", "/metrics"})  # asked by machines, many times a minute
_TEXT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class LogFormat(StrEnum):
    """How a line of the log looks."""

    TEXT = "text"
    JSON = "json"


@contextmanager
def turn() -> Iterator[str]:
    """Give what is logged from here on, in this task, a correlation id of 16 random hex digits; yield it."""
    before = _TURN.set(token_hex(8))
    try:
        yield _TURN.get()
    finally:
        _TURN.reset(before)


def of_fault(fault: BaseException) -> dict[str, Any]:
    """Return what a log call takes as `extra` to tell where an error came from, and nothing of its text."""
    return {"fault": type(fault).__name__, "places": _places(fault)}


class JsonLines(logging.Formatter):
    """One JSON object a line, in ASCII: time (UTC, ISO 8601), level, logger, message; turn, exception, request."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if one := getattr(record, "turn", "") or _TURN.get():
            line["turn"] = one
        if (fault := _fault_of(record)) is not None:
            line["exception"] = fault
        if isinstance(request := getattr(record, "request", None), Mapping):
            line["request"] = dict(request)
        return json.dumps(line, default=str)


class TextLines(logging.Formatter):
    """A line for people, and below it the places in the code where there was an error."""

    def __init__(self) -> None:
        super().__init__(_TEXT)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and what is below it."""
        fault = _fault_of(record)
        plain = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        line = super().format(plain)
        return line if fault is None else "\n  ".join([line, fault["type"], *fault["places"]])


class AccessLines(AbstractAccessLogger):
    """One line a request, by its route: the path of a calendar is a secret, and so is who asked for it."""

    def log(self, request: BaseRequest, response: StreamResponse, time: float) -> None:
        """Write it. What machines ask many times a minute is for those who debug."""
        route = _route(request)
        level = logging.DEBUG if route in _OFTEN and response.status < 400 else logging.INFO
        if not self.logger.isEnabledFor(level):
            return
        told = {
            "method": request.method if request.method in hdrs.METH_ALL else "other",
            "route": route,
            "status": response.status,
            "ms": round(time * 1000, 1),
            "bytes": response.body_length,
        }
        words = "%(method)s %(route)s %(status)d in %(ms).1f ms"
        self.logger.log(level, words, told, extra={"request": told, "turn": request.get(OF_REQUEST, "")})

    @property
    def enabled(self) -> bool:
        """Return whether any line would be written."""
        return self.logger.isEnabledFor(logging.INFO)


def write_log(form: LogFormat = LogFormat.TEXT) -> None:
    """Write the log to stderr, one line an event, without content and without names."""
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(JsonLines() if form is LogFormat.JSON else TextLines())
    logging.basicConfig(level=logging.WARNING, handlers=[lines])
    logging.getLogger("hjemmebot").setLevel(logging.INFO)
    logging.captureWarnings(True)
    # DBOS writes lines of its own form, unless somebody writes them already
    engine = logging.getLogger("dbos")
    if not engine.handlers:
        warnings = logging.StreamHandler(sys.stderr)
        warnings.setFormatter(lines.formatter)
        warnings.setLevel(logging.WARNING)
        engine.addHandler(warnings)
        engine.propagate = False


def _fault_of(record: logging.LogRecord) -> dict[str, Any] | None:
    if isinstance(kind := getattr(record, "fault", None), str):
        return {"type": kind, "places": getattr(record, "places", [])}
    if record.exc_info and record.exc_info[1] is not None:
        return {"type": type(record.exc_info[1]).__name__, "places": _places(record.exc_info[1])}
    return None


def _places(fault: BaseException) -> list[str]:
    return [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(fault.__traceback__)]


def _route(request: BaseRequest) -> str:
    """Return the route as it was written, "" where there is none: the path itself may hold anything."""
    resource = request.match_info.route.resource if isinstance(request, Request) else None
    return resource.canonical if resource is not None else ""
