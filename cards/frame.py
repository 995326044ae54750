"""What all cards are put together from. A Part is shown and said at once, so no words are left out of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from microsoft_teams.cards import Action, AdaptiveCard, CardElement, Container, TeamsCardProperties

from cards.drawn import Drawn
from cards.literal import Spacing, block, clipped, escaped, literal

LONGEST_SUMMARY = 200


class Manner(Enum):
    """How a line is said where there is no card: the markdown before and after it."""

    PLAIN = ("", "")
    HEADING = ("**", "**")
    ITEM = ("- ", "")
    QUOTE = ("> ", "")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a card: the elements that are shown and the same in lines of text."""

    elements: tuple[CardElement, ...] = ()
    said: tuple[tuple[Manner, str], ...] = ()


def heading(text: str) -> Part:
    """The one heading of a card."""
    return Part((block(text, size="Medium", weight="Bolder", style="heading"),), ((Manner.HEADING, text),))


def beneath(text: str) -> Part:
    """The one quiet line beneath the heading."""
    return Part((block(text, is_subtle=True, spacing="None"),), ((Manner.PLAIN, text),))


def line(text: str, spacing: Spacing = "Default") -> Part:
    """A line of the matter."""
    return Part((block(text, spacing=spacing),), ((Manner.PLAIN, text),))


def quiet(text: str) -> Part:
    """A line that explains, in subtle colour."""
    return Part((block(text, is_subtle=True),), ((Manner.PLAIN, text),))


def strong(text: str) -> Part:
    """A line that names what follows."""
    return Part((block(text, weight="Bolder"),), ((Manner.HEADING, text),))


def listing(lines: Iterable[str], mark: str = "•") -> Part:
    """One line an item, each with its mark."""
    items = tuple(lines)
    shown = tuple(block(f"{mark} {item}", spacing="Small") for item in items)
    return Part(shown, tuple((Manner.ITEM, item) for item in items))


def entry(title: str, remark: str = "") -> Part:
    """An item of a list with a remark beneath it."""
    shown: tuple[CardElement, ...] = (block(title, spacing="Small"),)
    if remark:
        shown += (block(remark, is_subtle=True, spacing="None"),)
    return Part(shown, ((Manner.ITEM, f"{title}: {remark}" if remark else title),))


def shown_only(*elements: CardElement) -> Part:
    """Elements that say nothing, or whose words are said by another part."""
    return Part(elements)


def said_only(text: str) -> Part:
    """Words for those who see no card: how to answer by typing."""
    return Part((), ((Manner.PLAIN, text),))


def together(*parts: Part | None) -> Part:
    """Several parts as one."""
    there = [part for part in parts if part is not None]
    return Part(tuple(e for part in there for e in part.elements), tuple(s for part in there for s in part.said))


def boxed(part: Part) -> Part:
    """The part as one group, set off from the one above it."""
    return Part((Container(items=list(part.elements), separator=True, spacing="Medium"),), part.said)


def sheet(*parts: Part | None, actions: Sequence[Action] = (), summary: str = "", wide: bool = False) -> Drawn:
    """Put the parts together: the card, its fallback text, the message text and the line of the notification."""
    whole = together(*parts)
    plain = "\n\n".join(_plain(manner, text) for manner, text in whole.said)
    card = AdaptiveCard(
        version="1.5",
        fallback_text=literal(plain),
        body=list(whole.elements),
        actions=list(actions) or None,
        msteams=TeamsCardProperties(width="full") if wide else None,
    )
    return Drawn(
        text="\n\n".join(_marked(manner, text) for manner, text in whole.said),
        card=card.model_dump(exclude_none=True, by_alias=True),
        summary=_line(summary or _first(whole.said)),
    )


def spoken(*lines: str) -> Drawn:
    """A message of words only."""
    return Drawn("\n\n".join(escaped(literal(text)) for text in lines), None, _line(lines[0]))


def _marked(manner: Manner, text: str) -> str:
    before, after = manner.value
    return f"{before}{escaped(literal(text))}{after}"


def _plain(manner: Manner, text: str) -> str:
    return f"- {text}" if manner is Manner.ITEM else text


def _line(text: str) -> str:
    """Return the text as the one line of a notification."""
    return clipped(" ".join(literal(text).split()), LONGEST_SUMMARY)


def _first(said: Sequence[tuple[Manner, str]]) -> str:
    return said[0][1] if said else ""
