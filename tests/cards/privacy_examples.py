"""Examples of what is shown about data on persons."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain import facts as f
from domain.deeds import Deed, Entry
from domain.people import Person
from storage.erasure import KEPT, PARTLY

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
ANNA, LARS = Person("anna", "Anna Holm", leader_id="lars"), Person("lars", "Lars Vestergaard")
LINES = tuple(Entry(number, NOW, "lars", deed, "anna", "2026-11-26 2026-11-27") for number, deed in enumerate(Deed, 1))

GOING = (("preferences", 1), ("feed", 2), ("download", 1), ("question", 1), ("home_day", 1234), ("delivery", 9))
STAYING = tuple((name, 1) for name in (*PARTLY, *KEPT))

PRIVACY: dict[str, f.PrivacyFact] = {
    "erasure": f.Erasure(GOING, STAYING),
    "erasure of nothing": f.Erasure((), STAYING[:1]),
    "erasure done": f.Erasure(GOING, STAYING, done=True),
    "erasure done again": f.Erasure((), STAYING, done=True),
    "erasure of": f.ErasureOf(ANNA, False, GOING, STAYING),
    "erasure of again": f.ErasureOf(ANNA, False, GOING, STAYING, asks_again=True),
    "erasure of nobody's": f.ErasureOf(ANNA, False, (), STAYING),
    "erasure of one who left": f.ErasureOf(ANNA, True, STAYING, (("audit", 3),)),
    "erasure of one with things": f.ErasureOf(ANNA, True, GOING, STAYING),
    "erasure of done": f.ErasureOf(ANNA, True, GOING, (("audit", 3),), done=True),
    "erasure of done again": f.ErasureOf(ANNA, False, (), STAYING, done=True),
    "data file": f.DataFile(ANNA, "https://x.example/calendar/" + "k" * 43 + ".json", NOW, is_own=True),
    "data file of another": f.DataFile(LARS, "https://x.example/calendar/" + "k" * 43 + ".json", NOW, is_own=False),
    "audit trail": f.AuditTrail(LINES, (ANNA, LARS), more=True),
    "audit trail none": f.AuditTrail((), (), ANNA, date(2026, 11, 1), date(2026, 11, 30), wrong=True),
    "audit trail odd": f.AuditTrail(
        (
            Entry(3, NOW, "gone", "a deed of tomorrow", "gone too", "9" * 36 + " own"),
            Entry(2, NOW, None, Deed.ERASED, None, ""),
            Entry(1, NOW, "lars", Deed.ASKED, "lars", " ".join(["2026-11-26"] * 60)),
        ),
        (LARS,),
        first=date(2026, 11, 1),
    ),
    "audit trail until": f.AuditTrail((), (), last=date(2026, 11, 30)),
}
