"""Where the reading of people from Microsoft Graph stands: how to ask for changes, when next, and who is at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Field, Session, SQLModel

from storage.columns import Moment, table_of

ONLY = 1  # the one row
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class GraphSyncRow(SQLModel, table=True):
    """The one row. `by` holds a lease until `until`.

    `leaving` of `here` would have left where the last run was not carried out.
    """

    __tablename__ = "graph_sync"

    id: int = Field(primary_key=True)
    delta_link: str = ""  # what to ask next, as Graph gave it; "" to begin anew
    tracked: str = ""  # what that link follows; another list of fields begins anew
    due_at: datetime = Field(sa_type=Moment)
    by: str = ""
    until: datetime = Field(sa_type=Moment)
    done_at: datetime | None = Field(default=None, sa_type=Moment)
    leaving: int = 0
    here: int = 0


SYNC = table_of(GraphSyncRow)
_IT = SYNC.c.id == ONLY
_FIND = select(SYNC).where(_IT)
_TAKE = (
    update(SYNC)
    .where(_IT, SYNC.c.until <= bindparam("now"), SYNC.c.due_at <= bindparam("due"))
    .values(by=bindparam("me"), until=bindparam("lease", type_=SYNC.c.until.type))
)
_MINE = update(SYNC).where(_IT, SYNC.c.by == bindparam("me"))


@dataclass(frozen=True, slots=True)
class Refused:
    """A run that was not carried out, for so many of those who are here would leave."""

    leaving: int
    here: int


def take(session: Session, me: str, now: datetime, until: datetime, *, due: bool = True) -> bool:
    """Take the lease, where nobody holds it and (with `due`) it is time. `me` differs from run to run."""
    connection = session.connection()
    if connection.execute(_FIND.with_for_update()).first() is None:
        connection.execute(insert(SYNC), {"id": ONLY, "due_at": _NEVER, "until": _NEVER})
    at = {"now": now, "due": now if due else datetime.max.replace(tzinfo=UTC), "me": me, "lease": until}
    return connection.execute(_TAKE, at).rowcount == 1


def keep(session: Session, me: str, until: datetime) -> bool:
    """Hold the lease for longer; False where it was lost."""
    return session.connection().execute(_MINE.values(until=until), {"me": me}).rowcount == 1


def give_back(session: Session, me: str, due_at: datetime | None) -> None:
    """Give the lease back; the next run is due then, or when it was before where None is said."""
    values = {"by": "", "until": _NEVER, **({"due_at": due_at} if due_at else {})}
    session.connection().execute(_MINE.values(values), {"me": me})


def overtake(session: Session) -> None:
    """Take the lease from whoever has it: the directory was changed in this transaction."""
    session.connection().execute(update(SYNC).where(_IT, SYNC.c.by != "").values(by="", until=_NEVER))


def link(session: Session) -> tuple[str, str]:
    """Return how to ask for what changed, "" to begin anew, and what that follows."""
    row = session.connection().execute(_FIND).first()
    return (row.delta_link, row.tracked) if row is not None else ("", "")


def carried_out(session: Session, me: str, delta_link: str, tracked: str, now: datetime) -> None:
    """Note that a run was carried out."""
    values = {"delta_link": delta_link, "tracked": tracked, "done_at": now, "leaving": 0, "here": 0}
    session.connection().execute(_MINE.values(values), {"me": me})


def refuse(session: Session, me: str, refused: Refused) -> None:
    """Note that a run was not carried out; the next one begins where this one did."""
    session.connection().execute(_MINE.values(leaving=refused.leaving, here=refused.here), {"me": me})


def refusal(session: Session) -> Refused | None:
    """Return why the last run was not carried out; None where it was."""
    row = session.connection().execute(_FIND).first()
    return Refused(row.leaving, row.here) if row is not None and row.leaving else None
