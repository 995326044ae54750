"""The employee chooses another day instead of one that was cancelled, where the team's frames allow it."""

from __future__ import annotations

from bot.usecases.cancel_days import acknowledge_cancellation
from bot.usecases.mark_days import mark_days
from bot.usecases.picture import my_cancellation, replacement
from bot.usecases.ports import Desk
from domain.commands import AcknowledgeCancellation, MarkDays, PickReplacement, Wanted
from domain.facts import MyCancellation, MyRequest, Note, Refused
from domain.refusals import Refusal, Rule
from domain.replacement import request_of


def pick_replacement(command: PickReplacement, desk: Desk) -> MyCancellation | Refused:
    """Ask for the day as for any other, and show it on the card; what has become impossible gets fresh choices.

    Pressed twice it is the same request. Whoever chooses has seen the cancellation.
    """
    seen = acknowledge_cancellation(AcknowledgeCancellation(cancellation_id=command.cancellation_id), desk)
    if isinstance(seen, Refused) or command.on in {day.on for day in seen.picked}:
        return seen
    note = None if _asked(command, seen, desk) else Note.NOT_FREE
    shown = my_cancellation(desk.session, command.cancellation_id, note, desk.at.date())
    return shown or Refused(Refusal(Rule.NOT_FOUND))


def _asked(command: PickReplacement, seen: MyCancellation, desk: Desk) -> bool:
    free, _ = replacement(desk.session, list(seen.days), desk.at.date())  # more than the three that a card shows
    day = next((one for one in free if one.on == command.on), None)
    if day is None:
        return False
    wanted = Wanted(on=day.on, half=day.half)
    request = MarkDays(request_id=request_of(command.cancellation_id, day.on), days=(wanted,))
    return isinstance(mark_days(request, desk), MyRequest)
