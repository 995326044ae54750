"""A member of a team answers the leader's round of questions, and looks at it again until it is over."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session

from bot.usecases.ask_team import state_of
from bot.usecases.led_team import led_team
from bot.usecases.ports import Desk
from domain.commands import CorrectReply, ReplyToDiscussion, ShowDiscussion
from domain.discussion import AGAIN, ENDED, NONE_YET, Discussion, Opinion, Reply, Stance, answer
from domain.facts import DiscussionCard, DiscussionState, Refused, RoundNote
from domain.notices import Notice
from domain.people import Person
from domain.refusals import Refusal, Rule
from storage import discussions, people

Shown = DiscussionCard | DiscussionState | Refused


def show_discussion(command: ShowDiscussion, desk: Desk) -> Shown:
    """Return a round as this person may see it: one's own answers, or what the team answered."""
    one = _meant(command.discussion_id, desk)
    if one is None:
        return Refused(Refusal(Rule.NO_SUCH_ROUND))
    today = desk.at.date()
    if one.leader_id == led_team(desk) and (one.is_over(today) or desk.by.leader_id != one.leader_id):
        return state_of(desk.session, one, desk.by.id, today)
    return _card(one, desk)


def reply_to_discussion(command: ReplyToDiscussion, desk: Desk) -> Shown:
    """Keep what is on the card; an old card stores nothing and shows what was typed."""
    one = _of_own_team(command.discussion_id, desk)
    if one is None:
        return Refused(Refusal(Rule.NO_SUCH_ROUND))
    before = discussions.reply(desk.session, one.id, desk.by.id)
    typed = _typed(one, command)
    after = answer(one, before, typed, command.edition, desk.at.date())
    if isinstance(after, Refusal):
        if after.rule is not Rule.STALE:
            return _card(one, desk) if after.rule is Rule.ROUND_IS_OVER else Refused(after)
        unsaved = {key: opinion for key, opinion in typed.items() if opinion != before.opinions.get(key, NONE_YET)}
        return _form(one, before, desk, RoundNote.STALE, unsaved)
    if after is not before:
        discussions.save(desk.session, after)
    if not after.says_something:
        return _form(one, after, desk)
    return DiscussionCard(one, after, _name(desk.session, one), open_form=False, note=RoundNote.KEPT)


def correct_reply(command: CorrectReply, desk: Desk) -> Shown:
    """Return one's answers to be changed, as long as the round is open."""
    one = _of_own_team(command.discussion_id, desk)
    if one is None:
        return Refused(Refusal(Rule.NO_SUCH_ROUND))
    return _form(one, discussions.reply(desk.session, one.id, desk.by.id), desk)


def discussion_told(session: Session, notice: Notice, reader: Person | None) -> DiscussionCard | DiscussionState | None:
    """Return what a notice about a round becomes; None where it is another's team by now, or there is nothing to do."""
    one = discussions.find(session, notice.subject)
    if one is None or reader is None:
        return None
    if notice.occasion == ENDED:
        return state_of(session, one, reader.id, one.closes_on + timedelta(days=1))
    if one.closed_at is not None or reader.leader_id != one.leader_id:
        return None
    reply = discussions.reply(session, one.id, reader.id)
    if reply.says_something:
        return None  # answered meanwhile, from a card that was asked for
    note = RoundNote.AGAIN if notice.occasion == AGAIN else None
    return DiscussionCard(one, reply, _name(session, one), note=note)


def _meant(discussion_id: UUID | None, desk: Desk) -> Discussion | None:
    """Return the round that is named, or the newest: of the team that one leads, else of the one that one is in."""
    leads, member_of = led_team(desk), desk.by.leader_id
    if discussion_id is not None:
        one = discussions.find(desk.session, discussion_id)
        return one if one is not None and one.leader_id and one.leader_id in (leads, member_of) else None
    for leader_id in (member_of, leads):
        if leader_id and (one := discussions.newest(desk.session, leader_id)) is not None:
            return one
    return None


def _of_own_team(discussion_id: UUID, desk: Desk) -> Discussion | None:
    one = discussions.find(desk.session, discussion_id)
    return one if one is not None and one.leader_id is not None and one.leader_id == desk.by.leader_id else None


def _card(one: Discussion, desk: Desk) -> DiscussionCard:
    reply = discussions.reply(desk.session, one.id, desk.by.id)
    over = one.is_over(desk.at.date())
    return DiscussionCard(one, reply, _name(desk.session, one), over, not over and not reply.says_something)


def _form(
    one: Discussion,
    reply: Reply,
    desk: Desk,
    note: RoundNote | None = None,
    unsaved: dict[str, Opinion] | None = None,
) -> DiscussionCard:
    over = one.is_over(desk.at.date())
    return DiscussionCard(one, reply, _name(desk.session, one), over, not over, unsaved or {}, note)


def _name(session: Session, one: Discussion) -> str:
    leader = people.find(session, one.leader_id) if one.leader_id else None
    return leader.first_name if leader else ""


def _typed(one: Discussion, command: ReplyToDiscussion) -> dict[str, Opinion]:
    """Return what is on the card; an input that says nothing we know counts as left empty."""
    named = {*command.stances, *command.remarks}
    known = [question.id for question in one.questions if question.id in named]
    stances = {stance.value: stance for stance in Stance}
    return {
        key: Opinion(stances.get(command.stances.get(key, "")), command.remarks.get(key, "").strip()) for key in known
    }
