"""Examples of an agreement as one of the two sees it, for the tests that go over all cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from domain import facts as f
from domain.agreements import Agreement, Confirmation, Party, Terms, Version
from domain.home_days import HomeDay, Status
from domain.people import Person

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
ANNA = Person("a", "Anna Holm", leader_id="l")
LARS = Person("l", "Lars Juhl")
WILD = Person("w", "*Ida* {{DATE(2026-11-23T00:00:00Z)}} [x](http://y.example) `q` " + "Å" * 20)
TERMS = Terms("1 dag om ugen", "Onsdag", "Telefon 9-14", "Sagsbehandling", "Skærm", "", "", date(2026, 12, 2), 14)
STRANGE = "<b>[x](http://y.example)</b> *a* {{x}} 1. \n# stor " * 20
LONG = Terms(*(STRANGE[:1000] for _ in range(7)))
DRAFT = Agreement(UUID(int=7), "a", Version(1, TERMS, "l", NOW))
YES = (Confirmation("a", NOW, "0" * 64), Confirmation("l", NOW, "0" * 64))
BOTH = replace(DRAFT.draft, employee=YES[0], leader=YES[1])
FORCED = replace(DRAFT, draft=BOTH, forced=BOTH)
WAITS = replace(FORCED, draft=Version(2, replace(TERMS, extent="2 dage om ugen"), "a", NOW, employee=YES[0]))

BESIDE = tuple(
    HomeDay(UUID(int=number), "a", date(2026, 12, 3) + timedelta(weeks=number), UUID(int=9), status=Status.APPROVED)
    for number in range(12)
)

AGREEMENTS: dict[str, f.AgreementFact] = {
    "agreement draft": f.AgreementCard(DRAFT, ANNA, Party.EMPLOYEE, (LARS,)),
    "agreement empty": f.AgreementCard(replace(DRAFT, draft=Version(1, Terms(), None, NOW)), ANNA, Party.LEADER),
    "agreement in force": f.AgreementCard(FORCED, ANNA, Party.EMPLOYEE, (LARS,)),
    "agreement in force, the leader's": f.AgreementCard(FORCED, ANNA, Party.LEADER, (LARS,)),
    "agreement with a change": f.AgreementCard(WAITS, ANNA, Party.LEADER, (LARS,), ("extent",)),
    "agreement without a checklist": f.AgreementCard(FORCED, ANNA, Party.LEADER, (LARS,), checklist_missing=True),
    "agreement without a checklist, mine": f.AgreementCard(
        FORCED, ANNA, Party.EMPLOYEE, (LARS,), checklist_missing=True
    ),
    "agreement with days beside it": f.AgreementCard(FORCED, ANNA, Party.LEADER, (LARS,), beside=BESIDE),
    "agreement with days beside it, mine": f.AgreementCard(FORCED, ANNA, Party.EMPLOYEE, (LARS,), beside=BESIDE[:1]),
    "agreement ended": f.AgreementCard(
        replace(FORCED, ended_by="a", ended_at=NOW, ends_on=date(2026, 12, 7)), ANNA, Party.LEADER, (LARS,)
    ),
    "agreement wild": f.AgreementCard(
        replace(DRAFT, employee_id="w", draft=Version(1, LONG, "l", NOW)), WILD, Party.EMPLOYEE, (LARS,)
    ),
    "agreement file": f.AgreementFile(ANNA, "https://x.example/calendar/" + "k" * 43 + ".pdf", NOW),
    "agreement filed": f.AgreementFiled(ANNA, UUID(int=7), 2, is_own=True),
    "agreement filed, the leader's": f.AgreementFiled(WILD, UUID(int=7), 2, is_own=False),
    "agreement not filed": f.AgreementNotFiled(WILD, 1),
    **{f"agreement {note}": f.AgreementCard(DRAFT, ANNA, Party.LEADER, (LARS,), (), note) for note in f.AgreementNote},
}
