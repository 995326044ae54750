"""The whole table of who may do what is pinned in access_table.txt: a new command has no row, and fails here."""

from __future__ import annotations

import pytest

from domain import commands as c
from domain.access import may
from domain.refusals import Rule
from tests.domain.access_cases import FILE, KINDS, RELATIONS, sample, table

EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.model_fields["kind"].default))


def test_the_table_is_as_it_was_last_read_by_somebody() -> None:
    kept = FILE.read_text(encoding="utf-8").splitlines()
    assert table().splitlines() == kept, "read the difference; then: python -m tests.domain.access_cases"


@EACH
def test_every_command_has_a_row(kind: type[c.CommandModel]) -> None:
    assert f"\n{kind.model_fields['kind'].default} " in FILE.read_text(encoding="utf-8")


@EACH
def test_leading_others_gives_nothing_over_somebody_elses_employee(kind: type[c.CommandModel]) -> None:
    for full in (False, True):
        command = sample(kind, full=full)
        if may(command, *RELATIONS["colleague"]) is not None:
            assert may(command, *RELATIONS["other-leader"]) is not None
            assert may(command, *RELATIONS["leaders-leader"]) is not None
            assert may(command, *RELATIONS["one-foreign"]) is not None


@EACH
def test_a_guest_asks_the_policy_and_gives_no_other_command(kind: type[c.CommandModel]) -> None:
    for full in (False, True):
        for about in ((), *(about for _, about in RELATIONS.values())):
            refusal = may(sample(kind, full=full), None, about)
            if kind in (c.Ask, c.ShowPassage, c.NoneFits, c.RateAnswer):
                assert refusal is None
                continue
            assert refusal is not None
            assert refusal.rule is Rule.STRANGER
