"""What the example questions showed of a draft: how many are answered otherwise, and the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from cards.frame import Part, entry, line, quiet, strong
from cards.setting import Setting
from policy.documents.replay import Replay
from policy.editions import Moved
from policy.handbook import Passage


def draw_replay(replay: Replay, moved: Sequence[Moved], setting: Setting) -> list[Part]:
    """Draw what asking the example questions of both versions showed; `moved` are the first of them."""
    n = setting.words.n
    t = setting.words.t
    told = []
    if replay.reworded:
        told.append(
            n(
                "{count} question gets the same passage in its new words.",
                "{count} questions get the same passage in its new words.",
                replay.reworded,
            )
        )
    if replay.moved:
        told.append(
            n(
                "{count} question gets another answer, or none.",
                "{count} questions get another answer, or none.",
                replay.moved,
            )
        )
    if replay.orphans:
        told.append(
            n(
                "{count} question belonged to a passage that is gone.",
                "{count} questions belonged to passages that are gone.",
                replay.orphans,
            )
        )
    more = replay.moved - len(moved)
    return [
        strong(t("I asked both versions the example questions")),
        line(" ".join(told) if told else t("All of them get the same answer.")),
        *(entry(one.question, _fate(one, setting)) for one in moved),
        *([quiet(n("{count} more is not shown.", "{count} more are not shown.", more))] if more > 0 else []),
    ]


def _fate(one: Moved, setting: Setting) -> str:
    return setting.words.t(
        "now: {before} → then: {after}", before=_place(one.before, setting), after=_place(one.after, setting)
    )


def _place(one: Passage | None, setting: Setting) -> str:
    t = setting.words.t
    return t("{heading} (page {page})", heading=one.heading, page=one.page) if one else t("no answer")
