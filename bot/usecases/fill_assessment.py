"""The leader's APV checklist: opened, filled in by sections, planned to be looked at again, its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from sqlmodel import Session

from bot.usecases.led_team import led_team
from bot.usecases.ports import Desk
from domain import assessment as rules
from domain.assessment import Assessment
from domain.commands import PlanAssessment, SaveAssessment, ShowAssessment
from domain.facts import AssessmentCard, AssessmentHistory, AssessmentNote, AssessmentSection, Refused
from domain.refusals import Refusal, Rule
from policy.checklists import assessment_items
from storage import assessments, people

MOST_CHANGES = 30

Shown = AssessmentCard | AssessmentSection | Refused


def show_assessment(command: ShowAssessment, desk: Desk) -> Shown:
    """Return the team's list, or one section of it to be filled in; a new list where the team has none."""
    one = _of_team(desk)
    if isinstance(one, Refused):
        return one
    if command.section is None:
        return _card(one, desk)
    return _section(one, command.section)


def save_assessment(command: SaveAssessment, desk: Desk) -> Shown:
    """Keep what was written to a section; an old card stores nothing and shows what was typed."""
    before = _of_team(desk)
    if isinstance(before, Refused):
        return before
    written = {item_id: text.strip() for item_id, text in command.remarks.items()}
    after = rules.fill(before, written, command.edition)
    if isinstance(after, Refusal):
        return Refused(after) if after.rule is Rule.TOO_LONG else _stale(before, command, written, desk)
    if after is not before:
        assessments.save(desk.session, after, rules.changes(before, after, desk.by.id, desk.at))
    following = command.section + 1
    if command.go_on and following < len(after.sections):
        return _section(after, following)
    return _card(after, desk, AssessmentNote.SAVED)


def plan_assessment(command: PlanAssessment, desk: Desk) -> Shown:
    """Set the day when the list is looked at again; the leader is reminded then."""
    before = _of_team(desk)
    if isinstance(before, Refused):
        return before
    on = _date(command.review_on)
    if on is None or on <= desk.at.date():
        return _card(before, desk, AssessmentNote.NO_DATE)
    after = rules.plan(before, on)
    if after is not before:
        assessments.save(desk.session, after)
    return _card(after, desk, AssessmentNote.SAVED)


def renew_assessment(desk: Desk) -> Shown:
    """Put the list on the items of the policy as it reads now."""
    before = _of_team(desk)
    if isinstance(before, Refused):
        return before
    items = assessment_items(desk.handbook)
    if before.items != items:
        after = rules.renewed(before, desk.handbook.version, items)
        assessments.save(desk.session, after, rules.changes(before, after, desk.by.id, desk.at))
        return _card(after, desk, AssessmentNote.SAVED)
    return _card(before, desk)


def show_assessment_history(desk: Desk) -> AssessmentHistory | Refused:
    """Return what was written to the team's list, the newest first."""
    one = _of_team(desk)
    if isinstance(one, Refused):
        return one
    changes = assessments.history(desk.session, one.id, MOST_CHANGES)
    who = people.by_ids(desk.session, sorted({each.by for each in changes if each.by}))
    return AssessmentHistory(one, tuple(changes), tuple(who))


def assessment_card(session: Session, assessment_id: UUID, reader_id: str) -> AssessmentCard | None:
    """Return a list whose day has come; None where it is another's team by now, or the day was moved."""
    one = assessments.find(session, assessment_id)
    if one is None or one.leader_id != reader_id:
        return None
    return AssessmentCard(one)


def _of_team(desk: Desk) -> Assessment | Refused:
    """Return the list of the team that this person answers for; HR and employees answer for none."""
    leader_id = led_team(desk)
    leader = people.find(desk.session, leader_id) if leader_id else None
    if leader is None:
        return Refused(Refusal(Rule.ONLY_LEADERS, rules.PASSAGE))
    return (
        assessments.of_leader(desk.session, leader.id)
        or _taken_over(leader.id, leader.department, desk)
        or _begun(leader.id, leader.department, desk)
    )


def _taken_over(leader_id: str, department: str, desk: Desk) -> Assessment | None:
    """Return the list of a department whose leader has gone; whoever leads it now goes on with it."""
    for one in assessments.of_department(desk.session, department) if department else ():
        if one.leader_id is None or not people.team_of(desk.session, one.leader_id):
            after = replace(one, leader_id=leader_id, edition=one.edition + 1)
            assessments.save(desk.session, after)
            return after
    return None


def _begun(leader_id: str, department: str, desk: Desk) -> Assessment:
    items = assessment_items(desk.handbook)
    one = Assessment(uuid4(), leader_id, department, desk.handbook.version, items, desk.at)
    assessments.add(desk.session, one)
    return one


def _card(one: Assessment, desk: Desk, note: AssessmentNote | None = None) -> AssessmentCard:
    return AssessmentCard(one, note, outdated=one.items != assessment_items(desk.handbook))


def _section(one: Assessment, number: int) -> Shown:
    return AssessmentSection(one, number) if number < len(one.sections) else Refused(Refusal(Rule.NO_SUCH_CHECKLIST))


def _stale(one: Assessment, command: SaveAssessment, written: dict[str, str], desk: Desk) -> Shown:
    """Return the section as it stands, with what was typed that it does not hold."""
    unsaved = {item_id: text for item_id, text in written.items() if text and text != one.remarks.get(item_id, "")}
    if not unsaved or command.section >= len(one.sections):
        return _card(one, desk, AssessmentNote.SAVED)
    return AssessmentSection(one, command.section, unsaved)


def _date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
