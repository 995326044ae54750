"""Every fact has its card: one match, one file a family of cards."""

from __future__ import annotations

from typing import assert_never

from cards.agreement import draw_agreement
from cards.agreement_paper import draw_paper
from cards.answer import draw_answer, draw_choices, draw_not_covered
from cards.ask_hr import draw_hr_says, draw_sent_to_hr, draw_taken_back
from cards.audit import draw_trail
from cards.broadcast_form import draw_broadcast_form
from cards.broadcast_list import draw_broadcast_file, draw_broadcasts
from cards.broadcast_message import draw_broadcast_message
from cards.broadcast_preview import draw_broadcast_preview
from cards.broadcast_progress import draw_broadcast_progress
from cards.data_file import draw_data_file
from cards.draw_checklists import draw_any_checklist
from cards.draw_days import draw_days
from cards.draw_discussions import draw_any_discussion
from cards.draw_talk import draw_talk
from cards.drawn import Drawn
from cards.equipment import (
    draw_equipment,
    draw_hand_out_form,
    draw_handed_out,
    draw_leaving_form,
    draw_leaving_list,
    draw_who_is_meant,
)
from cards.erasure import draw_erasure
from cards.erasure_of import draw_erasure_of
from cards.feeds import draw_feeds
from cards.files import draw_file_not_taken, draw_file_taken
from cards.frame_form import draw_frame_form
from cards.frames import draw_frame_preview, draw_team_frames
from cards.halving import draw_halve_form, draw_halved, draw_halving_told
from cards.home_advice import draw_home_advice
from cards.inbox import (
    draw_answer_form,
    draw_hr_answer,
    draw_hr_answers,
    draw_inbox,
    draw_questions_wait,
)
from cards.my_leader import draw_my_leader
from cards.notice_settings import draw_notices
from cards.people_news import draw_people_held
from cards.preferences import draw_preferences
from cards.setting import Setting
from cards.strangers import draw_strangers
from cards.team_cancelling import draw_nobody_at_home, draw_team_cancel_form, draw_team_cancelled
from cards.transport import draw_transport
from cards.versions import draw_edition_difference, draw_edition_text, draw_editions
from domain import facts as f
from policy.answers import Answer, DidYouMean, NotCovered, PolicyFact
from policy.editions import EditionDifference, EditionFact, Editions, EditionText, FileNotTaken, FileTaken


def draw(fact: f.DomainFact | PolicyFact | EditionFact, setting: Setting) -> Drawn:
    """Return the message that shows a fact, in the words of the setting."""
    match fact:
        case Answer():
            return draw_answer(fact, setting)
        case DidYouMean():
            return draw_choices(fact, setting)
        case NotCovered():
            return draw_not_covered(fact, setting)
        case (
            f.Welcome()
            | f.Help()
            | f.Greeting()
            | f.DateQuestion()
            | f.WhichDate()
            | f.WhichPerson()
            | f.Stopped()
            | f.Refused()
            | f.Fault()
            | f.Thanked()
            | f.MyData()
        ):
            return draw_talk(fact, setting)
        case (
            f.BroadcastForm()
            | f.BroadcastPreview()
            | f.BroadcastMessage()
            | f.BroadcastProgress()
            | f.Broadcasts()
            | f.BroadcastFile()
        ):
            return _draw_broadcast(fact, setting)
        case f.TransportTime():
            return draw_transport(fact, setting)
        case f.TeamFrames() | f.FrameForm() | f.FramePreview():
            return _draw_frames(fact, setting)
        case f.MyPreferences():
            return draw_preferences(fact, setting)
        case f.HomeDayAdvice():
            return draw_home_advice(fact, setting)
        case f.MyNotices():
            return draw_notices(fact, setting)
        case f.AgreementCard():
            return draw_agreement(fact, setting)
        case f.AgreementFile() | f.AgreementFiled() | f.AgreementNotFiled():
            return draw_paper(fact, setting)
        case f.Equipment() | f.HandOutForm() | f.HandedOut() | f.LeavingForm() | f.LeavingList() | f.WhoIsMeant():
            return _draw_equipment(fact, setting)
        case f.ChecklistCard() | f.ChecklistMissing() | f.TeamChecklists() | f.ChecklistsAsked() | f.MovedHome():
            return draw_any_checklist(fact, setting)
        case f.AssessmentCard() | f.AssessmentSection() | f.AssessmentHistory():
            return draw_any_checklist(fact, setting)
        case f.DiscussionCard() | f.DiscussionForm() | f.DiscussionState():
            return draw_any_discussion(fact, setting)
        case f.Erasure():
            return draw_erasure(fact, setting)
        case f.ErasureOf():
            return draw_erasure_of(fact, setting)
        case f.DataFile():
            return draw_data_file(fact, setting)
        case f.AuditTrail():
            return draw_trail(fact, setting)
        case f.HalveForm() | f.DayHalved() | f.HalvingTold():
            return _draw_halving(fact, setting)
        case f.TeamCancelForm() | f.TeamCancelled() | f.NobodyAtHome():
            return _draw_team_cancelling(fact, setting)
        case Editions():
            return draw_editions(fact, setting)
        case EditionText():
            return draw_edition_text(fact, setting)
        case FileTaken():
            return draw_file_taken(setting)
        case FileNotTaken():
            return draw_file_not_taken(fact, setting)
        case EditionDifference():
            return draw_edition_difference(fact, setting)
        case f.PeopleHeld():
            return draw_people_held(fact, setting)
        case f.MyLeader():
            return draw_my_leader(fact, setting)
        case f.Feeds():
            return draw_feeds(fact, setting)
        case (
            f.QuestionsWait()
            | f.Strangers()
            | f.SentToHr()
            | f.TakenBack()
            | f.Inbox()
            | f.AnswerForm()
            | f.HrAnswerCard()
            | f.HrAnswers()
            | f.HrSays()
        ):
            return _draw_inbox(fact, setting)
        case _:
            return draw_days(fact, setting)


