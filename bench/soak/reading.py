"""Reads what a soak left: the database, the calendar feeds as they are served, the log."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

import aiohttp
from sqlalchemy import MetaData, Row, func, inspect, select
from sqlmodel import Session

from bench.measure import Failed
from bench.soak.found import CalendarDay, Found, Got, Left
from bench.soak.scenes import Stage
from bot.minds import HERE
from bot.outreach.courier import BATCH, ORDINARY_AT_ONCE
from bot.outreach.mailing import AT_ONCE
from domain.calendars import FeedScope
from domain.home_days import Half, HomeDay
from domain.notices import NoticeKind, days_of
from domain.people import Person, Standing
from storage import audit, feeds, home_days, people, receivers
from storage.broadcasts import BROADCAST
from storage.database import Database
from storage.deliveries import DELIVERY, State
from storage.home_days import DAY
from storage.person_row import PERSON
from storage.questions import QUESTION
from storage.receivers import RECEIVER

NOTHING_LEFT = "nothing_left"  # the code of a notice that had nothing to say any more when it was due
READERS = 16
ABOUT_DAYS = {NoticeKind.DECISION, NoticeKind.CANCELLATION, NoticeKind.WITHDRAWAL, NoticeKind.AT_ONCE}
_EVENT = re.compile(r"BEGIN:VEVENT.*?END:VEVENT", re.DOTALL)
_UID, _START = re.compile(r"UID:([^@]+)@"), re.compile(r"DTSTART(?:;VALUE=DATE)?:(\d{8})(?:T(\d{6})Z)?")


async def read(stage: Stage, http: aiohttp.ClientSession, database: Database) -> Found:
    """Return what was found. The bot runs: its feeds are asked for."""
    tokens = await asyncio.to_thread(_tokens, database, stage.walk.at)
    calendars = await _calendars(tokens, stage.bot.url, http)
    return await asyncio.to_thread(_found, stage, database, calendars)


def _found(stage: Stage, database: Database, calendars: Mapping[str, frozenset[CalendarDay]]) -> Found:
    blocked = {one for one in (*_ids(stage.before.people), *_ids(stage.after.people)) if stage.chats.blocks(f"a:{one}")}
    with database.reading() as session:
        broadcast_id: UUID = session.connection().execute(select(BROADCAST.c.id)).scalar_one()
        standings = {one: _standing(session, one) for one in _ids(people.everybody(session))}
        return Found(
            today=stage.walk.at.date(),
            known=frozenset(session.connection().execute(select(PERSON.c.id)).scalars()),
            standings=standings,
            days=tuple(_days(session)),
            left=tuple(map(_left, session.connection().execute(DELIVERY.select()))),
            audience=frozenset(_ids(stage.before.people)),
            receivers=tuple(map(_got, session.connection().execute(RECEIVER.select()))),
            tally=receivers.tally(session, broadcast_id),
            confirmed=frozenset(stage.walk.walked.confirmed),
            calendars=calendars,
            verdict=audit.verify(session),
            most_a_week=_most_a_week(stage),
            told={chat.removeprefix("a:"): number for chat, number in stage.chats.told.items()},
            in_flight=dict(stage.in_flight),
            most_twice=stage.kills * (AT_ONCE + BATCH * ORDINARY_AT_ONCE),
            answered=_answered(session, stage),
            blocked=frozenset(blocked),
            erased=frozenset(stage.erased),
            forgotten=frozenset(stage.walk.walked.forgotten),
            traces=tuple(traces(session, [one for one in stage.before.people if one.id in stage.erased])),
            faults=tuple(_faults(stage)),
        )


def traces(session: Session, erased: Iterable[Person]) -> list[str]:
    """Return the tables, those of the engine included, in which an erased person's id or address stands."""
    words = [word for one in erased for word in (one.id, one.email)]
    connection = session.connection()
    found = []
    for schema in [None, *(one for one in inspect(connection).get_schema_names() if one == "dbos")]:
        tables = MetaData()
        tables.reflect(connection, schema=schema)
        for table in tables.sorted_tables:
            rows = connection.execute(table.select())
            if any(word in text for text in map(str, rows) for word in words):
                found.append(table.fullname)
    return found


