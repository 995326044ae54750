"""Who may do what. Asked once per command, by the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from domain import commands as c
from domain.people import Person, Role, Standing
from domain.refusals import Refusal, Rule

OPEN_TO_ALL = (c.Ask, c.ShowPassage, c.NoneFits, c.RateAnswer)


def may(command: c.Command, by: Person | None, about: Sequence[Standing]) -> Refusal | None:
    """Return None when this person may give this command about these employees, else the refusal.

    `about` holds the standing of every employee whose days the command touches, own days included. Nobody (None) is
    whoever no directory knows: a stranger of the tenant, or a guest. They may ask the policy, which is no secret, and
    nothing else.
    """
    if by is None:
        return None if isinstance(command, OPEN_TO_ALL) else Refusal(Rule.STRANGER)
    match command:
        case (
            c.Ask()
            | c.ShowPassage()
            | c.RateAnswer()
            | c.ProposeDays()
            | c.CorrectDays()
            | c.TickDays()
            | c.ShowMyDays()
            | c.ProposeWithdrawal()
            | c.ShowWaiting()
            | c.ShowTeam()
            | c.ProposeTeamCancellation()
            | c.CancelTeamDays()
            | c.ShowTeamCancellation()
            | c.WhoIsHome()
            | c.ShowHelp()
            | c.LetGo()
            | c.ShowTransport()
            | c.WorkOutTransport()
            | c.ExportMyData()
            | c.ProposeErasure()
            | c.EraseMyData()
            | c.ConfirmBroadcast()
            | c.ShowPreferences()
            | c.SavePreferences()
            | c.ShowFrames()
            | c.EditFrames()
            | c.PreviewFrames()
            | c.SaveFrames()
            | c.ShowNotices()
            | c.SaveNotices()
            | c.ChooseLanguage()
            | c.WantAdvice()
            | c.ShowFeeds()
            | c.RenewFeed()
            | c.CloseFeed()
            | c.NoneFits()
            | c.SendToHr()
            | c.TakeBackQuestion()
            | c.ShowVersions()
            | c.ReadVersion()
        ):
            return None  # about oneself, or filtered to those one answers for
        case c.FetchData():
            own = command.employee_id in ("", by.id) and not command.named
            return None if own or Role.HR in by.roles else Refusal(Rule.ONLY_HR)
        case c.ProposeErasureOf() | c.EraseDataOf():
            if Role.HR not in by.roles:
                return Refusal(Rule.ONLY_HR)
            return Refusal(Rule.OWN_DATA) if command.employee_id == by.id else None
        case c.ShowHomeWork():
            return None if command.employee_id in (None, by.id) else _answers_for(by, about)
        case c.ShowLeader():
            return _answers_for(by, about) if command.employee_id not in (None, by.id) else None
        case c.MarkDays():
            return _own(by, about) if command.instead_of else None
        case c.StartAgreement():
            return _one_of_the_two(by, about) if command.employee_id else None
        case c.ChangeAgreement() | c.ConfirmAgreement() | c.EndAgreement() | c.FetchAgreement():
            return _one_of_the_two(by, about)
        case c.ShowEquipment() | c.OpenChecklist() | c.ShowChecklists() | c.ProposeMove() | c.RenewChecklist():
            return None
        case (
            c.ShowAssessment()
            | c.SaveAssessment()
            | c.PlanAssessment()
            | c.RenewAssessment()
            | c.ShowAssessmentHistory()
        ):
            return None  # of the team that one answers for; whoever answers for none is refused there
        case (
            c.ProposeDiscussion()
            | c.StartDiscussion()
            | c.ShowDiscussion()
            | c.ReplyToDiscussion()
            | c.CorrectReply()
            | c.EndDiscussion()
            | c.CarryDiscussion()
        ):
            return None  # of the team that one leads or is in; another team's round is not there for one
        case c.AnswerChecklist() | c.TakeBackChecklist():
            return _own_checklist(by, about)
        case c.ShowChecklist() | c.AskForChecklist():
            return _answers_for(by, about) if command.employee_id else None  # else sought among those one answers for
        case c.ReviewChecklist():
            return _answers_for(by, about) if about else Refusal(Rule.NO_SUCH_CHECKLIST)
        case c.ProposeHandOut() | c.ProposeLeaving():
            return _leader_or_hr(by, about) if command.employee_id else None  # a name is sought among one's own
        case c.HandOut() | c.StartLeaving() | c.SettleItem():
            return _leader_or_hr(by, about)
        case c.ValueItem():
            return _leader_or_hr(by, about) if Role.HR in by.roles else Refusal(Rule.ONLY_HR, "oev-fratraedelse")
        case c.WithdrawDays() | c.HalveDay() | c.AcknowledgeCancellation() | c.PickReplacement():
            return _own(by, about)
        case c.ApproveDays() | c.DeclineDays() | c.ProposeCancellation() | c.CancelDays():
            return _answers_for(by, about)
        case (
            c.StartBroadcast()
            | c.ShowBroadcasts()
            | c.ViewBroadcast()
            | c.SaveBroadcast()
            | c.SendBroadcast()
            | c.SteerBroadcast()
            | c.CorrectBroadcast()
            | c.ShowInbox()
            | c.OpenQuestion()
            | c.AnswerQuestions()
            | c.ShowHrAnswers()
            | c.OpenHrAnswer()
            | c.ChangeHrAnswer()
            | c.WithdrawHrAnswer()
            | c.ShowTrail()
            | c.CompareVersion()
            | c.PublishVersion()
            | c.DropVersion()
            | c.ImportVersion()
        ):
            return None if Role.HR in by.roles else Refusal(Rule.ONLY_HR)
        case _:
            assert_never(command)


def _own(by: Person, about: Sequence[Standing]) -> Refusal | None:
    if not about:
        return Refusal(Rule.NOT_FOUND)
    return None if all(one.employee.id == by.id for one in about) else Refusal(Rule.NOT_YOURS)


def _own_checklist(by: Person, about: Sequence[Standing]) -> Refusal | None:
    if not about:
        return Refusal(Rule.NO_SUCH_CHECKLIST)
    return None if all(one.employee.id == by.id for one in about) else Refusal(Rule.NOT_YOUR_CHECKLIST)


def _one_of_the_two(by: Person, about: Sequence[Standing]) -> Refusal | None:
    """Return None for the employee, and for those who answer for the employee."""
    return None if about and all(one.employee.id == by.id for one in about) else _answers_for(by, about)


def _leader_or_hr(by: Person, about: Sequence[Standing]) -> Refusal | None:
    if Role.HR in by.roles and about and all(one.employee.id != by.id for one in about):
        return None
    return _answers_for(by, about)


def _answers_for(by: Person, about: Sequence[Standing]) -> Refusal | None:
    if not about:
        return Refusal(Rule.NOT_FOUND)
    if any(one.employee.id == by.id for one in about):
        return Refusal(Rule.NOT_FOR_ONESELF, passage_id="ramme-koordinering")
    if not all(one.answers_for(by.id) for one in about):
        return Refusal(Rule.NOT_YOUR_EMPLOYEE)
    return None
