"""The ranking on the command line: learn the content anew, and measure on questions whose answers are known."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import numpy as np
import orjson
import typer
from rich.table import Table

from bot.cli.console import Exit, Trouble, out, told
from policy.figures import Asked, Figures

CONTENT = Path(__file__).parents[2] / "policy" / "content"
LEXICAL = Annotated[bool, typer.Option("--lexical", help="Do without the language model.")]


@told
def train(
    zones: Annotated[bool, typer.Option("--zones", help="Set the zones anew too; takes some minutes.")] = False,
) -> None:
    """Learn the passages and example questions anew, after they were edited; takes half a minute.

    The zones (when to answer at once, when to be silent) stay. After many changes set them anew: each voice and each
    fifth of the questions is left out once, so that the zones hold for people who were never heard.

    Example: hjemmebot train --zones
    """
    from bot.embedder import load_embedder
    from policy.examples import load_examples
    from policy.load import load_handbook
    from policy.study import MODEL, VECTORS, lessons, model_file, relearnt, stored, study
    from policy.vectors import unpacked

    if (embedder := load_embedder()) is None:
        raise Trouble("the language model does not load here, and the kept model needs it", Exit.UNAVAILABLE)
    handbook, examples = load_handbook(), load_examples()
    found, kept = lessons(handbook, examples, embedder, unpacked(stored(VECTORS)))
    known = stored(MODEL)
    models = {
        kind: relearnt(lesson, known, kind) if known and not zones else study(lesson) for kind, lesson in found.items()
    }
    vectors = io.BytesIO()
    np.savez_compressed(vectors, **kept.packed())
    (CONTENT / VECTORS).write_bytes(vectors.getvalue())
    (CONTENT / MODEL).write_bytes(model_file(models, handbook, examples, embedder.name))
    for kind, model in models.items():
        out.print(f"{kind}: answers at once from {model.bounds.sure:.2f}, silent from {model.bounds.silent:.2f}")


@told
def evaluate(
    file: Annotated[Path, typer.Argument(help='Lines of JSON: {"q": "…", "gold": ["passage-id", …]}; [] = silent.')],
    lexical: LEXICAL = False,
) -> None:
    """Measure the ranking on a file of questions whose answers are known.

    Example: hjemmebot evaluate questions.jsonl
    """
    from bot.minds import ranker_of
    from policy.figures import figures

    asked = list(_asked(file))
    ranker = ranker_of(lexical=lexical)
    rankings, times = [], []
    for one in asked:
        started = time.perf_counter()
        rankings.append(ranker.rank(one.question))
        times.append((time.perf_counter() - started) * 1000)
    out.print(_table(figures(asked, rankings, times)))


def _asked(file: Path) -> Iterator[Asked]:
    if not file.is_file():
        raise Trouble(f"there is no file {file}")
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
            yield Asked(row["q"], frozenset(row["gold"]))
        except (orjson.JSONDecodeError, KeyError, TypeError):
            raise Trouble(f'line {number} is not {{"q": "…", "gold": […]}}') from None


_LABELS = {
    "questions": "questions",
    "covered": "of these covered",
    "first": "right passage first",
    "in_three": "among the first three",
    "precision": "not covered, precision",
    "recall": "not covered, recall",
    "f1": "not covered, F1",
    "wrong_at_once": "answered at once and wrongly, of all",
    "right_at_once": "answered at once and rightly, of the covered",
    "at_once": "answered at once, of the covered",
    "p50": "milliseconds, half of the questions within",
    "p95": "milliseconds, 95 % within",
}


def _table(figures: Figures) -> Table:
    table = Table(show_header=False, box=None)
    for name, value in asdict(figures).items():
        table.add_row(_LABELS[name], _shown(name, value))
    return table


def _shown(name: str, value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.1f}" if name in {"p50", "p95"} else f"{value:.1%}"
