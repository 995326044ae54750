"""What everybody does in the working week, and when: drawn from a seed for each person, so the same in each run."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from babel.dates import format_date

from bench.soak.municipality import Municipality
from bot.minds import HERE
from domain.overdue import is_workday
from domain.people import Language, Person, Role

MONDAY = date(2026, 11, 23)
TIMES = tuple(time(7 + half // 2, 30 * (half % 2)) for half in range(1, 20))  # 07:30 to 16:30
WHOLE = 5  # working days in a week
AHEAD = 12  # working days in which days are asked for
READS = (time(9), time(13), time(16))  # when people look at what the bot wrote
ANSWERS = (time(10, 30), time(14, 30))  # when HR looks at its inbox
DECIDES = (time(9), time(11), time(13, 30), time(15, 30))  # when leaders answer

_QUESTIONS = (
    "hvem betaler for strømmen derhjemme?",
    "hvor langt skal der være til skærmen?",
    "må jeg arbejde i sommerhuset?",
    "hvad gør jeg, hvis jeg bliver syg?",
    "kan min leder aflyse min hjemmedag?",
    "who pays for my desk?",
    "må jeg have katten på skødet?",
    "må jeg tage min hund med på kontoret om fredagen?",
)


class Deed(StrEnum):
    """The kinds of thing that people do."""

    MARK = "mark"  # write when, then press what asks the leader
    SAY = "say"  # write, and read the answer
    ASK = "ask"  # ask about the policy; where it is silent, send the question to HR
    ANSWER = "answer"  # HR answers what was sent
    READ = "read"  # confirm what is to be confirmed: a cancelled day, a broadcast
    DECIDE = "decide"  # answer what waits; cancel a day now and then
    WITHDRAW = "withdraw"
    HALVE = "halve"
    ERASE = "erase"  # have one's own data erased


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing that somebody means to do. What comes of it depends on what stands in their chat then."""

    person: Person
    deed: Deed
    text: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """Half an hour of the week, and what people mean to do in it."""

    at: datetime
    intents: tuple[Intent, ...]


def planned(of: Municipality, days: int, seed: int) -> list[Slot]:
    """Return the slots of so many working days, in order; a short week goes by the hour."""
    plan: dict[datetime, list[Intent]] = defaultdict(list)
    leading = set(of.leaders) | {one.deputy_id for one in of.people}
    for person in of.people:
        chance = random.Random(f"{seed}:{person.id}")
        for at, intent in _of_person(person, person.id in leading, days, chance):
            plan[at if days >= WHOLE else at.replace(minute=0)].append(intent)
    return [Slot(at, tuple(plan[at])) for at in _moments(days)]


def moment(day: int, at: time) -> datetime:
    """Return the moment on a day of the week, Monday being 0, in the municipality's zone."""
    return datetime.combine(MONDAY + timedelta(days=day), at, HERE)


def _moments(days: int) -> Iterator[datetime]:
    for day in range(days):
        for at in TIMES:
            if days >= WHOLE or at.minute == 0:
                yield moment(day, at)


def _of_person(person: Person, leads: bool, days: int, chance: random.Random) -> Iterator[tuple[datetime, Intent]]:
    def some_time() -> datetime:
        return moment(chance.randrange(days), chance.choice(TIMES[1:-2]))

    for day in range(days):
        yield moment(day, chance.choice(READS)), Intent(person, Deed.READ)
        if Role.HR in person.roles:
            yield moment(day, chance.choice(ANSWERS)), Intent(person, Deed.ANSWER)
        if leads:
            for at in DECIDES:
                yield moment(day, at), Intent(person, Deed.DECIDE)
    on = MONDAY
    for _ in range(_times(chance)):
        at = some_time()
        on = _wished(at.date(), chance)
        yield at, Intent(person, Deed.MARK, _wish(on, person.language, chance))
    if chance.random() < 0.25:
        yield some_time(), Intent(person, Deed.ASK, chance.choice(_QUESTIONS))
    if chance.random() < 0.2:
        yield some_time(), Intent(person, Deed.SAY, chance.choice(("mine hjemmedage", "hvem er hjemme i morgen?")))
    if leads and chance.random() < 0.5:
        yield some_time(), Intent(person, Deed.SAY, "teamet i næste uge")
    for deed, part in ((Deed.WITHDRAW, 0.06), (Deed.HALVE, 0.06), (Deed.ERASE, 0.003)):
        if chance.random() < part and not (
            leads and deed is Deed.ERASE
        ):  # what leaders were told is still to be counted
            said = f"kun formiddag den {format_date(on, 'd. MMMM', 'da')} alligevel"
            yield moment(days - 1, chance.choice(TIMES[8:-3])), Intent(person, deed, said)


def _times(chance: random.Random) -> int:
    """Return how often somebody asks for home days; a few ask for far more than the rules let."""
    return 12 if chance.random() < 0.01 else chance.choice((0, 0, 1, 1, 1, 2, 2, 3))


def _wished(today: date, chance: random.Random) -> date:
    coming = [today + timedelta(days=ahead) for ahead in range(1, 30)]
    if chance.random() < 0.03:
        return next(one for one in coming if one.isoweekday() == 6)  # which the rules refuse
    return chance.choice([one for one in coming if is_workday(one)][:AHEAD])


def _wish(on: date, language: Language, chance: random.Random) -> str:
    half, several = chance.random() < 0.2, chance.random() < 0.1
    if language is Language.ENGLISH:
        return f"working from home on {format_date(on, 'd MMMM', 'en')}" + (" in the morning" if half else "")
    words = format_date(on, "d. MMMM", "da")
    if several:
        return f"hjemme den {words} og den {format_date(on + timedelta(days=7), 'd. MMMM', 'da')}"
    return f"hjemme den {words}" + (" om formiddagen" if half else "")
