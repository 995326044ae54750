"""What the running version of the policy changed: the passages that HR tells everybody about."""

from __future__ import annotations

from sqlmodel import Session

from domain.broadcasts import ChangedPassage
from policy.documents.difference import Change, Difference, differences
from policy.handbook import Handbook
from policy.load import load_handbook
from storage import policy_versions
from storage.policy_versions import FIRST, PolicyStage

_TOLD = (Change.REWORDED, Change.NEW, Change.GONE)  # what only moved says the same


def policy_news(session: Session, running: Handbook) -> tuple[ChangedPassage, ...]:
    """Return the passages that read otherwise than in the version that ran before; none where none ran before."""
    number = policy_versions.running_number(session)
    if number == FIRST:
        return ()
    found = (one for one in differences(_before(session), running) if one.change in _TOLD)
    return tuple(_changed(one) for one in found)


def has_policy_news(session: Session) -> bool:
    """Return whether another version than the first one runs."""
    return policy_versions.running_number(session) != FIRST


def _before(session: Session) -> Handbook:
    ran = [one for one in policy_versions.versions(session) if one.stage is PolicyStage.BEFORE and one.published_at]
    last = max(ran, key=lambda one: (one.published_at is not None, one.published_at), default=None)
    found = policy_versions.handbook_of(session, last.number) if last is not None else None
    return found or load_handbook()


def _changed(one: Difference) -> ChangedPassage:
    passage = one.after or one.before
    heading, page = (passage.heading, passage.page) if passage is not None else ("", 0)
    return ChangedPassage(heading, page, one.before.text if one.before else "", one.after.text if one.after else "")
