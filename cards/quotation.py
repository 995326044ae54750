"""The policy's own words, shown as such: word for word, with a bar at the side and the place in the document."""

from __future__ import annotations

from typing import assert_never

from microsoft_teams.cards import BackgroundImage, CardElement, Container

from cards.frame import Manner, Part, line, together
from cards.literal import block, linked
from cards.setting import Setting
from domain.people import Language
from policy.handbook import Kind, Passage

_BAR = (  # 4 px wide, in a colour that is seen on light and on dark
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAAICAIAAABRUclSAAAAEUlEQVR42mNITFkORwy04wAANi8tgcBVofcAAAAASUVORK5CYII="
)


def quotation(passage: Passage, setting: Setting) -> Part:
    """Return the passage in a quiet box: its words, an unofficial translation where needed, and its place."""
    paragraphs = [piece for piece in passage.text.split("\n") if piece.strip()]
    shown: list[CardElement] = [linked(piece) for piece in paragraphs]
    said = [(Manner.QUOTE, piece) for piece in paragraphs]
    if setting.words.language is Language.ENGLISH and passage.english:
        translated = setting.words.t("Unofficial translation: {text}", text=passage.english)
        shown.append(block(translated, is_subtle=True))
        said.append((Manner.PLAIN, translated))
    place = source(passage, setting)
    shown.append(block(place, is_subtle=True, size="Small"))
    bar = BackgroundImage(url=_BAR, fill_mode="RepeatVertically", horizontal_alignment="Left")
    box = Container(items=shown, style="emphasis", background_image=bar, spacing="Medium")
    return Part((box,), (*said, (Manner.PLAIN, place)))


def source(passage: Passage, setting: Setting) -> str:
    """Return "Politik for hjemmearbejde, version 1, side 8 · regel"."""
    return setting.words.t(
        "{title}, version {version}, page {page} · {kind}",
        title=setting.handbook.title,
        version=setting.handbook.version,
        page=passage.page,
        kind=kind(passage.kind, setting),
    )


def policy_says(passage_id: str | None, setting: Setting) -> Part | None:
    """Return "Politikken siger:" and the passage, or None where this handbook has none of that id."""
    passage = setting.handbook.passages.get(passage_id) if passage_id else None
    if passage is None:
        return None
    return together(line(setting.words.t("The policy says:"), spacing="Medium"), quotation(passage, setting))


def kind(of: Kind, setting: Setting) -> str:
    """Return the word for what a passage is, so that nobody takes advice for a rule."""
    t = setting.words.t
    match of:
        case Kind.RULE:
            return t("rule")
        case Kind.DUTY:
            return t("duty")
        case Kind.ADVICE:
            return t("advice")
        case Kind.DISCUSSION:
            return t("a question for your workplace")
        case Kind.CHECK_ITEM:
            return t("item of the checklist")
        case Kind.FORM_FIELD:
            return t("field of the agreement form")
        case Kind.LINK:
            return t("links")
        case Kind.BACKGROUND:
            return t("background")
        case _:
            assert_never(of)
