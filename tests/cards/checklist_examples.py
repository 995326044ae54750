"""Examples of the checklist of the home workplace, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from domain import facts as f
from domain.check_items import CheckItem
from domain.people import Person
from domain.refusals import Refusal, Rule
from domain.workplace import Answer, Decision, Reply, Review, Settlement, Workplace
from domain.workplace_state import Verdict, WorkplaceState
from policy.checklists import workplace_items
from policy.load import load_handbook

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
ANNA = Person("a", "Anna Holm", leader_id="l")
LARS = Person("l", "Lars Juhl")
WILD = Person("w", "*Ida* {{DATE(2026-11-23T00:00:00Z)}} [x](http://y.example) `q` " + "Å" * 20)
STRANGE = "<b>[x](http://y.example)</b> *a* {{x}} 1. \n# stor " * 20
ITEMS = workplace_items(load_handbook())
NEED = next(item for item in ITEMS if item.asks_need)
_FINE = {item.id: Reply(Answer.NO if item.asks_need else Answer.YES) for item in ITEMS}
_GAPS = _FINE | {
    ITEMS[0].id: Reply(Answer.UNKNOWN, "Jeg sidder ved spisebordet."),
    NEED.id: Reply(Answer.YES, "Jeg har kun den bærbare."),
}
_SETTLED = {
    ITEMS[0].id: Settlement(Decision.ARRANGED, remark="Anna bruger gæsteværelset."),
    NEED.id: Settlement(Decision.PROVIDED, "Skærm 27″ og tastatur"),
}
_LONG = {item.id: Reply(Answer.NO, STRANGE[:1000]) for item in ITEMS}

OPEN = Workplace(UUID(int=11), "a", "1", ITEMS, NOW, "l")
HALF = replace(OPEN, replies={item.id: Reply(Answer.YES, "Ja, i kontoret") for item in ITEMS[:5]}, edition=3)
SENT = replace(OPEN, replies=_GAPS, sent_at=NOW, edition=4)
SENT_FINE = replace(SENT, replies=_FINE)
HALF_SETTLED = replace(
    SENT, settlements={NEED.id: _SETTLED[NEED.id]}, remark="Vi ses torsdag", met_on=date(2026, 11, 20)
)
DONE = replace(HALF_SETTLED, settlements=_SETTLED, reviewed_at=NOW, reviewed_by="l", edition=6)
IMPOSSIBLE = replace(DONE, settlements=_SETTLED | {ITEMS[0].id: Settlement(Decision.NOT_POSSIBLE)})
WIDE = replace(OPEN, person_id="w", replies=_LONG)
WIDE_SENT = replace(
    WIDE,
    sent_at=NOW,
    settlements={item.id: Settlement(Decision.ARRANGED, "x" * 200, STRANGE[:1000]) for item in ITEMS},
    remark=STRANGE[:1000],
)
ODD = CheckItem("odd", "Krav", 8, STRANGE)

NOTHING = WorkplaceState(Verdict.MISSING)
GAPS = WorkplaceState(Verdict.GAPS, SENT.id, date(2026, 11, 23))
MET = WorkplaceState(Verdict.MET, DONE.id, date(2026, 11, 23), date(2027, 11, 23))


def _card(one: Workplace, mine: bool, state: WorkplaceState = NOTHING, **more: object) -> f.ChecklistCard:
    employee = WILD if one.person_id == "w" else ANNA
    return f.ChecklistCard(one, employee, mine, state, LARS, (LARS,), **more)  # type: ignore[arg-type]


CHECKLISTS: dict[str, f.ChecklistFact] = {
    **{
        f"checklist {name}, {'mine' if mine else 'the leader sees'}": _card(one, mine, state)
        for mine in (True, False)
        for name, one, state in (
            ("new", OPEN, NOTHING),
            ("half", HALF, NOTHING),
            ("sent", SENT, GAPS),
            ("sent in order", SENT_FINE, GAPS),
            ("half gone through", HALF_SETTLED, GAPS),
            ("gone through", DONE, MET),
            ("not possible", IMPOSSIBLE, MET),
            ("of a former home", replace(DONE, void_on=date(2026, 11, 23)), NOTHING),
            ("wide", WIDE, NOTHING),
            ("wide, sent", WIDE_SENT, GAPS),
            ("wide, done", replace(WIDE_SENT, reviewed_at=NOW), MET),
            ("of other words", replace(SENT, items=(ODD,)), GAPS),
        )
    },
    "checklist runs out": _card(DONE, True, replace(MET, until=date(2026, 12, 1))),
    "checklist saved": _card(HALF, True, saved=True),
    "checklist not whole": _card(HALF, True, refusal=Refusal(Rule.ITEMS_MISSING)),
    "checklist stale": _card(HALF, True, stale=True, unsaved={ITEMS[0].id: Reply(Answer.NO, STRANGE[:1000])}),
    "checklist sent since": _card(SENT, True, GAPS, stale=True, unsaved={ITEMS[0].id: Reply(None, "Nyt bord")}),
    "checklist without a leader": f.ChecklistCard(SENT, ANNA, True, GAPS),
    "review not whole": _card(SENT, False, GAPS, refusal=Refusal(Rule.GAPS_LEFT)),
    "review stale": _card(SENT, False, GAPS, stale=True, written=Review(_SETTLED, "ok", date(2026, 11, 20))),
    "review taken back": _card(HALF, False, stale=True, written=Review(_SETTLED, "ok")),
    "review ended since": _card(DONE, False, MET, stale=True, written=Review(_SETTLED)),
    "checklist missing": f.ChecklistMissing(WILD),
    "team checklists": f.TeamChecklists(
        ((ANNA, GAPS), (LARS, MET), (WILD, NOTHING), *((ANNA, replace(MET, verdict=each)) for each in Verdict)),
        frozenset("w"),
    ),
    "team checklists of many": f.TeamChecklists(((WILD, NOTHING), (ANNA, GAPS)) * 60),
    "checklists asked": f.ChecklistsAsked((ANNA, WILD)),
    "checklists asked of nobody": f.ChecklistsAsked(()),
    "moved home": f.MovedHome(),
}
