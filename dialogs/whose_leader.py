"""Who leads somebody, and who acts for the leader: "hvem er min leder?", "hvem er Annas leder?"."""

from __future__ import annotations

import re

from dialogs.names import named
from dialogs.scene import Scene
from dialogs.spelling import words
from domain import commands as c

# as folded: æ is a, ø is o
_BOSS = r"(?:leders?|chefs?|boss|manager|line manager|leader|supervisor|head)"
_DEPUTY = r"(?:(?:(?:leders?|chefs?|boss'?s?|manager's|leader's) )?(?:stedfortrad(?:er|re)|vikar|deputy|stand in))"
_WHO = (
    r"(?:(?:ved du |kan du (?:se|sige) (?:mig )?|do you know |tell me )?(?:hvem|hvm|who) (?:er|is)|hvad hedder|who's)"
)
_NEAR = r"(?:narmeste |direkte |egen |own |direct |nye |new )?"
_OWN = re.compile(
    rf"(?:hej |hi )?(?:og |and )?(?:{_WHO} (?:egentlig |nu |der )?(?:min|mit|my) {_NEAR}(?:{_BOSS}|{_DEPUTY})"
    r"|hvem leder mig|hvem (?:har jeg|er der) som (?:leder|chef)|who leads me|who do i report to"
    r"|hvem (?:refererer jeg til|horer jeg under)|(?:vis |show )?(?:min|my) (?:leder|chef|manager|boss|leader)"
    r"|hvem (?:svarer pa|behandler|far) (?:mine|min) (?:anmodning|anmodninger|onske|onsker)"
    r"|who (?:answers|gets) my requests?)(?: (?:nu|egentlig|now|tak|please|henne))?"
)
_THEIRS = re.compile(
    rf"(?:hej |hi )?(?:{_WHO}) (?:\S+ ){{0,5}}?{_NEAR}(?:{_BOSS}|{_DEPUTY})(?: (?:for|of|til) .{{2,60}})?"
    r"|(?:hvem leder|who leads|who manages) .{2,60}"
)
_MOST = 12  # words


def leader_phrase(text: str, scene: Scene) -> c.ShowLeader | None:
    """Return the command that shows a leader: one's own, or that of one employee of those one answers for."""
    said = words(text)
    if not said or len(said) > _MOST:
        return None
    plain = " ".join(said)
    if _OWN.fullmatch(plain):
        return c.ShowLeader()
    people = named(text, scene.leads).people if scene.leads and _THEIRS.fullmatch(plain) else ()
    return c.ShowLeader(employee_id=people[0].id) if len(people) == 1 else None
