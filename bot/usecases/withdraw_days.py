"""The employee gives up own days; home work is no duty (policy p. 3), so nobody needs to agree."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.usecases import notices
from bot.usecases.picture import my_request
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail_days
from domain import home_days as rules
from domain.commands import ProposeWithdrawal, WithdrawDays
from domain.deeds import Deed
from domain.facts import DaysWithdrawn, HalveForm, MyRequest, Note, Refused, WhichPerson, WithdrawForm
from domain.halving import other
from domain.home_days import HomeDay, Status
from domain.refusals import Refusal, Rule
from storage import home_days, people


def propose_withdrawal(command: ProposeWithdrawal, desk: Desk) -> WithdrawForm | HalveForm | WhichPerson | Refused:
    """Return the live days on those dates, or all days to come where no date is named.

    Half of one whole day ("aflys torsdag formiddag") leaves the other half.
    """
    today = desk.at.date()
    coming = [day for day in home_days.from_date(desk.session, desk.by.id, today) if day.status.is_live]
    days = [day for day in coming if not command.dates or day.on in command.dates]
    if not days:
        return _none(command.dates, desk)
    if command.half is not None and len(days) == 1 and days[0].half is not command.half:
        if days[0].half is not None:  # the half that one is at the workplace anyway
            return Refused(Refusal(Rule.NO_SUCH_DAY, on=days[0].on))
        standing = people.standing(desk.session, desk.by.id)
        return HalveForm(days[0], other(command.half), standing.decider if standing else None)
    return WithdrawForm(tuple(days), command.dates)


def _none(dates: tuple[date, ...], desk: Desk) -> WhichPerson | Refused:
    """Return whose day a leader may mean who has none there, else that there is none."""
    led = {one.id: one for one in people.led_by(desk.session, desk.by.id)} if dates else {}
    wanted = [on for on in dates if on >= desk.at.date()]
    days = home_days.between(desk.session, led, min(wanted), max(wanted)) if led and wanted else []
    at_home = dict.fromkeys(day.person_id for day in days if day.status.is_live and day.on in wanted)
    if at_home:
        return WhichPerson("", tuple(led[one] for one in at_home), dates)
    return Refused(Refusal(Rule.NO_SUCH_DAY, on=dates[0] if dates else None, several=len(dates) > 1))


def withdraw_days(command: WithdrawDays, desk: Desk) -> DaysWithdrawn | MyRequest | Refused:
    """Withdraw the days and tell the leader; on an old card that is too late, the request is shown as it stands."""
    before = home_days.by_ids(desk.session, [ref.id for ref in command.days])
    after = [rules.withdraw(day, desk.by.id, desk.at) for day in before]
    refusal = next((one for one in after if isinstance(one, Refusal)), None)
    if refusal is not None:
        return Refused(refusal)
    days = [day for day in after if isinstance(day, HomeDay)]
    give_up([new for old, new in zip(before, days, strict=True) if new is not old], desk)
    gone = tuple(day for day in days if day.status is Status.WITHDRAWN)
    standing = people.standing(desk.session, desk.by.id)
    if not gone:
        return my_request(desk.session, days[0].request_id, Note.STALE) or Refused(Refusal(Rule.NOT_FOUND))
    return DaysWithdrawn(gone, standing.leader if standing else None)


def give_up(changed: list[HomeDay], desk: Desk, asked_anew: Collection[date] = ()) -> None:
    """Store withdrawn days and leave the notices. The request tells of a date that is asked for anew: no news then."""
    for day in changed:
        home_days.save(desk.session, day)
    trail_days(desk, Deed.WITHDRAWN, changed)
    standing = people.standing(desk.session, desk.by.id)
    if changed and standing is not None:
        news = [day for day in changed if day.on not in asked_anew]
        tell(desk, notices.withdrawn(standing, news, desk.by.id))
        tell(desk, notices.redrawn(standing, [day for day in changed if day not in news], desk.by.id))
