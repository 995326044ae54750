"""What a stronger judge holds of a question, where the municipality has one: a ranking, a verdict, both or nothing.

Questions with words of health or somebody's numbers are never sent. Nothing waits for it but the turn that asks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial

from bot.endpoint import Endpoint, NothingSaid
from bot.judge import EndpointJudge
from bot.judge_vectors import EndpointVectors
from bot.settings import Settings
from bot.shelf import Shelf
from domain.commands import Ask
from domain.questions import LONGEST_SENT
from policy.answers import Ranking
from policy.following import followed, together
from policy.handbook import Passage
from policy.judging import MOST, Opinion
from policy.private import is_private


class Opinions:
    """Asks the endpoint, in the order that makes the most of it: first its vectors, then its pick among the best."""

    def __init__(
        self, endpoint: Endpoint, judge: EndpointJudge | None, vectors: EndpointVectors | None, shelf: Shelf
    ) -> None:
        self._endpoint, self._judge, self._vectors, self._shelf = endpoint, judge, vectors, shelf

    async def start(self) -> None:
        """Open the session. Needs the running loop."""
        await self._endpoint.start()

    async def stop(self) -> None:
        """Close the session."""
        await self._endpoint.stop()

    async def of(self, ask: Ask, thinker: Executor) -> Opinion | None:
        """Return the opinion; None where the question is not sent, or nothing of use comes back in time."""
        alone = ask.question[:LONGEST_SENT]
        texts = [alone, together(ask.before, ask.question, LONGEST_SENT)] if ask.before else [alone]
        if self._endpoint.rests or is_private(" ".join(texts)):
            return None
        ranking = await self._ranked(texts)
        verdict = None
        if self._judge is not None:
            passages = await self._likeliest(texts[-1], ranking, thinker)
            verdict = await self._judge.verdict(texts[-1], passages)
        return None if ranking is None and verdict is None else Opinion(ranking, verdict)

    async def _ranked(self, texts: Sequence[str]) -> Ranking | None:
        ranker = self._shelf.far
        if self._vectors is None or ranker is None:
            return None
        try:
            rows = await self._vectors.of(texts)
        except NothingSaid:
            return None
        if rows.shape[1] != len(ranker.model.middle):  # it changed its model and not its name
            self._endpoint.failed("vectors of another size")
            return None
        rankings = [ranker.judged(text, row) for text, row in zip(texts, rows, strict=True)]
        return followed(*rankings) if len(rankings) == 2 else rankings[0]

    async def _likeliest(self, question: str, ranking: Ranking | None, thinker: Executor) -> Sequence[Passage]:
        """Return the passages to pick among: the best by its own vectors first, then by the ranking of the house."""
        near = partial(self._shelf.ranker.shortlist, question, MOST)
        found = await asyncio.get_running_loop().run_in_executor(thinker, near)
        first = [one.passage for one in ranking.best] if ranking is not None else []
        return tuple({one.id: one for one in (*first, *found)}.values())[:MOST]


def opinions_of(
    settings: Settings, shelf: Shelf, took: Callable[[float], None] = lambda seconds: None
) -> Opinions | None:
    """Return what asks the judge, or None where no endpoint is set."""
    if not settings.judge_url:
        return None
    endpoint = Endpoint(settings.judge_url, settings.judge_key.get_secret_value(), settings.judge_seconds, took)
    judge = EndpointJudge(endpoint, settings.judge_model) if settings.judge_model else None
    vectors = EndpointVectors(endpoint, settings.judge_embeddings) if settings.judge_embeddings else None
    return Opinions(endpoint, judge, vectors, shelf)
