"""Which passages a team's local frames speak to: there the answer is not whole without what holds in the team."""

from __future__ import annotations

from domain.frames import LocalFrame

_PRESENCE, _ANSWER, _NUMBER = ("attendance", "dates"), ("approval", "notice"), ("most_a_week",)
_SPEAKS_TO: dict[str, tuple[str, ...]] = {
    "ramme-med": ("med_on", "discuss_on"),
    "ramme-ret": _ANSWER + _NUMBER,
    "ramme-samtidig": _PRESENCE,
    "ramme-koordinering": _ANSWER,
    "ramme-annullering": ("meetings", "replacement"),
    "ramme-formel-aftale": ("approval",),
    "apv-to-dage": _NUMBER,
    "insp-intro": ("med_on", "discuss_on"),
    "insp-godkendes": _ANSWER,
    "insp-arbejdstid": ("hours",),
    "insp-opgaver": ("meetings",),
    "insp-moeder": ("meetings",),
    "insp-annullere": ("meetings",),
    "insp-anden-dag": ("replacement",),
    "raad-kalender": ("hours",),
    "leder-faste-dage": _PRESENCE,
    "leder-moeder": ("meetings",),
}
_EITHER_WAY = frozenset({"approval", "replacement", "med_on"})  # these answer the question whatever they say


def speaks_to(passage_id: str) -> bool:
    """Return whether frames can say anything about what this passage is about."""
    return passage_id in _SPEAKS_TO


def spoken(frame: LocalFrame, passage_id: str) -> tuple[str, ...]:
    """Return the fields of the frame that say something about the passage; what was left open says nothing."""
    names = _SPEAKS_TO.get(passage_id, ())
    said = tuple(name for name in names if name in _EITHER_WAY or getattr(frame, name))
    return said or (("attendance",) if names == _PRESENCE else ())
