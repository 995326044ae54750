"""What the bot counts of itself. Numbers only: no names, ids or words of persons."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_KINDS = frozenset({"message", "invoke", "installationUpdate", "conversationUpdate", "messageReaction", "unread"})
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)


class Metrics:
    """Counters in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._turns = Counter(
            "hjemmebot_turns", "Turns by kind and outcome", ["kind", "outcome"], registry=self.registry
        )
        self._seconds = Histogram(
            "hjemmebot_turn_seconds", "Seconds for a turn", buckets=_BUCKETS, registry=self.registry
        )
        self._sends = Counter("hjemmebot_sends", "Messages sent, by outcome", ["outcome"], registry=self.registry)
        self._sent: dict[str, Counter] = {}  # found once: thousands are sent in a second
        self._papers = Gauge(
            "hjemmebot_papers_waiting", "Signed agreements that wait to be filed", registry=self.registry
        )

    def turn(self, kind: str, outcome: str, seconds: float) -> None:
        """Count a request; `kind` is the activity's type, and one name for all rare ones."""
        self._turns.labels(kind if kind in _KINDS else "other", outcome).inc()
        self._seconds.observe(seconds)

    def send(self, outcome: str) -> None:
        """Count a message to the connector."""
        if (sent := self._sent.get(outcome)) is None:
            sent = self._sent[outcome] = self._sends.labels(outcome)
        sent.inc()

    def papers(self, waiting: int) -> None:
        """Set how many signed agreements wait to be filed."""
        self._papers.set(waiting)

    def page(self) -> bytes:
        """Return the text that Prometheus reads."""
        return generate_latest(self.registry)
