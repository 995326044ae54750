"""What falls due by the clock: each duty is asked once a minute what must be told now.

A duty is asked by every replica and again after a crash, so it says all that is due, not all that is new: the key of a
notice is the fact and the person, and what was told once is not told again. `now` is aware, in the municipality's zone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlmodel import Session

from bot.outreach.agreement_duties import agreements_due
from bot.outreach.checklist_duties import assessments_due, checklist_reminders, checklist_renewals
from bot.outreach.departed import days_of_who_left, things_of_who_left
from bot.outreach.discussing import remind_to_discuss, rounds_of_questions
from bot.outreach.hr_news import hr_digest
from bot.outreach.leaderless import requests_to_new_leaders
from bot.outreach.moving import waiting_for_new_leaders
from bot.outreach.overdue import morning_digest, unseen_cancellations
from bot.outreach.starting import remind_to_confirm
from bot.outreach.strangers import unknown_people
from domain.notices import Notice

Duty = Callable[[Session, datetime], Iterable[Notice]]

DUTIES: tuple[Duty, ...] = (
    unseen_cancellations,
    morning_digest,
    remind_to_confirm,
    remind_to_discuss,
    rounds_of_questions,
    checklist_reminders,
    checklist_renewals,
    assessments_due,
    agreements_due,
    hr_digest,
    unknown_people,
    requests_to_new_leaders,
    waiting_for_new_leaders,
    days_of_who_left,
    things_of_who_left,
)
