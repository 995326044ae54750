"""One example of every fact and its extremes, for the tests that go over all cards."""

from __future__ import annotations

from functools import cache

from cards.draw import draw
from cards.drawn import Drawn
from cards.setting import Setting
from cards.words import Words
from domain import facts as f
from domain.people import Language
from policy.answers import PolicyFact
from policy.editions import EditionFact
from policy.handbook import Handbook
from tests.cards.agreement_examples import AGREEMENTS
from tests.cards.assessment_examples import ASSESSMENTS
from tests.cards.broadcast_examples import BROADCASTS
from tests.cards.cast import TODAY
from tests.cards.checklist_examples import CHECKLISTS
from tests.cards.day_examples import DAYS
from tests.cards.discussion_examples import DISCUSSIONS
from tests.cards.equipment_examples import EQUIPMENT
from tests.cards.frame_examples import FRAMES
from tests.cards.halving_examples import HALVING
from tests.cards.handbook_examples import HANDBOOK, POLICY
from tests.cards.inbox_examples import INBOX, OFFERS
from tests.cards.people_examples import PEOPLE
from tests.cards.privacy_examples import PRIVACY
from tests.cards.radar_examples import RADAR
from tests.cards.settings_examples import SETTINGS
from tests.cards.talk_examples import TALK
from tests.cards.team_cancelling_examples import TEAM_CANCELLING
from tests.cards.version_examples import VERSIONS


def setting(language: Language = Language.DANISH, handbook: Handbook = HANDBOOK) -> Setting:
    """Return the setting of the tests: Monday 23 November 2026."""
    return Setting(Words(language), TODAY, handbook)


FACTS: dict[str, f.DomainFact | PolicyFact | EditionFact] = {
    **DAYS,
    **RADAR,
    **TALK,
    **POLICY,
    **BROADCASTS,
    **PRIVACY,
    **VERSIONS,
    **SETTINGS,
    **EQUIPMENT,
    **AGREEMENTS,
    **CHECKLISTS,
    **ASSESSMENTS,
    **DISCUSSIONS,
    **INBOX,
    **OFFERS,
    **HALVING,
    **TEAM_CANCELLING,
    **FRAMES,
    **PEOPLE,
}


@cache
def drawn(name: str, language: Language = Language.DANISH) -> Drawn:
    """Return an example as it is drawn on the day of the tests."""
    return draw(FACTS[name], setting(language))
