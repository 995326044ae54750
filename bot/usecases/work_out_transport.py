"""Working time for a journey to a meeting on a home day. Nothing is stored."""

from __future__ import annotations

from domain.commands import WorkOutTransport
from domain.facts import TransportTime
from domain.transport import working_time


def show_transport() -> TransportTime:
    """Return the empty form."""
    return TransportTime()


def work_out_transport(command: WorkOutTransport) -> TransportTime:
    """Return the working time, or the form again with what was typed where that cannot be meant."""
    counted = working_time(command.actual, command.from_workplace)
    return TransportTime(command.actual, command.from_workplace, counted, unclear=counted is None)
