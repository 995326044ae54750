"""A reason within a sentence."""

from __future__ import annotations

import pytest

from dialogs.reasons import as_reason, parted
from domain.home_days import LONGEST_REASON


@pytest.mark.parametrize(
    ("said", "head", "reason"),
    [
        ("aflys Annas fredag pga. personalemøde", "aflys Annas fredag", "personalemøde"),
        ("aflys Annas fredag p.g.a. møde", "aflys Annas fredag", "møde"),
        ("aflys Annas fredag på grund af sygdom i teamet.", "aflys Annas fredag", "sygdom i teamet"),
        ("aflys Annas fredag, fordi vi har besøg", "aflys Annas fredag", "vi har besøg"),
        ("aflys Annas fredag da vi mangler folk", "aflys Annas fredag", "vi mangler folk"),
        ("aflys Annas fredag: akut sag", "aflys Annas fredag", "akut sag"),
        ("cancel Anna's Friday because of a staff meeting", "cancel Anna's Friday", "a staff meeting"),
        ("cancel Anna's Friday due to illness", "cancel Anna's Friday", "illness"),
        ("aflys Annas fredag kl. 9:30", "aflys Annas fredag kl. 9:30", ""),
        ("aflys Annas fredag", "aflys Annas fredag", ""),
    ],
)
def test_parted(said, head, reason):
    assert parted(said) == (head, reason)


def test_a_long_reason_is_cut():
    assert len(as_reason("x" * 2000)) == LONGEST_REASON
