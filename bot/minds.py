"""The parts that think, as the house loads them: the policy's ranking, the understanding of words, and the clock."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.embedder import load_embedder
from dialogs.understanding import Understanding
from policy.load import load_handbook
from policy.rank import PolicyRanker, build_ranker

HERE = ZoneInfo("Europe/Copenhagen")


def now_here() -> datetime:
    """Return the server's clock in the municipality's zone."""
    return datetime.now(HERE)


def ranker_of(*, lexical: bool = False) -> PolicyRanker:
    """Return the ranking of the running version, with the language model where it loads."""
    return build_ranker(load_handbook(), None, None if lexical else load_embedder())


def understanding_of() -> Understanding:
    """Return the understanding of words."""
    return Understanding()
