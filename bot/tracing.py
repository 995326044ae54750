"""Spans: what a turn spent its time on. Off, a span is a constant and costs a function call.

On with the extra `hjemmebot[otel]` and OTEL_EXPORTER_OTLP_ENDPOINT (bot.otel). What a span may carry is the name of a
command, a status, a count: never a person, a word that somebody wrote, or the id of anything but the turn.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

log = logging.getLogger("hjemmebot.tracing")

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")  # OpenTelemetry's own settings
Told = str | int | bool
Began = Callable[
    [str], Callable[[str], None]
]  # (a statement's first word) → told how it ended: "", or the error's type


class Span(Protocol):
    """A span that is open."""

    def tell(self, name: str, value: Told) -> None:
        """Add what was learnt on the way."""
        ...


class Tracer(Protocol):
    """Opens spans: bot.otel.Otel."""

    def span(self, name: str, told: Mapping[str, Told], kind: str) -> AbstractContextManager[Span]:
        """Open a span below the one that is open in this context. `kind` is internal, server or client."""
        ...

    def statement(self, word: str) -> Callable[[str], None]:
        """Open a span that is below the open one, and opens for nobody; return what closes it."""
        ...

    def outward(self, headers: dict[str, str]) -> None:
        """Add the W3C traceparent of the open span to the headers of a request that leaves."""
        ...

    def close(self) -> None:
        """Send what is left. Blocks, for some seconds at most."""
        ...


class _Nothing:
    def tell(self, name: str, value: Told) -> None:
        """Nothing."""


_OFF: AbstractContextManager[Span] = nullcontext(_Nothing())
_tracer: Tracer | None = None


def span(name: str, /, *, kind: str = "internal", **told: Told) -> AbstractContextManager[Span]:
    """Open a span around a `with`."""
    return _OFF if _tracer is None else _tracer.span(name, told, kind)


def outward(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers of a request that leaves, with the W3C traceparent where there is one."""
    if _tracer is not None:
        _tracer.outward(headers)
    return headers


def statements() -> Began | None:
    """Return what is to hear of each statement to the database, or None where nobody is."""
    return None if _tracer is None else _tracer.statement


def open_tracing() -> None:
    """Trace from now on, if the environment names where to and the extra is installed."""
    global _tracer
    if _tracer is not None or not any(os.environ.get(name) for name in ENDPOINTS):
        return
    try:
        from bot.otel import Otel
    except ImportError:
        log.warning("no traces: what sends them is not installed (the extra hjemmebot[otel])")
        return
    _tracer = Otel()


def close_tracing() -> None:
    """Send what is left and trace no more. Blocks, for some seconds at most."""
    global _tracer
    tracer, _tracer = _tracer, None
    if tracer is not None:
        tracer.close()
