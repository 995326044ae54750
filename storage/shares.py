"""How replicas on PostgreSQL share the pace for a tenant.

Each holds a share, and all shares together never exceed the rate. A share ends when its replica does not renew it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Integer, bindparam, delete, func, select, text
from sqlmodel import Field, Session, SQLModel

from storage.columns import Moment, table_of
from storage.dialect import Upsert

_LOCK = text("SELECT pg_advisory_xact_lock(4853231)")  # replicas ask one after another


class ShareRow(SQLModel, table=True):
    """A replica's share, in thousandths of a request each second."""

    __tablename__ = "pace_share"

    replica: str = Field(primary_key=True)
    thousandths: int = Field(sa_type=BigInteger().with_variant(Integer(), "sqlite"))
    until: datetime = Field(sa_type=Moment)


SHARE = table_of(ShareRow)
_OTHERS = select(SHARE.c.thousandths).where(SHARE.c.replica != bindparam("me"), SHARE.c.until > bindparam("now"))
_CLAIM = Upsert(
    SHARE,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["replica"],
        set_={"thousandths": insert.excluded.thousandths, "until": insert.excluded.until},
    ),
)
_OVER = delete(SHARE).where(SHARE.c.until <= bindparam("now"))
_DROP = delete(SHARE).where(SHARE.c.replica == bindparam("me"))
_CLOCK = select(func.clock_timestamp(type_=SHARE.c.until.type))


@dataclass(frozen=True, slots=True)
class Claimed:
    """Requests a second that a replica may make for as long as it renews them."""

    rate: float
    replicas: int


def claim(session: Session, replica: str, rate: float, lasting: timedelta) -> Claimed:
    """Renew this replica's share: an equal part of the rate, or what the others have left of it until they give way.

    The database's own clock counts, for the clocks of replicas differ. PostgreSQL only.
    """
    connection = session.connection()
    connection.execute(_LOCK)
    now: datetime = connection.execute(_CLOCK).scalar_one()
    connection.execute(_OVER, {"now": now})
    others = list(connection.execute(_OTHERS, {"me": replica, "now": now}).scalars())
    whole = int(rate * 1000)
    mine = max(0, min(whole // (len(others) + 1), whole - sum(others)))
    _CLAIM.run(session, {"replica": replica, "thousandths": mine, "until": now + lasting})
    return Claimed(mine / 1000, len(others) + 1)


def drop(session: Session, replica: str) -> None:
    """Give the share back."""
    session.connection().execute(_DROP, {"me": replica})
