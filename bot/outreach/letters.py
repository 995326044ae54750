"""What a notice becomes when it leaves: the facts of that moment, so a late notice never tells old news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.minds import now_here
from bot.outreach.home_advice import home_day_advice
from bot.outreach.hr_news import hr_says, questions_wait
from bot.outreach.leaderless import without_leader
from bot.outreach.people_news import people_held
from bot.outreach.strangers import unknown_to
from bot.outreach.unreached import not_reached
from bot.usecases.agree import agreement_card
from bot.usecases.answer_team import discussion_told
from bot.usecases.carry_out import Fact
from bot.usecases.checklist_picture import told
from bot.usecases.fetch_agreement import filing_news
from bot.usecases.fill_assessment import assessment_card
from bot.usecases.leave import leaving_list
from bot.usecases.picture import leader_cancellation, leader_request, my_cancellation, picture
from bot.usecases.report_broadcast import broadcast_progress
from bot.usecases.set_frames import frames_told
from bot.usecases.waiting import waiting_requests
from domain.facts import CancellationUnseen, DecisionTold, HalvingTold, HandedOut, Topic, WithdrawalTold
from domain.home_days import Status
from domain.notices import Notice, NoticeKind, days_of
from storage import equipment, home_days, people, sent_cards
from storage.sent_cards import SentCard


@dataclass(frozen=True, slots=True)
class Letter:
    """A fact to send as a new message, or, with `cards`, to draw anew in these."""

    fact: Fact
    cards: tuple[SentCard, ...] = ()


def letter(session: Session, notice: Notice) -> Letter | None:
    """Return the letter, or None where there is nothing left to tell."""
    match notice.kind:
        case NoticeKind.REQUEST:
            request = leader_request(session, notice.subject)
            waits = request is not None and any(day.status is Status.ASKED for day in request.days)
            answers = request is not None and _answers_for(session, notice.to, request.employee.id)
            return Letter(request) if request is not None and waits and answers else None
        case NoticeKind.DECISION:
            return _decision(session, notice)
        case NoticeKind.CANCELLATION:
            cancellation = my_cancellation(session, notice.subject)
            return Letter(cancellation) if cancellation is not None else None
        case NoticeKind.CANCELLATION_AGAIN:
            cancellation = my_cancellation(session, notice.subject)
            return Letter(cancellation) if cancellation is not None and not cancellation.is_seen else None
        case NoticeKind.UNSEEN:
            mine = leader_cancellation(session, notice.subject)
            return Letter(CancellationUnseen(mine.employee, mine.days)) if mine and not mine.is_seen else None
        case NoticeKind.DIGEST:
            led = [one.id for one in people.led_by(session, notice.to)]
            waiting = waiting_requests(session, led, date.fromisoformat(notice.occasion))
            return Letter(waiting) if waiting.requests else None
        case NoticeKind.WITHDRAWAL:
            return _withdrawal(session, notice)
        case NoticeKind.LEADERLESS:
            alone = without_leader(session, notice, now_here().date())
            return Letter(alone) if alone is not None else None
        case NoticeKind.AT_ONCE:
            marked = leader_request(session, notice.subject)
            return Letter(marked) if marked is not None and any(day.status.is_live for day in marked.days) else None
        case NoticeKind.HALVED:
            return _halving(session, notice)
        case NoticeKind.UNREACHED:
            news = not_reached(session, notice)
            return Letter(news) if news is not None else None
        case NoticeKind.BROADCAST:
            progress = broadcast_progress(session, notice.subject)
            return Letter(progress) if progress is not None else None
        case NoticeKind.AGREEMENT:
            agreed = agreement_card(session, notice.subject, notice.to, now_here().date())
            return Letter(agreed) if agreed is not None else None
        case NoticeKind.FILED | NoticeKind.NOT_FILED:
            filing = filing_news(session, notice)
            return Letter(filing) if filing is not None else None
        case NoticeKind.HANDED_OUT:
            return _handed_out(session, notice)
        case NoticeKind.LEAVING:
            reader = people.find(session, notice.to)
            shown = leaving_list(session, notice.subject, reader) if reader is not None else None
            return Letter(shown) if shown is not None else None
        case NoticeKind.ASSESSMENT:
            list_of_team = assessment_card(session, notice.subject, notice.to)
            return Letter(list_of_team) if list_of_team is not None else None
        case NoticeKind.CHECKLIST:
            filled = told(session, notice, now_here().date())
            return Letter(filled) if filled is not None else None
        case NoticeKind.HR_ANSWER:
            says = hr_says(session, notice.subject)
            return Letter(says) if says is not None else None
        case NoticeKind.QUESTIONS:
            waiting_questions = questions_wait(session, notice.to)
            return Letter(waiting_questions) if waiting_questions is not None else None
        case NoticeKind.STRANGERS:
            unknown = unknown_to(session, notice.to)
            return Letter(unknown) if unknown is not None else None
        case NoticeKind.FRAMES | NoticeKind.FRAMES_DUE:
            frames = frames_told(session, notice)
            return Letter(frames) if frames is not None else None
        case NoticeKind.DISCUSSION:
            asked = discussion_told(session, notice, people.find(session, notice.to))
            return Letter(asked) if asked is not None else None
        case NoticeKind.ADVICE:
            advised = home_day_advice(session, notice)
            return Letter(advised) if advised is not None else None
        case NoticeKind.PEOPLE_HELD:
            held = people_held(session, notice.to)
            return Letter(held) if held is not None else None
        case NoticeKind.REDRAW:
            return _redraw(session, notice)


def _answers_for(session: Session, reader_id: str, employee_id: str) -> bool:
    """Return whether the reader still answers for the employee: a notice may have waited for the end of the night."""
    standing = people.standing(session, employee_id)
    return standing is not None and standing.answers_for(reader_id)


def _decision(session: Session, notice: Notice) -> Letter | None:
    days = home_days.by_ids(session, days_of(notice.occasion))
    told = tuple(day for day in days if day.status in (Status.APPROVED, Status.DECLINED))
    if not told:
        return None  # cancelled since: that news has its own notice, and it has left already
    by = people.find(session, told[0].decided_by) if told[0].decided_by else None
    return Letter(DecisionTold(told, by))


def _withdrawal(session: Session, notice: Notice) -> Letter | None:
    days = home_days.by_ids(session, days_of(notice.occasion))
    employee = people.ever(session, days[0].person_id) if days else None
    if employee is None:
        return None
    return Letter(WithdrawalTold(employee, tuple(days), has_left=people.find(session, employee.id) is None))


def _halving(session: Session, notice: Notice) -> Letter | None:
    days = home_days.by_ids(session, days_of(notice.occasion))
    employee = people.find(session, days[0].person_id) if days else None
    still_half = bool(days) and days[0].status.is_live and days[0].half is not None
    return Letter(HalvingTold(employee, days[0])) if employee is not None and still_half else None


def _handed_out(session: Session, notice: Notice) -> Letter | None:
    item = equipment.find(session, notice.subject)
    employee = people.find(session, item.person_id) if item is not None else None
    return Letter(HandedOut(item, employee, mine=True)) if item is not None and employee is not None else None


def _redraw(session: Session, notice: Notice) -> Letter | None:
    topic = Topic(notice.redraws)
    standing = sent_cards.about(session, topic, notice.subject, notice.to)
    cards = [card for card in standing if card.activity_id != notice.spares]
    fact = picture(session, topic, notice.subject) if cards else None
    return Letter(fact, tuple(cards)) if fact is not None else None
