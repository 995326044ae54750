"""A collector on loopback that speaks OTLP/HTTP with protobuf, in a thread of its own: senders block while they send.

with collector() as one:
    one.spans()      # [{name, kind, parent, trace, span, attributes, error}], as they came in
    one.bytes        # all that was received, unread
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass
class Collector:
    """Where it is, and what it was sent."""

    url: str
    received: list[bytes] = field(default_factory=list)

    @property
    def bytes(self) -> bytes:
        return b"".join(self.received)

    def spans(self) -> list[dict[str, Any]]:
        """All spans that came in."""
        batches = [ExportTraceServiceRequest.FromString(one) for one in self.received]
        scopes = [scope for batch in batches for of in batch.resource_spans for scope in of.scope_spans]
        return [_read(span) for scope in scopes for span in scope.spans]


@contextmanager
def collector() -> Iterator[Collector]:
    """Serve on a free port of 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            good = self.path == "/v1/traces" and self.headers["Content-Type"] == "application/x-protobuf"
            if good:
                one.received.append(body)
            self.send_response(200 if good else 404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    one = Collector(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _read(span: Any) -> dict[str, Any]:
    told = {one.key: getattr(one.value, one.value.WhichOneof("value")) for one in span.attributes}
    return {
        "name": span.name,
        "kind": span.kind,
        "trace": span.trace_id.hex(),
        "span": span.span_id.hex(),
        "parent": span.parent_span_id.hex(),
        "attributes": told,
        "error": span.status.code == 2,
        "events": len(span.events),
        "message": span.status.message,
    }
