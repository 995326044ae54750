"""Which use case carries out which command."""

from __future__ import annotations

from typing import assert_never

from bot.usecases import (
    agree,
    answer_questions,
    ask,
    ask_hr,
    cancel_days,
    cancel_team,
    carry_out_settings,
    decide_days,
    fetch_agreement,
    halve_day,
    keep_equipment,
    leave,
    look,
    mark_days,
    pick_replacement,
    propose_days,
    receive_broadcast,
    report_broadcast,
    send_broadcast,
    set_frames,
    show_home_work,
    show_leader,
    withdraw_days,
    work_out_transport,
    write_broadcast,
)
from bot.usecases.carry_out_checklists import carry_out_checklist
from bot.usecases.carry_out_discussions import carry_out_discussion
from bot.usecases.carry_out_privacy import carry_out_privacy
from bot.usecases.carry_out_versions import carry_out_versions
from bot.usecases.ports import Desk
from domain import commands as c
from domain.facts import DomainFact, Stop, Stopped
from policy.answers import PolicyFact
from policy.editions import EditionFact

Fact = DomainFact | PolicyFact | EditionFact


def carry_out(command: c.Command, desk: Desk) -> Fact:
    """Run the use case of an authorised command."""
    match command:
        case c.Ask():
            return ask.ask(command, desk)
        case c.ShowPassage():
            return ask.show_passage(command, desk)
        case c.RateAnswer():
            return ask.rate_answer(command, desk)
        case c.NoneFits():
            return ask.none_fits(command, desk)
        case c.ProposeDays():
            return propose_days.propose_days(command, desk)
        case c.TickDays():
            return propose_days.tick_days(command, desk)
        case c.CorrectDays():
            return propose_days.correct_days(command, desk)
        case c.MarkDays():
            return mark_days.mark_days(command, desk)
        case c.ShowMyDays():
            return look.show_my_days(desk)
        case c.ProposeWithdrawal():
            return withdraw_days.propose_withdrawal(command, desk)
        case c.HalveDay():
            return halve_day.halve_day(command, desk)
        case c.WithdrawDays():
            return withdraw_days.withdraw_days(command, desk)
        case c.ShowWaiting():
            return look.show_waiting(command, desk)
        case c.ShowTeam():
            return look.show_team(command, desk)
        case c.WhoIsHome():
            return look.who_is_home(command, desk)
        case c.ApproveDays():
            return decide_days.approve_days(command, desk)
        case c.DeclineDays():
            return decide_days.decline_days(command, desk)
        case c.ProposeCancellation():
            return cancel_days.propose_cancellation(command, desk)
        case c.CancelDays():
            return cancel_days.cancel_days(command, desk)
        case c.ProposeTeamCancellation():
            return cancel_team.propose_team_cancellation(command, desk)
        case c.CancelTeamDays():
            return cancel_team.cancel_team_days(command, desk)
        case c.ShowTeamCancellation():
            return cancel_team.show_team_cancellation(command, desk)
        case c.PickReplacement():
            return pick_replacement.pick_replacement(command, desk)
        case c.AcknowledgeCancellation():
            return cancel_days.acknowledge_cancellation(command, desk)
        case c.ShowHelp():
            return look.show_help(desk)
        case c.LetGo():
            return Stopped(Stop.LET_GO)
        case c.ShowHomeWork():
            return show_home_work.show_home_work(command, desk)
        case c.ShowLeader():
            return show_leader.show_leader(command, desk)
        case c.ShowTransport():
            return work_out_transport.show_transport()
        case c.WorkOutTransport():
            return work_out_transport.work_out_transport(command)
        case c.ExportMyData():
            return look.export_my_data(desk)
        case c.StartAgreement() | c.ChangeAgreement() | c.ConfirmAgreement() | c.EndAgreement() | c.FetchAgreement():
            return _agreement(command, desk)
        case (
            c.ShowEquipment()
            | c.HandOut()
            | c.ProposeHandOut()
            | c.ProposeLeaving()
            | c.StartLeaving()
            | c.SettleItem()
            | c.ValueItem()
        ):
            return _equipment(command, desk)
        case (
            c.OpenChecklist()
            | c.AnswerChecklist()
            | c.TakeBackChecklist()
            | c.ReviewChecklist()
            | c.ShowChecklist()
            | c.ShowChecklists()
            | c.AskForChecklist()
            | c.ProposeMove()
            | c.RenewChecklist()
            | c.ShowAssessment()
            | c.SaveAssessment()
            | c.PlanAssessment()
            | c.RenewAssessment()
            | c.ShowAssessmentHistory()
        ):
            return carry_out_checklist(command, desk)
        case (
            c.ProposeDiscussion()
            | c.StartDiscussion()
            | c.ShowDiscussion()
            | c.ReplyToDiscussion()
            | c.CorrectReply()
            | c.EndDiscussion()
            | c.CarryDiscussion()
        ):
            return carry_out_discussion(command, desk)
        case c.ShowFrames() | c.EditFrames() | c.PreviewFrames() | c.SaveFrames():
            return _frames(command, desk)
        case c.ShowPreferences() | c.SavePreferences() | c.ShowFeeds() | c.RenewFeed() | c.CloseFeed():
            return carry_out_settings.settings(command, desk)
        case c.ShowNotices() | c.SaveNotices() | c.ChooseLanguage() | c.WantAdvice():
            return carry_out_settings.notices(command, desk)
        case (
            c.ShowTrail()
            | c.FetchData()
            | c.ProposeErasure()
            | c.EraseMyData()
            | c.ProposeErasureOf()
            | c.EraseDataOf()
        ):
            return carry_out_privacy(command, desk)
        case (
            c.ShowVersions()
            | c.ReadVersion()
            | c.ImportVersion()
            | c.CompareVersion()
            | c.PublishVersion()
            | c.DropVersion()
        ):
            return carry_out_versions(command, desk)
        case c.ConfirmBroadcast():
            return receive_broadcast.confirm_broadcast(command, desk)
        case (
            c.StartBroadcast()
            | c.ShowBroadcasts()
            | c.ViewBroadcast()
            | c.SaveBroadcast()
            | c.SendBroadcast()
            | c.SteerBroadcast()
            | c.CorrectBroadcast()
        ):
            return _broadcast(command, desk)
        case (
            c.SendToHr()
            | c.TakeBackQuestion()
            | c.ShowInbox()
            | c.OpenQuestion()
            | c.AnswerQuestions()
            | c.ShowHrAnswers()
            | c.OpenHrAnswer()
            | c.ChangeHrAnswer()
            | c.WithdrawHrAnswer()
        ):
            return _inbox(command, desk)
        case _:
            assert_never(command)


