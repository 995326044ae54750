"""People read the versions of the policy; HR compares a draft with what runs, publishes it or drops it."""

from __future__ import annotations

from collections import Counter

from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.commands import CompareVersion, DropVersion, PublishVersion, ReadVersion
from domain.deeds import Deed
from domain.people import Role
from policy.documents.difference import Change, Difference, differences
from policy.documents.replay import Replay
from policy.editions import (
    Edition,
    EditionDifference,
    EditionNote,
    Editions,
    EditionStage,
    EditionText,
    Moved,
    sheets_of,
)
from policy.handbook import Handbook
from policy.load import load_handbook
from storage import policy_versions
from storage.policy_versions import FIRST

MOST_MOVED = 6  # example questions on a card


def show_versions(desk: Desk, note: EditionNote | None = None, about: int = 0) -> Editions:
    """Return the versions, newest first; drafts for HR only."""
    return Editions(tuple(reversed(_editions(desk))), note, about)


def read_version(command: ReadVersion, desk: Desk) -> EditionText | Editions:
    """Return one sheet of a version's words; the list where there is no such version for who asks."""
    edition, handbook = _found(command.number, desk)
    if edition is None or handbook is None:
        return show_versions(desk, EditionNote.UNKNOWN, command.number)
    sheets = sheets_of(tuple(handbook.passages.values()), lambda one: len(one.text) + len(one.english))
    sheet = min(command.sheet, len(sheets))
    return EditionText(edition, sheets[sheet - 1], sheet, len(sheets))


def import_version(desk: Desk) -> EditionDifference | Editions:
    """Keep the draft that a file became, and show what it would change."""
    if desk.draft is None:
        return show_versions(desk)
    number = policy_versions.add_draft(desk.session, desk.draft, desk.by.id, desk.at)
    trail(desk, Deed.POLICY_IMPORTED, "", number)
    return compare_version(CompareVersion(number=number), desk)


def compare_version(
    command: CompareVersion, desk: Desk, note: EditionNote | None = None
) -> EditionDifference | Editions:
    """Return one sheet of what a draft would change."""
    edition, after = _found(command.number, desk)
    over = policy_versions.running_number(desk.session)
    _, before = _found(over, desk)
    if edition is None or after is None or before is None:
        return show_versions(desk, EditionNote.UNKNOWN, command.number)
    if edition.stage is not EditionStage.DRAFT:
        return show_versions(desk, EditionNote.NO_DRAFT, command.number)
    found = [one for one in differences(before, after) if one.change is not Change.SAME]
    counts = tuple(sorted(Counter(one.change.value for one in found).items()))
    sheets = sheets_of(found, _letters)
    sheet = min(command.sheet, len(sheets))
    replay = policy_versions.replay_of(desk.session, command.number)
    if replay is not None and replay.over != over:
        replay = None  # it was asked of another version than the one that runs now
    moved = _moved(replay, before, after) if replay else ()
    return EditionDifference(edition, over, sheets[sheet - 1], counts, sheet, len(sheets), note, replay, moved)


def publish_version(command: PublishVersion, desk: Desk) -> EditionDifference | Editions:
    """Let a draft answer from now on, if what runs is still what it was compared with."""
    edition, _ = _found(command.number, desk)
    if edition is None or edition.stage is not EditionStage.DRAFT:
        return show_versions(desk, EditionNote.NO_DRAFT, command.number)
    if policy_versions.running_number(desk.session) != command.over:
        return compare_version(CompareVersion(number=command.number), desk, EditionNote.OVERTAKEN)
    if not policy_versions.publish(desk.session, command.number, desk.by.id, desk.at):
        return show_versions(desk, EditionNote.NO_DRAFT, command.number)
    trail(desk, Deed.POLICY_PUBLISHED, "", command.number)
    return show_versions(desk, EditionNote.PUBLISHED, command.number)


def drop_version(command: DropVersion, desk: Desk) -> Editions:
    """Drop a draft; the running version goes on."""
    if not policy_versions.drop(desk.session, command.number):
        return show_versions(desk, EditionNote.NO_DRAFT, command.number)
    trail(desk, Deed.POLICY_DROPPED, "", command.number)
    return show_versions(desk, EditionNote.DROPPED, command.number)


def _editions(desk: Desk) -> list[Edition]:
    first = policy_versions.running_number(desk.session) == FIRST
    known = [Edition(FIRST, EditionStage.RUNNING if first else EditionStage.BEFORE)]
    known += [
        Edition(one.number, EditionStage(one.stage.value), one.published_at or one.imported_at)
        for one in policy_versions.versions(desk.session)
    ]
    return [one for one in known if one.stage is not EditionStage.DRAFT or Role.HR in desk.by.roles]


def _found(number: int, desk: Desk) -> tuple[Edition | None, Handbook | None]:
    edition = next((one for one in _editions(desk) if one.number == number), None)
    if edition is None or number == FIRST:
        return edition, load_handbook() if edition else None
    return edition, policy_versions.handbook_of(desk.session, number)


def _moved(replay: Replay, before: Handbook, after: Handbook) -> tuple[Moved, ...]:
    """Return the first questions that are answered otherwise, with the passages and not their ids."""
    return tuple(
        Moved(one.question, before.passages.get(one.before), after.passages.get(one.after))
        for one in replay.elsewhere[:MOST_MOVED]
    )


def _letters(one: Difference) -> int:
    return sum(len(passage.text) for passage in (one.before, one.after) if passage)
