"""The employee's side of the checklist: opened, filled in, sent, taken back, renewed."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from bot.usecases.checklist_picture import SENT, checklist_card, decider_of, newest
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from domain import workplace as rules
from domain.commands import AnswerChecklist, RenewChecklist, TakeBackChecklist
from domain.deeds import Deed
from domain.facts import ChecklistCard, MovedHome, Refused
from domain.notices import Notice, NoticeKind
from domain.refusals import Refusal, Rule
from domain.workplace import Answer, Reply, Stage, Workplace
from domain.workplace_state import Verdict
from policy.checklists import workplace_items
from storage import checklists

Filled = ChecklistCard | Refused


def open_checklist(desk: Desk) -> Filled:
    """Return one's own list where one left it; a new one where there is none or the last has run out."""
    before = newest(desk.session, desk.by.id)
    if before is None or (before.stage is Stage.REVIEWED and not _holds(before, desk)):
        return _card(begin(desk, desk.by.id), desk)
    return _card(before, desk)


def begin(desk: Desk, person_id: str, asked_by: str | None = None) -> Workplace:
    """Store and return a new list for a person, on the items of the policy as it reads now."""
    items = workplace_items(desk.handbook)
    one = Workplace(uuid4(), person_id, desk.handbook.version, items, desk.at, asked_by)
    checklists.add(desk.session, one)
    return one


def answer_checklist(command: AnswerChecklist, desk: Desk) -> Filled:
    """Keep what was filled in; a card older than the list stores nothing, and shows what was typed beside what is kept.

    A remark that is too long is refused below the card, so that it still stands there to be shortened.
    """
    before = checklists.find(desk.session, command.list_id)
    if before is None:
        return Refused(Refusal(Rule.NO_SUCH_CHECKLIST))
    after = rules.answer(before, _replies(before, command), command.edition)
    if isinstance(after, Refusal):
        return Refused(after) if after.rule is Rule.TOO_LONG else _stale(before, command, desk)
    if after is not before:
        checklists.save(desk.session, after)
    return _send(after, desk) if command.send else replace(_card(after, desk), saved=True)


def take_back_checklist(command: TakeBackChecklist, desk: Desk) -> Filled:
    """Open the list again; one that was gone through in the meantime is shown as it stands."""
    before = checklists.find(desk.session, command.list_id)
    if before is None:
        return Refused(Refusal(Rule.NO_SUCH_CHECKLIST))
    after = rules.take_back(before)
    if isinstance(after, Refusal):
        return _card(before, desk)
    checklists.save(desk.session, after)
    trail(desk, Deed.CHECKLIST_TAKEN_BACK, after.person_id, after.id)
    return _card(after, desk)


def propose_move() -> MovedHome:
    """Return what it means to have moved."""
    return MovedHome()


def renew_checklist(command: RenewChecklist, desk: Desk) -> Filled:
    """Begin a new list. Who has moved begins on an empty one, and those of the old home hold no longer."""
    if command.moved:
        for one in checklists.of_person(desk.session, desk.by.id):
            _void(one, desk)
    before = newest(desk.session, desk.by.id)
    if before is not None and before.reviewed_at is None:
        return _card(before, desk)
    return _card(begin(desk, desk.by.id), desk)


def _void(one: Workplace, desk: Desk) -> None:
    """Void a list of the old home; one that nobody has filled in yet is as good for the new."""
    after = rules.void(one, desk.at.date())
    if after is not one and (one.replies or one.stage is not Stage.OPEN):
        checklists.save(desk.session, after)


def _send(one: Workplace, desk: Desk) -> Filled:
    decider = decider_of(desk.session, desk.by.id)
    if decider is None:
        return Refused(Refusal(Rule.NO_LEADER, "sund-gennemgang"))
    after = rules.send(one, desk.at, one.edition)
    if isinstance(after, Refusal):
        return replace(_card(one, desk), refusal=after)
    checklists.save(desk.session, after)
    trail(desk, Deed.CHECKLIST_SENT, after.person_id, after.id)
    tell(desk, [Notice(NoticeKind.CHECKLIST, decider.id, after.id, f"{SENT}:{after.edition}")])
    return _card(after, desk)


def _holds(one: Workplace, desk: Desk) -> bool:
    state = checklists.workplace_state(desk.session, desk.by.id, desk.at.date())
    return state.list_id == one.id and state.verdict is not Verdict.MISSING


def _replies(one: Workplace, command: AnswerChecklist) -> dict[str, Reply]:
    """Return the replies as the card has them; what it left out stays as it was."""
    found = {}
    for item in one.items:
        kept = one.reply(item)
        given = command.answers.get(item.id, "")
        answer = Answer(given) if given in set(Answer) else kept.answer
        remark = command.remarks.get(item.id, kept.remark).strip()
        if (reply := Reply(answer, remark)) != Reply():
            found[item.id] = reply
        elif item.id in one.replies:
            found[item.id] = Reply()
    return found


def _stale(one: Workplace, command: AnswerChecklist, desk: Desk) -> ChecklistCard:
    """Return the list as it stands, with what was typed that it does not hold."""
    typed = {item_id: text for item_id, text in command.remarks.items() if text.strip()}
    written = _replies(one, command.model_copy(update={"remarks": typed}))
    unsaved = {item_id: reply for item_id, reply in written.items() if reply != one.replies.get(item_id, Reply())}
    return replace(_card(one, desk), stale=bool(unsaved), unsaved=unsaved)


def _card(one: Workplace, desk: Desk) -> ChecklistCard:
    shown = checklist_card(desk.session, one, desk.by.id, desk.at.date())
    if shown is None:
        raise LookupError("the gate lets nobody act who is not known")
    return shown
