"""Whom a command is about: the employees whose days it touches, loaded once for the gate's question."""

from __future__ import annotations

from sqlmodel import Session

from domain import commands as c
from domain.people import Standing
from storage import agreements, checklists, equipment, home_days, people


def about(command: c.Command, session: Session) -> tuple[Standing, ...]:
    """Return the standing of every employee that the command touches; empty where it names nobody known."""
    match command:
        case c.ApproveDays() | c.DeclineDays() | c.CancelDays() | c.WithdrawDays():
            touched = home_days.by_ids(session, [ref.id for ref in command.days])
            if len(touched) != len({ref.id for ref in command.days}):
                return ()
            ids = {day.person_id for day in touched}
        case c.HalveDay():
            ids = {day.person_id for day in home_days.by_ids(session, [command.day.id])}
        case c.MarkDays() if command.instead_of:
            replaced = home_days.by_ids(session, [ref.id for ref in command.instead_of])
            ids = {day.person_id for day in replaced}
        case c.AcknowledgeCancellation() | c.PickReplacement():
            ids = {day.person_id for day in home_days.of_cancellation(session, command.cancellation_id)}
        case c.AnswerChecklist() | c.TakeBackChecklist() | c.ReviewChecklist():
            checklist = checklists.find(session, command.list_id)
            ids = {checklist.person_id} if checklist else set()
        case c.ShowChecklist() | c.AskForChecklist():
            ids = {command.employee_id} - {""}
        case c.StartAgreement():
            ids = {command.employee_id} - {""}
        case c.ChangeAgreement() | c.ConfirmAgreement() | c.EndAgreement() | c.FetchAgreement():
            agreement = agreements.find(session, command.agreement_id)
            ids = {agreement.employee_id} if agreement else set()
        case c.SettleItem() | c.ValueItem():
            item = equipment.find(session, command.item_id)
            ids = {item.person_id} if item else set()
        case c.ProposeHandOut() | c.ProposeLeaving() | c.HandOut() | c.StartLeaving():
            ids = {command.employee_id} - {""}
        case c.ShowHomeWork() | c.ShowLeader() if command.employee_id is not None:
            ids = {command.employee_id}
        case c.ProposeCancellation():
            ids = {command.employee_id}
        case _:
            return ()
    left_too = isinstance(command, c.SettleItem | c.ValueItem | c.ProposeLeaving | c.StartLeaving)
    standing = people.last_standing if left_too else people.standing
    found = [standing(session, one) for one in sorted(ids)]
    if any(standing is None for standing in found):
        return ()  # somebody who left is nobody's to decide on, and must not drop out of the question
    return tuple(standing for standing in found if standing is not None)
