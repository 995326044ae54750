"""The parts that think, as the house loads them: the policy, its ranking, the understanding of words, and the clock."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.embedder import load_embedder
from dialogs.understanding import Understanding
from policy.load import load_handbook, load_ranker
from policy.rank import PassageRanker

HERE = ZoneInfo("Europe/Copenhagen")


def now_here() -> datetime:
    """Return the server's clock in the municipality's zone."""
    return datetime.now(HERE)


def ranker_of(*, lexical: bool = False) -> PassageRanker:
    """Return the ranking of the running version, with the language model where it loads."""
    return load_ranker(load_handbook(), None if lexical else load_embedder())


def understanding_of(*, lexical: bool = False) -> Understanding:
    """Return the understanding of words, with the language model where it loads."""
    return Understanding(None if lexical else load_embedder())
