"""HR writes a broadcast: the form, what was typed into it, a copy of an older one."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from bot.minds import now_here
from bot.usecases.policy_news import has_policy_news, policy_news
from bot.usecases.ports import Desk
from bot.usecases.preview_broadcast import preview
from domain.broadcasts import LONGEST_TEXT, Broadcast, Stage
from domain.commands import SaveBroadcast, StartBroadcast
from domain.drafts import Problem, Typed, department_number, filled, people_named, too_many
from domain.facts import BroadcastForm, BroadcastPreview, Refused
from domain.people import Person
from domain.refusals import Refusal, Rule
from storage import broadcasts, people, receivers

Written = BroadcastForm | BroadcastPreview | Refused


def start_broadcast(command: StartBroadcast, desk: Desk) -> BroadcastForm:
    """Return the form of a new broadcast; nothing is stored before it is kept or previewed."""
    changed = policy_news(desk.session, desk.handbook) if command.about_version else ()
    return BroadcastForm(
        Broadcast(uuid4(), desk.by.id, link=desk.handbook.url if changed else ""),
        tuple(broadcasts.departments(desk.session)),
        is_new=True,
        changed=changed,
        has_news=not changed and has_policy_news(desk.session),
    )


def form_of(broadcast: Broadcast, desk: Desk) -> BroadcastForm:
    """Return the form of a draft, or of the words of one that has left."""
    names = "\n".join(name for _, name in receivers.listed(desk.session, broadcast.id))
    departments = tuple(broadcasts.departments(desk.session))
    return BroadcastForm(broadcast, departments, names=names, corrects=not broadcast.stage.is_open)


def copy_of(broadcast: Broadcast, desk: Desk) -> BroadcastForm:
    """Return the form of a new draft with the same words, audience and people, and no time of its own."""
    fresh = Broadcast(
        uuid4(),
        desk.by.id,
        danish=broadcast.danish,
        english=broadcast.english,
        link=broadcast.link,
        picture=broadcast.picture,
        confirm=broadcast.confirm,
        audience=broadcast.audience,
    )
    return replace(form_of(fresh, desk), is_new=True)


def save_broadcast(command: SaveBroadcast, desk: Desk) -> Written:
    """Keep what was typed, and show it as it will look; with the form again where something is wrong."""
    before = broadcasts.find(desk.session, command.broadcast_id)
    if before is not None and (before.stage is not Stage.DRAFT or before.version != command.version):
        return Refused(Refusal.stale())
    if before is None and command.version:
        return Refused(Refusal(Rule.NOT_FOUND))
    names, strangers = people_named(command.names, people.everybody(desk.session) if command.names else ())
    known = broadcasts.departments(desk.session)
    base = before or Broadcast(command.broadcast_id, desk.by.id, version=0)
    draft, problems = filled(base, _typed(command, known), now_here())
    draft = replace(draft, version=draft.version + 1, author_id=desk.by.id)
    if too_many(names):
        return _form(command, draft, (Problem.TOO_MANY_NAMES,), known, strangers, is_new=before is None)
    _store(draft, names, before is None, desk)
    problems += (Problem.UNKNOWN_NAMES,) if strangers else ()
    if not command.preview:
        return replace(_form(command, draft, (), known, strangers), kept=True)
    if problems:
        return _form(command, draft, problems, known, strangers)
    shown = preview(draft, desk)
    if not shown.reach.count:
        return _form(command, draft, (Problem.NOBODY,), known, strangers)
    return shown


def _typed(command: SaveBroadcast, known: list[str]) -> Typed:
    chosen = set(command.departments.split(","))
    return Typed(
        title=command.title,
        text=command.text,
        title_en=command.title_en,
        text_en=command.text_en,
        link=command.link,
        picture=command.picture,
        confirm=command.confirm == "yes",
        confirm_by=command.confirm_by,
        audience=command.audience,
        departments=tuple(one for one in known if department_number(one) in chosen),
        send_on=command.send_on,
        send_time=command.send_time,
    )


def _store(draft: Broadcast, names: tuple[Person, ...], is_new: bool, desk: Desk) -> None:
    if is_new:
        broadcasts.add(desk.session, draft)
    else:
        broadcasts.save(desk.session, draft)
    receivers.list_people(desk.session, draft.id, [one.id for one in names], now_here())


def _form(
    command: SaveBroadcast,
    draft: Broadcast,
    problems: tuple[Problem, ...],
    known: list[str],
    strangers: tuple[str, ...],
    *,
    is_new: bool = False,
) -> BroadcastForm:
    longest = max(len(command.text), len(command.text_en))
    return BroadcastForm(
        draft,
        tuple(known),
        problems,
        command.names,
        strangers,
        is_new=is_new,
        too_long=longest if longest > LONGEST_TEXT else 0,
    )


def found(desk: Desk, broadcast_id: UUID) -> Broadcast | Refused:
    """Return the broadcast, or that it cannot be found."""
    return broadcasts.find(desk.session, broadcast_id) or Refused(Refusal(Rule.NOT_FOUND))
