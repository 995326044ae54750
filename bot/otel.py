"""Spans by OpenTelemetry, sent over OTLP/HTTP. The only place that knows it; loaded only where it is asked for.

OpenTelemetry's own settings hold: OTEL_EXPORTER_OTLP_ENDPOINT and _HEADERS, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER,
OTEL_RESOURCE_ATTRIBUTES. See https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from bot.tracing import Told

_KINDS = {"internal": SpanKind.INTERNAL, "server": SpanKind.SERVER, "client": SpanKind.CLIENT}
_ERROR_TYPE = "error.type"


class _Open:
    def __init__(self, span: Span) -> None:
        self._span = span

    def tell(self, name: str, value: Told) -> None:
        """Add what was learnt on the way."""
        self._span.set_attribute(name, value)


class Otel:
    """A provider of its own, beside whatever a library below us may set for itself."""

    def __init__(self) -> None:
        name = os.environ.get("OTEL_SERVICE_NAME", "hjemmebot")
        self._provider = TracerProvider(resource=Resource.create({SERVICE_NAME: name}), shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("hjemmebot")
        self._propagator = TraceContextTextMapPropagator()

    @contextmanager
    def span(self, name: str, told: Mapping[str, Told], kind: str) -> Iterator[_Open]:
        """Open a span; an error that passes is noted by its type, for its own text may hold a person's words."""
        with self._tracer.start_as_current_span(
            name, kind=_KINDS[kind], attributes=told, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield _Open(span)
            except BaseException as fault:
                _fell(span, type(fault).__name__)
                raise

    def statement(self, word: str) -> Callable[[str], None]:
        """Open a span for a statement, of which only the first word is told; return what closes it."""
        span = self._tracer.start_span(f"database {word}", kind=SpanKind.CLIENT, attributes={"db.operation.name": word})

        def closed(fault: str) -> None:
            if fault:
                _fell(span, fault)
            span.end()

        return closed

    def outward(self, headers: dict[str, str]) -> None:
        """Add traceparent."""
        self._propagator.inject(headers)

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()


def _fell(span: Span, fault: str) -> None:
    span.set_attribute(_ERROR_TYPE, fault)
    span.set_status(Status(StatusCode.ERROR))