def _tokens(database: Database, now: datetime) -> dict[str, str]:
    """Return a calendar address of each person who is here."""
    with database.writing() as session:
        return {one.id: feeds.renew(session, one.id, FeedScope.OWN, now) for one in people.everybody(session)}


async def _calendars(
    tokens: Mapping[str, str], url: str, http: aiohttp.ClientSession
) -> dict[str, frozenset[CalendarDay]]:
    free = asyncio.Semaphore(READERS)

    async def one(token: str) -> frozenset[CalendarDay]:
        async with free, http.get(f"{url}/calendar/{token}.ics") as response:
            if response.status != 200:
                raise Failed(f"a calendar was answered with {response.status}")
            return frozenset(events(await response.text()))

    shown = await asyncio.gather(*map(one, tokens.values()))
    return dict(zip(tokens, shown, strict=True))


def events(calendar: str) -> Iterable[CalendarDay]:
    """Yield the days that a calendar file shows."""
    for event in _EVENT.findall(calendar):
        uid, start = _UID.search(event), _START.search(event)
        if uid is None or start is None:
            raise Failed("an event cannot be read")
        on, at = date.fromisoformat(start[1]), start[2]
        yield uid[1], on, _half(on, at) if at else None


def _half(on: date, at: str) -> Half:
    moment = datetime.fromisoformat(f"{on:%Y%m%d}T{at}+00:00").astimezone(HERE)
    return Half.MORNING if moment.hour < 12 else Half.AFTERNOON


def _days(session: Session) -> list[HomeDay]:
    ids = session.connection().execute(select(DAY.c.person_id).distinct()).scalars().all()
    return home_days.between(session, ids, date.min, date.max)


def _standing(session: Session, person_id: str) -> Standing:
    found = people.standing(session, person_id)
    if found is None:
        raise Failed("somebody is here and not known")
    return found


def _left(row: Row[tuple[object, ...]]) -> Left:
    return Left(
        NoticeKind(row.kind),
        row.to_id,
        row.subject,
        frozenset(days_of(row.occasion) if row.kind in ABOUT_DAYS else ()),
        State(row.state),
        row.kind != NoticeKind.REDRAW and row.code != NOTHING_LEFT,
    )


def _got(row: Row[tuple[object, ...]]) -> Got:
    return Got(row.person_id, receivers.State(row.state), row.sent_at is not None, row.confirmed_at is not None)


def _answered(session: Session, stage: Stage) -> int:
    """Return how many questions HR answered at least whose askers are still known to have been told."""
    answered: int = (
        session.connection()
        .execute(select(func.count()).select_from(QUESTION).where(QUESTION.c.answer_id.is_not(None)))
        .scalar_one()
    )
    return answered - sum(stage.walk.walked.asked[one] for one in (*stage.erased, *stage.walk.walked.forgotten))


def _most_a_week(stage: Stage) -> dict[str, int]:
    """Return what the frames let whoever had the same leader before and after the import."""
    most = {frame.leader_id: frame.most_a_week for frame in stage.before.frames if frame.most_a_week is not None}
    before = {one.id: one.leader_id for one in stage.before.people}
    same = [one for one in stage.after.people if before.get(one.id, "") == one.leader_id]
    return {one.id: most[one.leader_id] for one in same if one.leader_id in most}


def _faults(stage: Stage) -> list[str]:
    lines = stage.bot.log.read_text("utf-8", errors="replace").splitlines()
    ours = [line for line in lines if " ERROR " in line or "fell with" in line or "Traceback" in line]
    return [*ours, *(f"a turn was answered with {status}" for status in stage.walk.walked.refused)]


def _ids(of: Iterable[Person]) -> list[str]:
    return [one.id for one in of]
