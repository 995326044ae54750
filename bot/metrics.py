"""What the bot counts of itself. Numbers only: no names, ids or words of persons, and every label is one of a few."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from policy.answers import Answer, DidYouMean, NotCovered

_KINDS = frozenset({"message", "invoke", "installationUpdate", "conversationUpdate", "messageReaction", "unread"})
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)
_ZONES: dict[type[object], str] = {Answer: "answer", DidYouMean: "choices", NotCovered: "none"}
_REFUSALS = frozenset(  # of the login service; what else it says is "other", for it may say anything
    {"invalid_client", "invalid_grant", "invalid_request", "invalid_scope", "unauthorized_client", "access_denied"}
    | {"temporarily_unavailable", "ConnectionError", "ConnectTimeout", "ReadTimeout", "SSLError", "ValueError"}
    | {"RuntimeError", "FileNotFoundError", "PermissionError"}
)
_STATUSES = frozenset({400, 401, 403, 404, 409, 410, 412, 423, 429, 500, 502, 503, 504})


class Source(Collector, ABC):
    """What is looked up when the numbers are read: bot.backlog.Backlog."""

    @abstractmethod
    async def refresh(self) -> None:
        """Look again, if the last look is old. Raises nothing."""


class _Build(Collector):
    def __init__(self, policy: Callable[[], str]) -> None:
        self._policy = policy

    def collect(self) -> Iterator[Metric]:
        """Yield what runs now: another version of the policy may be published at any time."""
        yield InfoMetricFamily("hjemmebot_build", "What runs", {"version": _version(), "policy": self._policy()})


class Metrics:
    """Counters in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._turns = self._counter("turns", "Turns by kind and outcome", "kind", "outcome")
        self._seconds = Histogram(
            "hjemmebot_turn_seconds", "Seconds for a turn", buckets=_BUCKETS, registry=self.registry
        )
        self._faults = self._counter("faults", "Turns that fell on a fault of ours, told to the person with a number")
        self._answers = self._counter("answers", "Questions to the policy, by the zone of the answer", "zone")
        self._model = Histogram(
            "hjemmebot_model_seconds",
            "Seconds for a question in the language model, or at the judge's endpoint",
            ["model"],
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._sends = self._counter("sends", "Messages to the connector, by outcome", "outcome")
        self._sent: dict[str, Counter] = {}  # found once: thousands are sent in a second
        self._throttled = self._counter("throttled", "Requests answered with 429, by whom", "by")
        self._graph = self._counter("graph_errors", "Answers of Microsoft Graph of 400 and above; 0: none", "status")
        self._tokens = self._counter("token_failures", "Tokens refused or not got, by reason", "direction", "reason")
        self._database = self._counter("database_errors", "Errors of the database, by kind", "kind")
        self._deliveries = self._counter("deliveries", "Notices that are over, by how they ended", "state")
        self._papers = Gauge(
            "hjemmebot_papers_waiting", "Signed agreements that wait to be filed", registry=self.registry
        )
        self._source: Source | None = None

    def turn(self, kind: str, outcome: str, seconds: float) -> None:
        """Count a request; `kind` is the activity's type, and one name for all rare ones."""
        self._turns.labels(kind if kind in _KINDS else "other", outcome).inc()
        self._seconds.observe(seconds)

    def fault(self) -> None:
        """Count a turn that fell."""
        self._faults.inc()

    def answered(self, fact: object) -> None:
        """Count what a question to the policy was answered with; "other" is HR's own words, or a no."""
        self._answers.labels(_ZONES.get(type(fact), "other")).inc()

    def thought(self, model: str, seconds: float) -> None:
        """Note how long a model took: "own" or "endpoint"."""
        self._model.labels(model).observe(seconds)

    def send(self, outcome: str) -> None:
        """Count a message to the connector; "throttled" is a request of one that may be tried again."""
        if outcome == "throttled":
            self._throttled.labels("connector").inc()
            return
        if (sent := self._sent.get(outcome)) is None:
            sent = self._sent[outcome] = self._sends.labels(outcome)
        sent.inc()

    def graph(self, status: int) -> None:
        """Count an answer of Microsoft Graph; 0 is none at all."""
        if status == 429:
            self._throttled.labels("graph").inc()
        if status == 0 or status >= 400:
            self._graph.labels(str(status) if status in _STATUSES or not status else "other").inc()

    def token_refused(self, reason: str) -> None:
        """Count a token of a caller's that was not taken; `reason` is a word of bot.teams.trust."""
        self._tokens.labels("in", reason).inc()

    def token_missing(self, reason: str) -> None:
        """Count that no token of our own could be got; `reason` is msal's word."""
        self._tokens.labels("out", reason if reason in _REFUSALS else "other").inc()

    def database_error(self, kind: str) -> None:
        """Count an error of the database; `kind` is the name of SQLAlchemy's class for it."""
        self._database.labels(kind).inc()

    def delivered(self, state: str, number: int = 1) -> None:
        """Count notices that are over: sent, gone or failed."""
        self._deliveries.labels(state).inc(number)

    def papers(self, waiting: int) -> None:
        """Set how many signed agreements wait to be filed."""
        self._papers.set(waiting)

    def look_up(self, source: Source) -> None:
        """Put on the page what this source knows."""
        self._source = source
        self.registry.register(source)

    def build(self, policy: Callable[[], str]) -> None:
        """Put on the page which version of the bot runs, and which edition of the policy."""
        self.registry.register(_Build(policy))

    async def fresh(self) -> None:
        """Have what is looked up looked up, before `page`."""
        if self._source is not None:
            await self._source.refresh()

    def page(self) -> bytes:
        """Return the text that Prometheus reads."""
        return generate_latest(self.registry)

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(f"hjemmebot_{name}", told, labels, registry=self.registry)


def _version() -> str:
    try:
        return version("hjemmebot")
    except PackageNotFoundError:  # run from its sources
        return "unknown"
