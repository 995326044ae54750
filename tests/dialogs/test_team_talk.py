"""What a leader says to put questions to the team, and what may be answered to such a card in words."""

from __future__ import annotations

import pytest

from dialogs.awaiting import awaiting
from domain import commands as c
from tests.cards.discussion_examples import DISCUSSIONS, ROUND
from tests.dialogs.test_checklists import heard


@pytest.mark.parametrize(
    "said",
    [
        "spørg teamet",
        "Spørg teamet før mødet",
        "start en temarunde",
        "ny spørgerunde",
        "drøft rammerne med teamet",
        "hør teamet om temaerne",
        "ask the team before the meeting",
        "start a round of questions",
    ],
)
def test_a_leader_asks_the_team(said: str) -> None:
    assert heard(said, leads=True) == c.ProposeDiscussion()
    assert heard(said) != c.ProposeDiscussion()


@pytest.mark.parametrize("said", ["runden", "vis temarunden", "teamets svar", "the round"])
def test_the_round_is_looked_at(said: str) -> None:
    assert heard(said) == c.ShowDiscussion()
    assert heard(said, leads=True) == c.ShowDiscussion()


def test_what_can_be_pressed_can_be_written() -> None:
    under_way = awaiting(DISCUSSIONS["round under way"])
    assert heard("luk runden", leads=True, awaits=under_way) == c.EndDiscussion(discussion_id=ROUND.id)
    over = awaiting(DISCUSSIONS["round of many"])
    assert heard("før over i rammerne", leads=True, awaits=over) == c.CarryDiscussion(discussion_id=ROUND.id)
    answered = awaiting(DISCUSSIONS["round answered"])
    assert heard("ret mine svar", awaits=answered) == c.CorrectReply(discussion_id=ROUND.id)
    assert heard("nej", leads=True, awaits=awaiting(DISCUSSIONS["round form"])) == c.LetGo()
