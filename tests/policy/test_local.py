"""What a team's frames add to an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.frames import AGREED, LocalFrame
from policy.load import load_handbook
from policy.local import _SPEAKS_TO, speaks_to, spoken

BARE = LocalFrame("lars", 1, datetime(2026, 11, 2, tzinfo=UTC), date(2026, 10, 28))


def test_each_passage_and_each_field_is_there() -> None:
    assert set(_SPEAKS_TO) <= set(load_handbook().passages)
    assert {name for names in _SPEAKS_TO.values() for name in names} <= set(AGREED)


@pytest.mark.parametrize(
    ("passage", "frame", "fields"),
    [
        ("ramme-samtidig", {"attendance": (2,)}, ("attendance",)),
        ("ramme-samtidig", {"dates": (date(2026, 12, 17),)}, ("dates",)),
        ("ramme-samtidig", {}, ("attendance",)),  # that there is no such day answers it too
        ("insp-arbejdstid", {"hours": "9-15"}, ("hours",)),
        ("insp-arbejdstid", {}, ()),
        ("insp-godkendes", {"notice": 2}, ("approval", "notice")),
        ("insp-anden-dag", {}, ("replacement",)),
        ("apv-to-dage", {}, ()),
        ("oev-moebler", {"hours": "9-15"}, ()),
    ],
)
def test_only_what_speaks_to_it_is_said(passage: str, frame: dict[str, object], fields: tuple[str, ...]) -> None:
    assert spoken(replace(BARE, **frame), passage) == fields  # type: ignore[arg-type]
    assert speaks_to(passage) or not fields
