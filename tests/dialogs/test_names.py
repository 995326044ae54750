"""Finding people by how they are spoken of."""

from __future__ import annotations

import pytest

from dialogs.names import named
from domain.people import Person

TEAM = tuple(
    Person(name, name)
    for name in (
        "Anna Berg Jensen",
        "Anne Krogh",
        "Bo Dam",
        "Jens Holm",
        "Søren Østergård",
        "Maj Lund",
        "Ib-Ole Friis",
    )
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("aflys Annas fredag", ["Anna Berg Jensen"]),
        ("aflys annas fredag", ["Anna Berg Jensen"]),
        ("aflys Anna's fredag", ["Anna Berg Jensen"]),
        ("aflys Anna Berg Jensens fredag", ["Anna Berg Jensen"]),
        ("aflys Annnas fredag", ["Anna Berg Jensen"]),
        ("aflys Annes fredag", ["Anne Krogh"]),
        ("aflys Jens' fredag", ["Jens Holm"]),
        ("aflys Jenses fredag", ["Jens Holm"]),
        ("aflys jens fredag", ["Jens Holm"]),
        ("aflys Soerens fredag", ["Søren Østergård"]),
        ("aflys sørens fredag", ["Søren Østergård"]),
        ("aflys Bos fredag", ["Bo Dam"]),
        ("godkend for Bo", ["Bo Dam"]),
        ("må jeg bo derhjemme", []),
        ("hjemme hele maj", []),
        ("godkend Maj", ["Maj Lund"]),
        ("aflys Dams fredag", ["Bo Dam"]),
        ("aflys Annas og Bos fredag", ["Anna Berg Jensen", "Bo Dam"]),
        ("aflys Ib-Oles fredag", ["Ib-Ole Friis"]),
        ("aflys fredag", []),
        ("", []),
    ],
)
def test_found(said, found):
    assert [one.name for one in named(said, TEAM).people] == found


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("aflys Ottos hjemmedag", "Otto"),
        ("godkend Ottos fredag", "Otto"),
        ("aflys hjemmedagen for Otto", "Otto"),
        ("Aflys fredag for alle", ""),
        ("aflys medarbejderens hjemmedag", ""),
    ],
)
def test_a_stranger(said, unknown):
    assert named(said, TEAM).unknown == unknown
