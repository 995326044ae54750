"""What must hold after the week, each a pure function over what was found. No problem, no line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from uuid import UUID

from bench.soak.found import Found, Left
from domain.holidays import holiday_name
from domain.home_days import HomeDay, Status
from domain.notices import NoticeKind
from domain.people import Standing
from storage.deliveries import State
from storage.receivers import State as Receiving

HALVES_IN_FOUR_WEEKS = 16  # two days a week on average: more needs a checklist, and nobody of the soak has one
_ENDED = {State.SENT, State.GONE}
Invariant = Callable[[Found], Iterator[str]]


def every_day_has_an_owner(found: Found) -> Iterator[str]:
    """Each day is somebody's; what waits, waits for somebody who was told of it, or HR knows that there is nobody."""
    asked = {(one.subject, one.to): one.state for one in found.left if one.kind is NoticeKind.REQUEST}
    warned = {(one.subject, one.to) for one in found.left if one.kind is NoticeKind.UNREACHED}
    hr_knows = any(one.kind is NoticeKind.LEADERLESS for one in found.left)
    for day in found.days:
        if day.person_id not in found.known:
            yield f"day {day.id} is nobody's"
        elif (standing := found.standings.get(day.person_id)) is None:
            if day.status.is_live and day.on >= found.today:
                yield f"day {day.id} is held by somebody who left"
        elif _waits(day, found.today):
            if standing.decider is None:
                yield from () if hr_knows else (f"day {day.id} waits for nobody",)
            elif (reached := asked.get((day.request_id, standing.decider.id))) is None:
                yield f"day {day.id} waits for somebody who was not told"
            elif reached is State.GONE:
                yield from _without_leader(day, standing, asked.keys(), warned)


def _without_leader(
    day: HomeDay, standing: Standing, asked: Collection[tuple[UUID, str]], warned: Collection[tuple[UUID, str]]
) -> Iterator[str]:
    """Whoever asked a leader that cannot be reached knows of it, and the deputy is asked: unless that is oneself."""
    if (day.request_id, day.person_id) not in warned:
        yield f"day {day.id} waits for somebody who cannot be reached, and whoever asked does not know"
    deputy = standing.deputy
    if deputy is None or deputy == standing.decider or not standing.answers_for(deputy.id):
        return
    if (day.request_id, deputy.id) not in asked:
        yield f"day {day.id} waits for somebody who cannot be reached, and the deputy was not asked"


def no_notice_is_lost(found: Found) -> Iterator[str]:
    """Each decision left its notice, each notice ended, and whatever was sent arrived."""
    about: dict[NoticeKind, set[UUID]] = defaultdict(set)
    asked_anew = {(day.person_id, day.on, day.asked_at) for day in found.days}
    for one in found.left:
        about[one.kind] |= one.days
        if one.state not in _ENDED:
            yield f"a notice of {one.kind} ended as {one.state}"
        elif one.state is State.GONE and one.to not in found.blocked and one.to not in found.erased:
            yield f"a notice of {one.kind} is gone, though its chat is there"
    for day in found.days:
        if day.status is Status.WITHDRAWN and (day.person_id, day.on, day.decided_at) in asked_anew:
            continue  # the new request says it
        kind = _news_of(day) if _is_led(day, found) else None
        if kind is not None and day.person_id not in _uncounted(found) and day.id not in about[kind]:
            yield f"day {day.id} was {day.status}, and nobody was told"
    if (letters := sum(one.kind is NoticeKind.HR_ANSWER for one in found.left)) < found.answered:
        yield f"HR answered {found.answered} questions, and {letters} were told"
    for person_id, number in _sent(found).items():
        if found.told.get(person_id, 0) < number:
            yield f"somebody was sent {number} and got {found.told.get(person_id, 0)}"


def no_notice_is_doubled(found: Found) -> Iterator[str]:
    """Nobody got more than was sent, but for what was on its way when the bot was killed."""
    sent = _sent(found)
    for person_id, number in found.told.items():
        if person_id not in _uncounted(found) and number > sent[person_id] + found.in_flight.get(person_id, 0):
            yield f"somebody was sent {sent[person_id]} and got {number}"
    if doubles(found) > found.most_twice:
        yield f"{doubles(found)} came twice, and {found.most_twice} at most were between sent and noted"


def doubles(found: Found) -> int:
    """Return how many messages came twice, as a kill in the middle of a sending makes them."""
    sent = _sent(found)
    return sum(max(0, number - sent[one]) for one, number in found.told.items() if one not in _uncounted(found))


def calendars_equal_the_days(found: Found) -> Iterator[str]:
    """Each person's calendar feed shows the approved days and nothing else."""
    approved: dict[str, set[object]] = defaultdict(set)
    for day in found.days:
        if day.status is Status.APPROVED:
            approved[day.person_id].add((str(day.id), day.on, day.half))
    for person_id in found.standings:
        shown = found.calendars.get(person_id)
        if shown is None:
            yield "somebody has no calendar"
        elif shown != approved[person_id]:
            yield f"a calendar shows {len(shown)} days, {len(shown ^ approved[person_id])} of them or of the days apart"


def the_trail_is_whole(found: Found) -> Iterator[str]:
    """The chain of the audit trail has no flaw, and holds a line for at least each decided day."""
    if found.verdict.flaw is not None:
        yield f"the trail has a flaw at {found.verdict.at_number}: {found.verdict.flaw}"
    if found.verdict.checked < (decided := sum(day.decided_at is not None for day in found.days)):
        yield f"the trail has {found.verdict.checked} lines, and {decided} days were decided"