def _draw_inbox(fact: f.InboxFact, setting: Setting) -> Drawn:
    match fact:
        case f.QuestionsWait():
            return draw_questions_wait(fact, setting)
        case f.Strangers():
            return draw_strangers(fact, setting)
        case f.SentToHr():
            return draw_sent_to_hr(fact, setting)
        case f.TakenBack():
            return draw_taken_back(fact, setting)
        case f.Inbox():
            return draw_inbox(fact, setting)
        case f.AnswerForm():
            return draw_answer_form(fact, setting)
        case f.HrAnswerCard():
            return draw_hr_answer(fact, setting)
        case f.HrAnswers():
            return draw_hr_answers(fact, setting)
        case f.HrSays():
            return draw_hr_says(fact, setting)
        case _:
            assert_never(fact)


def _draw_halving(fact: f.HalvingFact, setting: Setting) -> Drawn:
    match fact:
        case f.HalveForm():
            return draw_halve_form(fact, setting)
        case f.DayHalved():
            return draw_halved(fact, setting)
        case f.HalvingTold():
            return draw_halving_told(fact, setting)
        case _:
            assert_never(fact)


def _draw_team_cancelling(fact: f.TeamCancellingFact, setting: Setting) -> Drawn:
    match fact:
        case f.TeamCancelForm():
            return draw_team_cancel_form(fact, setting)
        case f.TeamCancelled():
            return draw_team_cancelled(fact, setting)
        case f.NobodyAtHome():
            return draw_nobody_at_home(fact, setting)
        case _:
            assert_never(fact)


def _draw_equipment(fact: f.EquipmentFact, setting: Setting) -> Drawn:
    match fact:
        case f.Equipment():
            return draw_equipment(fact, setting)
        case f.HandOutForm():
            return draw_hand_out_form(fact, setting)
        case f.HandedOut():
            return draw_handed_out(fact, setting)
        case f.LeavingForm():
            return draw_leaving_form(fact, setting)
        case f.LeavingList():
            return draw_leaving_list(fact, setting)
        case f.WhoIsMeant():
            return draw_who_is_meant(fact, setting)
        case _:
            assert_never(fact)


def _draw_frames(fact: f.FrameFact, setting: Setting) -> Drawn:
    match fact:
        case f.TeamFrames():
            return draw_team_frames(fact, setting)
        case f.FrameForm():
            return draw_frame_form(fact, setting)
        case f.FramePreview():
            return draw_frame_preview(fact, setting)
        case _:
            assert_never(fact)


def _draw_broadcast(fact: f.BroadcastFact, setting: Setting) -> Drawn:
    match fact:
        case f.BroadcastForm():
            return draw_broadcast_form(fact, setting)
        case f.BroadcastPreview():
            return draw_broadcast_preview(fact, setting)
        case f.BroadcastMessage():
            return draw_broadcast_message(fact, setting)
        case f.BroadcastProgress():
            return draw_broadcast_progress(fact, setting)
        case f.Broadcasts():
            return draw_broadcasts(fact, setting)
        case f.BroadcastFile():
            return draw_broadcast_file(fact, setting)
        case _:
            assert_never(fact)
