"""Who left frees their home days, and what was handed out to them is brought up with the leader and HR.

An hour is let pass first: an import of the wrong file can be put right with the right one, and nothing was lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlmodel import Session

from bot.minds import HERE
from bot.outreach.leaderless import EVERY_MINUTES
from bot.usecases import notices
from domain.deeds import Deed, Done, whole_days
from domain.equipment import Leaving
from domain.home_days import HomeDay, withdraw
from domain.notices import Notice, NoticeKind
from storage import audit, departures, equipment, home_days, people

PATIENCE = timedelta(hours=1)
MOST_AT_ONCE = 50  # people in one round: turns wait for its transaction


def days_of_who_left(session: Session, now: datetime) -> Iterator[Notice]:
    """Free the days to come of people who left, in Outlook too, and tell each one's leader once."""
    if now.minute % EVERY_MINUTES:
        return
    told: list[Notice] = []
    done: list[Done] = []
    for person_id in departures.with_days(session, now - PATIENCE, now.date(), MOST_AT_ONCE):
        freed = [_freed(session, day, now) for day in home_days.from_date(session, person_id, now.date())]
        days = [day for day in freed if day is not None]
        done.append(Done(Deed.WITHDRAWN, person_id, whole_days(day.on for day in days)))
        if (standing := people.last_standing(session, person_id)) is not None:
            told += notices.withdrawn(standing, days, person_id)
    if done:
        audit.append(session, done, "", datetime.now(UTC))
    yield from told


def things_of_who_left(session: Session, now: datetime) -> Iterator[Notice]:
    """Show what is still out to the leader of who left and to HR, once each."""
    if now.minute % EVERY_MINUTES:
        return
    hr = {one.id for one in people.of_hr(session)}
    for person_id, left_at in departures.with_things(session, now - PATIENCE):
        leaving = equipment.leaving_of(session, person_id)
        if leaving is None:
            leaving = Leaving(uuid4(), person_id, left_at.astimezone(HERE).date(), None, now)
            equipment.start_leaving(session, leaving)
        standing = people.last_standing(session, person_id)
        leader = {standing.decider.id} if standing is not None and standing.decider is not None else set()
        for to in sorted(leader | hr):
            yield Notice(NoticeKind.LEAVING, to, leaving.id, "left")


def _freed(session: Session, day: HomeDay, now: datetime) -> HomeDay | None:
    after = withdraw(day, day.person_id, now)
    if not isinstance(after, HomeDay) or after is day:
        return None
    home_days.save(session, after)
    return after
