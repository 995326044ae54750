"""Which use case carries out which command about a round of questions to a team."""

from __future__ import annotations

from typing import assert_never

from bot.usecases import answer_team, ask_team
from bot.usecases.ports import Desk
from domain import commands as c
from domain.facts import DomainFact


def carry_out_discussion(command: c.DiscussionCommand, desk: Desk) -> DomainFact:
    """Run the use case of an authorised command about a round."""
    match command:
        case c.ProposeDiscussion():
            return ask_team.propose_discussion(desk)
        case c.StartDiscussion():
            return ask_team.start_discussion(command, desk)
        case c.EndDiscussion():
            return ask_team.end_discussion(command, desk)
        case c.CarryDiscussion():
            return ask_team.carry_discussion(command, desk)
        case c.ShowDiscussion():
            return answer_team.show_discussion(command, desk)
        case c.ReplyToDiscussion():
            return answer_team.reply_to_discussion(command, desk)
        case c.CorrectReply():
            return answer_team.correct_reply(command, desk)
        case _:
            assert_never(command)
