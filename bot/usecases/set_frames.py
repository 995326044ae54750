"""What holds in a team: looked at by all of it, set by its leader, told when it changes.

Only the leader sets frames. A deputy answers in the leader's place from day to day, but frames hold for the deputy
too, and what is settled after a talk in MED can wait for the leader (policy p. 3: "ledelsen definerer").
"""

from __future__ import annotations

from sqlmodel import Session

from bot.usecases.notices import subject_of
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from domain.commands import EditFrames, FrameFields, PreviewFrames, SaveFrames, ShowFrames
from domain.deeds import Deed
from domain.facts import FrameForm, FrameNews, FramePreview, Refused, TeamFrames
from domain.frame_form import TypedFrame, read_frame, written
from domain.frames import MED_PASSAGE, LocalFrame, differing
from domain.notices import Notice, NoticeKind
from domain.people import Person
from domain.refusals import Refusal, Rule
from storage import frames, people

Previewed = FrameForm | FramePreview | TeamFrames | Refused


def show_frames(command: ShowFrames, desk: Desk) -> TeamFrames:
    """Return the frames of the team that one leads, else of the team that one is in."""
    of_whom = desk.by.leader_id if command.as_member else own_team(desk.session, desk.by)
    return _shown(desk.session, of_whom, desk.by)


def own_team(session: Session, reader: Person) -> str | None:
    """Return the leader of the team that "we" are for this person: who leads one speaks of that."""
    return reader.id if people.team_of(session, reader.id) else reader.leader_id


def edit_frames(command: EditFrames, desk: Desk) -> FrameForm | Refused:
    """Return the form, filled in with what was typed before, else with what holds now."""
    if (refused := _not_leading(desk)) is not None:
        return refused
    before = frames.current(desk.session, desk.by.id)
    if command.again is not None and command.again.version == _version(before):
        return FrameForm(_version(before), _typed(command.again))
    return _form(before, stale=command.again is not None)


def preview_frames(command: PreviewFrames, desk: Desk) -> Previewed:
    """Return what would change; what cannot be read is shown again as it was typed."""
    outcome = _read(command, desk)
    if not isinstance(outcome, LocalFrame):
        return outcome
    before = frames.current(desk.session, desk.by.id)
    if not differing(before, outcome):
        return _shown(desk.session, desk.by.id, desk.by, FrameNews.SAME)
    return FramePreview(before, outcome, len(people.team_of(desk.session, desk.by.id)))


def save_frames(command: SaveFrames, desk: Desk) -> FrameForm | TeamFrames | Refused:
    """Set the next version and tell the team; a second press shows what holds, and an old card the fresh form."""
    before = frames.current(desk.session, desk.by.id)
    if before is not None and before.version == command.version + 1 and written(before) == _typed(command):
        return _shown(desk.session, desk.by.id, desk.by, FrameNews.SAVED)
    outcome = _read(command, desk)
    if not isinstance(outcome, LocalFrame):
        return outcome
    if not differing(before, outcome):
        return _shown(desk.session, desk.by.id, desk.by, FrameNews.SAME)
    frames.add(desk.session, outcome)
    trail(desk, Deed.FRAMES_SET, "", outcome.med_on)
    subject, version = subject_of(desk.by.id), str(outcome.version)
    team = sorted(people.team_of(desk.session, desk.by.id))
    tell(desk, [Notice(NoticeKind.FRAMES, one, subject, version) for one in team])
    return _shown(desk.session, desk.by.id, desk.by, FrameNews.SAVED)


def frames_told(session: Session, notice: Notice) -> TeamFrames | None:
    """Return the news for a notice of frames, or None where it is old: the newer version has its own notice."""
    reader = people.find(session, notice.to)
    if reader is None:
        return None
    due = notice.kind is NoticeKind.FRAMES_DUE
    shown = _shown(session, reader.id if due else reader.leader_id, reader, FrameNews.DUE if due else FrameNews.CHANGED)
    if shown.frame is None or subject_of(shown.frame.leader_id) != notice.subject:
        return None
    occasion = str(shown.frame.discuss_on if due else shown.frame.version)
    return shown if occasion == notice.occasion else None


def _shown(session: Session, leader_id: str | None, reader: Person, news: FrameNews | None = None) -> TeamFrames:
    known = frames.history(session, leader_id) if leader_id else []
    leader = people.find(session, leader_id) if leader_id else None
    mine = leader_id == reader.id
    name = leader.first_name if leader else ""
    current = known[0] if known else None
    return TeamFrames(current, tuple(known[1:]), name, mine, mine and reader.leader_id is not None, news)


def _read(command: FrameFields, desk: Desk) -> LocalFrame | FrameForm | Refused:
    if (refused := _not_leading(desk)) is not None:
        return refused
    before = frames.current(desk.session, desk.by.id)
    if command.version != _version(before):
        return _form(before, stale=True)
    typed = _typed(command)
    outcome = read_frame(typed, desk.by.id, command.version, desk.at)
    return outcome if isinstance(outcome, LocalFrame) else FrameForm(command.version, typed, outcome)


def _form(before: LocalFrame | None, *, stale: bool = False) -> FrameForm:
    return FrameForm(_version(before), written(before), stale=stale)


def _version(frame: LocalFrame | None) -> int:
    return frame.version if frame else 0


def _typed(command: FrameFields) -> TypedFrame:
    return TypedFrame(**{name: getattr(command, name) for name in TypedFrame().values()})


def _not_leading(desk: Desk) -> Refused | None:
    if people.team_of(desk.session, desk.by.id):
        return None
    return Refused(Refusal(Rule.ONLY_LEADER, passage_id=MED_PASSAGE))