def every_receiver_counts_once(found: Found) -> Iterator[str]:
    """The broadcast's receivers are its audience, each once, and the report's sums are theirs."""
    times = Counter(one.person_id for one in found.receivers)
    if twice := sum(number > 1 for number in times.values()):
        yield f"{twice} receive the broadcast more than once"
    if times.keys() != found.audience - found.erased:
        yield f"{len(times.keys() ^ (found.audience - found.erased))} of audience and receivers are not in both"
    for one in found.receivers:
        reached = one.state is Receiving.DONE and one.is_sent
        if reached == (one.person_id in found.blocked):
            yield f"a receiver ended as {one.state}, sent: {one.is_sent}"
    confirmed = {one.person_id for one in found.receivers if one.has_confirmed}
    if confirmed != found.confirmed - found.erased:
        yield f"{len(confirmed ^ (found.confirmed - found.erased))} confirmed in one place and not in the other"
    sums = (found.tally.total, found.tally.sent, found.tally.confirmed)
    counted = (len(found.receivers), sum(one.is_sent for one in found.receivers), len(confirmed))
    if sums != counted or found.tally.total != found.tally.sent + found.tally.missed:
        yield f"the report says {sums}, and the receivers are {counted}"


def nobody_holds_more_than_the_rules_let(found: Found) -> Iterator[str]:
    """One live day a date, on working days; two a week on average; no more in a week than the team's frames let."""
    live = [day for day in found.days if day.status.is_live]
    if twice := sum(number > 1 for number in Counter((day.person_id, day.on) for day in live).values()):
        yield f"{twice} dates hold two live days of one person"
    for day in live:
        if day.on.isoweekday() > 5 or holiday_name(day.on) is not None:
            yield f"day {day.id} is no working day"
    for person_id, weeks in _weeks(live).items():
        if person_id in found.most_a_week and max(weeks.values()) > 2 * found.most_a_week[person_id]:
            yield f"somebody holds {max(weeks.values()) / 2} days in a week of {found.most_a_week[person_id]}"
    for weeks in _weeks([day for day in live if day.status is Status.APPROVED]).values():
        most = max(sum(weeks[one + timedelta(weeks=later)] for later in range(4)) for one in list(weeks))
        if most > HALVES_IN_FOUR_WEEKS:
            yield f"somebody holds {most / 2} days in four weeks without a checklist"


def nothing_of_the_erased_is_left(found: Found) -> Iterator[str]:
    """Neither id nor name nor address of who was erased stands anywhere in the database."""
    yield from (f"something of the erased is in {place}" for place in found.traces)
    if found.erased & found.known:
        yield "the directory knows somebody who was erased"


def nothing_fell(found: Found) -> Iterator[str]:
    """No turn, round or delivery met a fault of ours."""
    yield from found.faults


INVARIANTS: tuple[Invariant, ...] = (
    every_day_has_an_owner,
    no_notice_is_lost,
    no_notice_is_doubled,
    calendars_equal_the_days,
    the_trail_is_whole,
    every_receiver_counts_once,
    nobody_holds_more_than_the_rules_let,
    nothing_of_the_erased_is_left,
    nothing_fell,
)


def problems(found: Found) -> dict[str, list[str]]:
    """Return what does not hold, by the invariant's name."""
    return {one.__name__: broken for one in INVARIANTS if (broken := list(one(found)))}


def _is_led(day: HomeDay, found: Found) -> bool:
    """Return whether somebody answers for whoever has this day: of who leads all, nobody is told.

    Who left may have had a leader who left too: what is freed then is told to nobody.
    """
    standing = found.standings.get(day.person_id)
    return standing.decider is not None if standing is not None else day.status is not Status.WITHDRAWN


def _waits(day: HomeDay, today: date) -> bool:
    return day.status is Status.ASKED and day.on >= today


def _news_of(day: HomeDay) -> NoticeKind | None:
    """Return the kind of notice that this day, as it stands, must have left; None where no single one must."""
    match day.status:
        case Status.APPROVED if day.held_at_once:
            return NoticeKind.AT_ONCE
        case Status.APPROVED if day.decided_by is not None:
            return NoticeKind.DECISION
        case Status.DECLINED:
            return NoticeKind.DECISION
        case Status.CANCELLED:
            return NoticeKind.CANCELLATION
        case Status.WITHDRAWN:
            return NoticeKind.WITHDRAWAL
        case _:
            return None


def _sent(found: Found) -> Counter[str]:
    """Return how many messages each person was sent: notices that said something, and the broadcast."""
    sent = Counter(one.to for one in found.left if _arrived(one))
    sent.update(one.person_id for one in found.receivers if one.is_sent)
    for one in _uncounted(found):
        del sent[one]
    return sent


def _uncounted(found: Found) -> frozenset[str]:
    """Return those of whom it is not kept any more what they were told."""
    return found.erased | found.forgotten


def _arrived(one: Left) -> bool:
    return one.state is State.SENT and one.is_message


def _weeks(days: list[HomeDay]) -> dict[str, Counter[date]]:
    """Return the half days of each person in each week, by its Monday."""
    weeks: dict[str, Counter[date]] = defaultdict(Counter)
    for day in days:
        weeks[day.person_id][day.on - timedelta(days=day.on.weekday())] += 1 if day.half else 2
    return weeks