def _agreement(command: c.AgreementCommand, desk: Desk) -> Fact:
    match command:
        case c.StartAgreement():
            return agree.start_agreement(command, desk)
        case c.ChangeAgreement():
            return agree.change_agreement(command, desk)
        case c.ConfirmAgreement():
            return agree.confirm_agreement(command, desk)
        case c.EndAgreement():
            return agree.end_agreement(command, desk)
        case c.FetchAgreement():
            return fetch_agreement.fetch_agreement(command, desk)
        case _:
            assert_never(command)


def _equipment(command: c.EquipmentCommand, desk: Desk) -> Fact:
    match command:
        case c.ShowEquipment():
            return keep_equipment.show_equipment(desk)
        case c.ProposeHandOut():
            return keep_equipment.propose_hand_out(command, desk)
        case c.HandOut():
            return keep_equipment.hand_out(command, desk)
        case c.ProposeLeaving():
            return leave.propose_leaving(command, desk)
        case c.StartLeaving():
            return leave.start_leaving(command, desk)
        case c.SettleItem():
            return leave.settle_item(command, desk)
        case c.ValueItem():
            return leave.value_item(command, desk)
        case _:
            assert_never(command)


def _frames(command: c.FrameCommand, desk: Desk) -> Fact:
    match command:
        case c.ShowFrames():
            return set_frames.show_frames(command, desk)
        case c.EditFrames():
            return set_frames.edit_frames(command, desk)
        case c.PreviewFrames():
            return set_frames.preview_frames(command, desk)
        case c.SaveFrames():
            return set_frames.save_frames(command, desk)
        case _:
            assert_never(command)


def _broadcast(command: c.BroadcastCommand, desk: Desk) -> Fact:
    match command:
        case c.StartBroadcast():
            return write_broadcast.start_broadcast(command, desk)
        case c.ShowBroadcasts():
            return report_broadcast.show_broadcasts(desk)
        case c.ViewBroadcast():
            return report_broadcast.view_broadcast(command, desk)
        case c.SaveBroadcast():
            return write_broadcast.save_broadcast(command, desk)
        case c.SendBroadcast():
            return send_broadcast.send_broadcast(command, desk)
        case c.SteerBroadcast():
            return send_broadcast.steer_broadcast(command, desk)
        case c.CorrectBroadcast():
            return send_broadcast.correct_broadcast(command, desk)
        case _:
            assert_never(command)


def _inbox(command: c.InboxCommand, desk: Desk) -> Fact:
    match command:
        case c.SendToHr():
            return ask_hr.send_to_hr(command, desk)
        case c.TakeBackQuestion():
            return ask_hr.take_back_question(command, desk)
        case c.ShowInbox():
            return answer_questions.show_inbox(desk)
        case c.OpenQuestion():
            return answer_questions.open_question(command, desk)
        case c.AnswerQuestions():
            return answer_questions.answer_questions(command, desk)
        case c.ShowHrAnswers():
            return answer_questions.show_hr_answers(desk)
        case c.OpenHrAnswer():
            return answer_questions.open_hr_answer(command, desk)
        case c.ChangeHrAnswer():
            return answer_questions.change_hr_answer(command, desk)
        case c.WithdrawHrAnswer():
            return answer_questions.withdraw_hr_answer(command, desk)
        case _:
            assert_never(command)
