"""Learning with the vectors of the judge's endpoint, on the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import Exit, Trouble, out, told, working
from bot.cli.database import opened

if TYPE_CHECKING:
    from bot.judge_vectors import EndpointVectors
    from policy.embedder import Vectors

BATCH = 100  # texts in one request
SECONDS = 60.0  # for one of these; a question in a chat has HJEMMEBOT_JUDGE_SECONDS
TRIES = 3


@told
def train_judge(
    zones: Annotated[bool, typer.Option("--zones", help="Set the zones anew too; takes some minutes.")] = False,
) -> None:
    """Learn the running version with the vectors of the judge's endpoint (HJEMMEBOT_JUDGE_EMBEDDINGS).

    The example questions and the passages are sent there, and nothing of anybody who uses the bot. Running bots take
    what was learnt into use within seconds. Without --zones, the zones are those of the model that comes with the bot.

    Example: hjemmebot train-judge --zones
    """
    from bot.settings import Settings
    from bot.shelf import Shelf
    from policy.documents.teaching import carried
    from policy.examples import load_examples
    from policy.study import BOTH, MODEL, lessons_by, model_file, relearnt, stored, study
    from policy.training import passage_texts
    from storage import judge_rankings

    settings = Settings()
    if not settings.judge_url or not settings.judge_embeddings:
        raise Trouble("HJEMMEBOT_JUDGE_URL and HJEMMEBOT_JUDGE_EMBEDDINGS are not set", Exit.SETTINGS)
    with opened() as database:
        shelf = Shelf(database, None)
        number, handbook = shelf.running()[0], shelf.handbook
        examples = carried(load_examples(), handbook)
        texts = [*(one.question for one in examples), *passage_texts(handbook)]
        table = asyncio.run(_vectors(texts))
        lesson = lessons_by(handbook, examples, table[: len(examples)], table[len(examples) :])
        with working("Learning"):
            model = study(lesson) if zones else relearnt(lesson, stored(MODEL), BOTH)
        file = model_file({BOTH: model}, handbook, examples, settings.judge_embeddings)
        with database.writing() as session:
            judge_rankings.keep(session, number, settings.judge_embeddings, file, datetime.now(UTC))
    out.print(f"Version {number} is learnt with {len(texts)} vectors of {table.shape[1]} numbers.")


async def _vectors(texts: Sequence[str]) -> Vectors:
    from bot.endpoint import Endpoint, NothingSaid
    from bot.judge_vectors import EndpointVectors
    from bot.settings import Settings

    settings = Settings()
    endpoint = Endpoint(settings.judge_url, settings.judge_key.get_secret_value(), SECONDS)
    await endpoint.start()
    try:
        return await _all(texts, EndpointVectors(endpoint, settings.judge_embeddings))
    except NothingSaid:
        raise Trouble("the endpoint gave no vectors; nothing was changed", Exit.UNAVAILABLE) from None
    finally:
        await endpoint.stop()


async def _all(texts: Sequence[str], vectors: EndpointVectors) -> Vectors:
    import numpy as np

    tables = []
    with working("Asking for vectors", len(texts)) as moved:
        for start in range(0, len(texts), BATCH):
            tables.append(await _tried(texts[start : start + BATCH], vectors))
            moved(len(tables[-1]))
    if len({one.shape[1] for one in tables}) > 1:
        raise Trouble("the endpoint's vectors differ in size; nothing was changed", Exit.UNAVAILABLE)
    return np.concatenate(tables)


async def _tried(texts: Sequence[str], vectors: EndpointVectors) -> Vectors:
    from bot.endpoint import NothingSaid

    for left in reversed(range(TRIES - 1)):
        try:
            return await vectors.of(texts)
        except NothingSaid:
            await asyncio.sleep(TRIES - 1 - left)
    return await vectors.of(texts)
