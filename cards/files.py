"""A file that was sent: that it is being read, or why it became no draft and what to do about it."""

from __future__ import annotations

from cards.drawn import Drawn
from cards.frame import heading, line, quiet, sheet
from cards.setting import Setting
from policy.documents.block import Odd
from policy.editions import FileNotTaken, FileState


def draw_file_taken(setting: Setting) -> Drawn:
    """Draw that the file is being read."""
    t = setting.words.t
    return sheet(
        heading(t("Thank you. I am reading the file")),
        line(t("In about a minute you see here what it would change. Until you publish it, nothing does.")),
        quiet(t("If you hear nothing within five minutes, send it again.")),
    )


def draw_file_not_taken(fact: FileNotTaken, setting: Setting) -> Drawn:
    """Draw why, and that nothing changed."""
    t = setting.words.t
    return sheet(
        heading(t("I could not use the file")),
        line(_why(fact.why, setting)),
        quiet(t("Nothing is changed in the version that I answer from.")),
    )


def _why(why: Odd | FileState, setting: Setting) -> str:
    t = setting.words.t
    match why:
        case FileState.BUSY:
            return t("I am reading another file just now. Send it again in a minute.")
        case FileState.NOT_FETCHED:
            return t("I could not fetch it. Send it once more here in the chat.")
        case FileState.FELL:
            return t("Something went wrong while I was reading it. Send it once more.")
        case Odd.WRONG_TYPE:
            return t("I read the policy from Word (docx), PDF or Markdown, and this is something else.")
        case Odd.BROKEN:
            return t("It cannot be read. Save it anew and send it again.")
        case Odd.LOCKED:
            return t("It is locked with a password. Save it without one and send it again.")
        case Odd.NO_TEXT:
            return t("There is no text in it. If it is scanned, make it searchable (OCR) first.")
        case Odd.NO_HEADINGS:
            return t("It has no headings. Mark them with the styles Heading 1, 2 and 3.")
        case Odd.TOO_LONG:
            return t("It is longer than a policy can be (100 pages, 20 MB).")
        case Odd.SAME:
            return t("It says just what the running version says, so I made no draft.")
