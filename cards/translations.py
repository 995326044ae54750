"""The check that all words are translated: nothing missing, fuzzy, obsolete, or with other placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

KEYWORDS: dict[str, tuple[int, ...] | None] = {"t": None, "n": (1, 2)}
ROOM = Path(__file__).parent

Msgid = str | tuple[str, ...]


def used() -> dict[Msgid, str]:
    """Return every msgid that is used in cards/, with the file and line of its first use."""
    found: dict[Msgid, str] = {}
    for file, line, msgid, _comments, _context in extract_from_dir(ROOM, keywords=KEYWORDS):
        found.setdefault(msgid if isinstance(msgid, str) else tuple(msgid), f"cards/{file}:{line}")
    return found


def problems(language: str = "da") -> list[str]:
    """Return one line for every msgid whose translation is missing, fuzzy, obsolete or has other placeholders."""
    source = resources.files("cards") / "locale" / language / "LC_MESSAGES" / "hjemmebot.po"
    with source.open("rb") as lines:
        catalogue = read_po(lines, locale=language)
    return sorted(_compare(used(), catalogue))


def _compare(wanted: dict[Msgid, str], catalogue: Catalog) -> Iterator[str]:
    there = {_id(message): message for message in catalogue if message.id}
    for msgid, place in wanted.items():
        message = there.get(msgid)
        if message is None:
            yield f"missing: {msgid!r} ({place})"
        else:
            yield from _faults(message, place)
    for msgid in there.keys() - wanted.keys():
        yield f"obsolete: {msgid!r}"
    yield from (f"obsolete: {msgid!r}" for msgid in catalogue.obsolete)


def _faults(message: Message, place: str) -> Iterator[str]:
    msgid = _id(message)
    forms = (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)
    if message.fuzzy:
        yield f"fuzzy: {msgid!r} ({place})"
    if not all(forms) or isinstance(msgid, tuple) != (len(forms) > 1):
        yield f"untranslated: {msgid!r} ({place})"
        return
    originals = msgid if isinstance(msgid, tuple) else (msgid,)
    for original, form in zip(originals, forms, strict=True):
        if _placeholders(original) != _placeholders(form):
            yield f"placeholders differ: {original!r} → {form!r} ({place})"


def _id(message: Message) -> Msgid:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:  # a brace without its partner
        return {text}
