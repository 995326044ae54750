"""The understanding of words on the command line: learn the example utterances anew."""

from __future__ import annotations

from pathlib import Path

from bot.cli.console import Exit, Trouble, out, told

FOLDER = Path(__file__).parents[2] / "dialogs" / "intents"


@told
def train_intents() -> None:
    """Learn what people want from the example utterances anew, after they were edited; takes two minutes.

    Example: hjemmebot train-intents
    """
    from bot.embedder import load_embedder
    from dialogs.intents.classifier import FILE
    from dialogs.intents.examples import load_examples
    from dialogs.intents.study import study
    from policy.examples import load_examples as load_questions
    from policy.study import VECTORS, stored
    from policy.vectors import unpacked

    if (embedder := load_embedder()) is None:
        raise Trouble("the language model does not load here, and the kept model needs it", Exit.UNAVAILABLE)
    try:
        examples = load_examples()
    except ValueError as broken:
        raise Trouble(str(broken)) from None
    kept = study(examples, load_questions(), embedder, unpacked(stored(VECTORS)))
    (FOLDER / FILE).write_bytes(kept)
    out.print(f"learnt {len(examples)} utterances")
