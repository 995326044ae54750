"""Show who leads somebody, and who acts for the leader."""

from __future__ import annotations

from bot.usecases.ports import Desk
from domain.commands import ShowLeader
from domain.facts import MyLeader, Refused
from domain.refusals import Refusal, Rule
from storage import people


def show_leader(command: ShowLeader, desk: Desk) -> MyLeader | Refused:
    """Return the leader and the deputy; of oneself also who acts for one towards one's own team."""
    standing = people.standing(desk.session, command.employee_id or desk.by.id)
    if standing is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    own = standing.employee.id == desk.by.id
    mine = desk.by.deputy_id if own and people.team_of(desk.session, desk.by.id) else None
    for_me = people.find(desk.session, mine) if mine else None
    return MyLeader(standing, desk.by.id, for_me)
