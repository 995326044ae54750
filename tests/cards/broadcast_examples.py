"""Examples of every fact of broadcasts and their extremes, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from domain import facts as f
from domain.broadcasts import LONGEST_TEXT, Audience, AudienceKind, Broadcast, ChangedPassage, Halt, Stage, Wording
from domain.drafts import Problem

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
PLAIN = Broadcast(
    UUID(int=3),
    "hanne",
    danish=Wording("Ny politik for hjemmearbejde", "Fra **1. december** gælder version 2."),
    audience=Audience(AudienceKind.DEPARTMENTS, ("Drift", "Plan, By & Miljø")),
)
FULL = replace(
    PLAIN,
    english=Wording("New policy on working from home", "From **1 December** version 2 applies."),
    link="https://intranet.example.dk/politik",
    picture="https://intranet.example.dk/billede.png",
    confirm=True,
    confirm_by=date(2026, 11, 30),
    audience=Audience(AudienceKind.ALL),
    send_at=NOW,
    started_at=NOW,
    edition=1,
)
LONG = replace(
    FULL, danish=Wording("Æ" * 120, "å<b>*" * (LONGEST_TEXT // 5)), english=Wording("W" * 120, "w" * LONGEST_TEXT)
)
HALFWAY = f.Tally(2_481, 1_200, 310, 1_269, 12, 4, (("ConversationBlockedByUser", 7), ("NewCodeOfTeams", 5)))
ENDED = f.Tally(
    2_481,
    2_463,
    2_100,
    0,
    18,
    0,
    tuple(
        (code, 2)
        for code in (
            "ConversationBlockedByUser",
            "BotNotInConversationRoster",
            "BotDisabledByAdmin",
            "MessageWritesBlocked",
            "ConversationNotFound",
            "PersonLeft",
            "CalledBack",
            "too_large",
            "",
        )
    ),
)
DEPARTMENTS = ("Direktion", "Drift", "Plan, By & Miljø")

NEWS = (
    ChangedPassage("Krav til hjemmearbejdspladsen", 8, "Mellem 50 og 70 cm.", "Mellem 60 og 80 cm."),
    ChangedPassage("Nyt afsnit", 9, "", "Et nyt afsnit."),
    ChangedPassage("Gammelt *afsnit*", 10, "Et <gammelt> afsnit.", ""),
)

BROADCASTS: dict[str, f.BroadcastFact] = {
    "broadcast form": f.BroadcastForm(Broadcast(UUID(int=3), "hanne"), DEPARTMENTS, is_new=True),
    "broadcast form with news": f.BroadcastForm(Broadcast(UUID(int=3), "hanne"), (), is_new=True, has_news=True),
    "broadcast form about a version": f.BroadcastForm(PLAIN, is_new=True, changed=NEWS),
    "broadcast form about a large version": f.BroadcastForm(PLAIN, is_new=True, changed=NEWS * 90),
    "broadcast form kept": f.BroadcastForm(FULL, DEPARTMENTS, names="Anna Holm", kept=True),
    "broadcast form wrong": f.BroadcastForm(
        LONG, DEPARTMENTS * 30, tuple(Problem), "x, " * 3_000, tuple(f"Ukendt {n}" for n in range(40)), too_long=5_000
    ),
    "broadcast form without departments": f.BroadcastForm(PLAIN),
    "broadcast form corrects": f.BroadcastForm(replace(FULL, stage=Stage.SENT), DEPARTMENTS, corrects=True),
    "broadcast preview": f.BroadcastPreview(replace(PLAIN, confirm=True), f.Reach(1, ("Anna Holm",))),
    "broadcast preview full": f.BroadcastPreview(FULL, f.Reach(2_481, ("Anna Holm", "Bo Skov"), 31)),
    "broadcast preview asks": f.BroadcastPreview(LONG, f.Reach(2_481, ("Anna Holm",), 1), asks_again=True),
    "broadcast preview nobody": f.BroadcastPreview(replace(PLAIN, halted=Halt.NOBODY), f.Reach(0)),
    **{
        f"broadcast preview {kind}": f.BroadcastPreview(
            replace(PLAIN, audience=Audience(kind)), f.Reach(3, ("A", "B", "C"))
        )
        for kind in AudienceKind
        if kind is not AudienceKind.DEPARTMENTS
    },
    "broadcast message": f.BroadcastMessage(PLAIN),
    "broadcast message full": f.BroadcastMessage(FULL),
    "broadcast message open": f.BroadcastMessage(replace(FULL, confirm_by=None)),
    "broadcast message confirmed": f.BroadcastMessage(FULL, NOW),
    "broadcast message reminds": f.BroadcastMessage(FULL, reminds=True),
    "broadcast message long": f.BroadcastMessage(LONG),
    "broadcast message untitled": f.BroadcastMessage(Broadcast(UUID(int=3), None)),
    **{
        f"broadcast progress {stage}": f.BroadcastProgress(
            replace(FULL, stage=stage), HALFWAY, ("Anna Holm", "Bo Skov")
        )
        for stage in Stage
        if stage is not Stage.DRAFT
    },
    "broadcast progress quiet": f.BroadcastProgress(
        replace(PLAIN, stage=Stage.SENDING), f.Tally(2_481, 2_400, 310, 81, quiet=81)
    ),
    "broadcast progress empty": f.BroadcastProgress(replace(PLAIN, stage=Stage.SENDING), f.Tally()),
    "broadcast progress timeless": f.BroadcastProgress(replace(PLAIN, stage=Stage.SENT), f.Tally(1, 1)),
    "broadcast progress unplanned": f.BroadcastProgress(replace(PLAIN, stage=Stage.SCHEDULED), f.Tally()),
    "broadcast report": f.BroadcastProgress(replace(FULL, stage=Stage.SENT), ENDED, ("Anna Holm",) * 10),
    "broadcast report missing few": f.BroadcastProgress(
        replace(FULL, stage=Stage.SENT), replace(ENDED, missed=1, why=(("PersonLeft", 1),)), ("Anna Holm",)
    ),
    **{
        f"broadcast halted {why}": f.BroadcastProgress(replace(FULL, stage=Stage.STOPPED, halted=why), f.Tally())
        for why in Halt
    },
    "broadcasts": f.Broadcasts((PLAIN, replace(FULL, stage=Stage.SENT), LONG, Broadcast(UUID(int=4), None), PLAIN)),
    "broadcasts none": f.Broadcasts(()),
    "broadcast file": f.BroadcastFile(FULL, "https://bot.example/calendar/token_1.csv", NOW),
}
