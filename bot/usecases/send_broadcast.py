"""HR sends a broadcast, plans it, steers it on its way, or corrects it afterwards."""

from __future__ import annotations

from dataclasses import replace

from bot.minds import now_here
from bot.usecases.ports import Desk
from bot.usecases.preview_broadcast import preview
from bot.usecases.report_broadcast import progress_of
from bot.usecases.trail import trail
from bot.usecases.write_broadcast import form_of, found
from domain import broadcasts as rules
from domain.broadcasts import LONGEST_TEXT, LONGEST_TITLE, AudienceKind, Broadcast, Stage, Steering, Wording
from domain.commands import CorrectBroadcast, SendBroadcast, SteerBroadcast
from domain.deeds import Deed
from domain.drafts import Problem, problems
from domain.facts import BroadcastForm, BroadcastPreview, BroadcastProgress, Refused
from domain.refusals import Refusal
from storage import audiences, broadcasts, quiet_receivers, receivers

Sent = BroadcastForm | BroadcastPreview | BroadcastProgress | Refused


def send_broadcast(command: SendBroadcast, desk: Desk) -> Sent:
    """Send the draft now, or plan it for its time. "All" asks a second time; a second press gives the same answer.

    Whoever receives it is written down in this transaction, or, for a planned one, when its time comes.
    """
    draft = found(desk, command.broadcast_id)
    if isinstance(draft, Refused):
        return draft
    if draft.stage is not Stage.DRAFT:
        return progress_of(draft, desk.session)
    if draft.version != command.version:
        return preview(draft, desk)
    if wrong := tuple(problems(draft, now_here())):
        return replace(form_of(draft, desk), problems=wrong)
    if draft.audience.kind is AudienceKind.ALL and not command.sure:
        return preview(draft, desk, asks_again=True)
    after = rules.planned(draft, command.version, now_here())
    if isinstance(after, Refusal):
        return Refused(after)
    if after.stage is Stage.SENDING and not audiences.fill(desk.session, after, now_here().date(), now_here()):
        return replace(form_of(draft, desk), problems=(Problem.NOBODY,))
    quiet_receivers.hold(desk.session, after.id, now_here())
    broadcasts.save(desk.session, after)
    trail(desk, Deed.BROADCAST_SENT, "", after.id)
    return progress_of(after, desk.session)


def steer_broadcast(command: SteerBroadcast, desk: Desk) -> Sent:
    """Stop, resume, recall, send again, or cancel the plan; an old card gets the fresh one."""
    before = found(desk, command.broadcast_id)
    if isinstance(before, Refused):
        return before
    after = rules.steered(before, command.how, now_here())
    if isinstance(after, Refusal):
        return preview(before, desk) if before.stage is Stage.DRAFT else progress_of(before, desk.session)
    if after is not before:
        broadcasts.save(desk.session, _prepared(after, command.how, desk))
        trail(desk, Deed.BROADCAST_STEERED, "", after.id, command.how)
    return preview(after, desk) if after.stage is Stage.DRAFT else progress_of(after, desk.session)


def correct_broadcast(command: CorrectBroadcast, desk: Desk) -> Sent:
    """Store the new words and have the message drawn anew in every chat."""
    before = found(desk, command.broadcast_id)
    if isinstance(before, Refused):
        return before
    danish = Wording(command.title[:LONGEST_TITLE].strip(), command.text[:LONGEST_TEXT].strip())
    english = Wording(command.title_en[:LONGEST_TITLE].strip(), command.text_en[:LONGEST_TEXT].strip())
    if (danish, english) == (before.danish, before.english):
        return progress_of(before, desk.session)
    after = rules.corrected(before, danish, english, now_here())
    if isinstance(after, Refusal):
        return progress_of(before, desk.session)
    if wrong := _wrong(after, command):
        longest = max(len(command.text), len(command.text_en))
        too_long = longest if Problem.TEXT_TOO_LONG in wrong else 0
        return BroadcastForm(after, problems=wrong, corrects=True, too_long=too_long)
    broadcasts.save(desk.session, after)
    trail(desk, Deed.BROADCAST_CORRECTED, "", after.id)
    receivers.correct(desk.session, after.id, after.edition, now_here())
    return progress_of(after, desk.session)


def _wrong(after: Broadcast, command: CorrectBroadcast) -> tuple[Problem, ...]:
    wrong = [] if after.danish.title else [Problem.TITLE_MISSING]
    wrong += [] if after.danish.text else [Problem.TEXT_MISSING]
    wrong += [Problem.ENGLISH_HALF] if bool(after.english.title) != bool(after.english.text) else []
    wrong += [Problem.TITLE_TOO_LONG] if max(len(command.title), len(command.title_en)) > LONGEST_TITLE else []
    wrong += [Problem.TEXT_TOO_LONG] if max(len(command.text), len(command.text_en)) > LONGEST_TEXT else []
    return tuple(wrong)


def _prepared(after: Broadcast, how: Steering, desk: Desk) -> Broadcast:
    match how:
        case Steering.RESEND:
            receivers.resend(desk.session, after.id, now_here())
            quiet_receivers.hold(desk.session, after.id, now_here())
        case Steering.RECALL:
            receivers.recall(desk.session, after.id, now_here())
        case _:
            pass
    return after
