"""Talk about a round of questions to the team before a talk on home work."""

from __future__ import annotations

import re

from dialogs.scene import Scene
from domain import commands as c
from domain import facts as f

Offer = tuple[c.Command | None, tuple[tuple[str, c.Command], ...]]

_ASK = re.compile(
    r"(?i:(?:spørg|spoerg) (?:mit |hele )?teamet(?: (?:før|inden) (?:mødet|med-mødet|drøftelsen|snakken|vi .{3,60}))?|"
    r"(?:start|ny|åbn|lav|opret)(?: en)?(?: ny)? (?:temarunde|spørgerunde|"
    r"runde(?: (?:om temaerne|til teamet|i teamet|før mødet))?)|"
    r"(?:drøft|vend) (?:rammerne|temaerne|hjemmearbejde) med teamet|"
    r"(?:hør|spørg) teamet om (?:rammerne|temaerne|hjemmearbejde)|"
    r"ask (?:the|my) team(?: before the (?:meeting|talk))?|(?:start|new) (?:a )?round(?: of questions)?)[.!]?"
)
_SHOW = re.compile(
    r"(?i:(?:vis |se )?(?:temarunden|spørgerunden|runden|svarene på runden|mine svar på runden|teamets svar)|"
    r"(?:show )?(?:the round|the team's answers|my answers to the round))[.!?]?"
)


def team_talk_phrase(text: str, scene: Scene) -> c.Command | None:
    """Return the command that a set phrase about a round is, or None."""
    said = text.strip()
    if _SHOW.fullmatch(said):
        return c.ShowDiscussion()
    return c.ProposeDiscussion() if scene.leads and _ASK.fullmatch(said) else None


def offered_in_round(fact: f.DiscussionFact) -> Offer:
    """Return the no, and the choices by their words, that a card of a round awaits."""
    match fact:
        case f.DiscussionForm():
            return c.LetGo(), ()
        case f.DiscussionState() if not fact.is_over:
            return None, (("luk runden nu close it", c.EndDiscussion(discussion_id=fact.discussion.id)),)
        case f.DiscussionState() if fact.can_carry:
            carry = c.CarryDiscussion(discussion_id=fact.discussion.id)
            return None, (("før over i rammerne carry into frames", carry),)
        case f.DiscussionCard() if not fact.open_form and not fact.is_over:
            return None, (("ret mine svar correct my answers", c.CorrectReply(discussion_id=fact.discussion.id)),)
        case _:
            return None, ()
