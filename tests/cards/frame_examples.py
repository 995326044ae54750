"""Examples of what holds in a team."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from domain import facts as f
from domain.frame_form import FrameProblem, TypedFrame, written
from domain.frames import Approval, LocalFrame

FIRST = LocalFrame("l", 1, datetime(2026, 9, 1, 9, tzinfo=UTC), date(2026, 8, 20))
AGREED = replace(
    FIRST,
    version=2,
    set_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
    med_on=date(2026, 10, 28),
    approval=Approval.ONLY_RECURRING,
    attendance=(1, 3),
    dates=(date(2026, 12, 17),),
    most_a_week=2,
    notice=1,
    hours="kl. 9-15",
    meetings="<b>borgermøder</b> **og** {{DATE(1)}}",
    replacement=True,
    discuss_on=date(2027, 5, 3),
)
FULL = replace(
    AGREED,
    attendance=(1, 2, 3, 4, 5),
    dates=tuple(date(2026, 12, 1) + timedelta(days=9 * number) for number in range(30)),
    hours="å" * 500,
    meetings='"]</script> ' * 40,
    notice=20,
)
WRONG = TypedFrame("x", "y", "9", "32-13-2026", "9", "-1", "x" * 600, "<b>", "maybe", "2020-01-01")

FRAMES: dict[str, f.FrameFact] = {
    "frames none": f.TeamFrames(None),
    "frames none, leader": f.TeamFrames(None, (), "Lars", mine=True, led=True),
    "frames": f.TeamFrames(AGREED, (FIRST,), "Lars"),
    "frames full": f.TeamFrames(FULL, (AGREED, FIRST) * 8, "Lars"),
    "frames plain": f.TeamFrames(FIRST, (), "Lars", mine=True, led=True),
    "frames set": f.TeamFrames(AGREED, (FIRST,), "Lars", mine=True, news=f.FrameNews.SAVED),
    "frames same": f.TeamFrames(AGREED, (FIRST,), "Lars", mine=True, news=f.FrameNews.SAME),
    "frames told": f.TeamFrames(replace(AGREED, approval=Approval.NONE), (), "Lars", news=f.FrameNews.CHANGED),
    "frames due": f.TeamFrames(AGREED, (), "Lars", mine=True, news=f.FrameNews.DUE),
    "frame form": f.FrameForm(0, TypedFrame()),
    "frame form filled": f.FrameForm(2, written(AGREED), stale=True),
    "frame form wrong": f.FrameForm(2, WRONG, tuple(FrameProblem)),
    "frame preview": f.FramePreview(FIRST, AGREED, 5),
    "frame preview full": f.FramePreview(None, FULL, 5),
    "frame preview back": f.FramePreview(AGREED, replace(FIRST, version=3), 1),
}
