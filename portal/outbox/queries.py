"""What waits in the outbox, and what went wrong there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from portal.outbox.models import OutboxItem, OutboxState

WAITING = (OutboxState.QUEUED, OutboxState.UNCERTAIN)
TROUBLED = (OutboxState.FAILED, OutboxState.UNCERTAIN)


def find_due(session: Session, kind: str, now: datetime) -> OutboxItem | None:
    """The oldest message due that no other worker holds; locked until the next commit."""
    query = (
        select(OutboxItem)
        .where(OutboxItem.kind == kind, OutboxItem.state.in_(WAITING), OutboxItem.due_at <= now)
        .where(OutboxItem.lease_until.is_(None))
        .order_by(OutboxItem.due_at, OutboxItem.id)
        .limit(1)
    )
    return session.scalar(query.with_for_update(skip_locked=True))


def find_abandoned(session: Session, kind: str, now: datetime) -> list[OutboxItem]:
    """Messages whose worker has not come back in time: it was killed, or is very slow."""
    query = select(OutboxItem).where(OutboxItem.kind == kind, _lease_is_over(now)).order_by(OutboxItem.id)
    return list(session.scalars(query.with_for_update(skip_locked=True)))


def find_troubled(session: Session) -> list[OutboxItem]:
    """Messages that staff should know of: failed for good, or of unknown fate."""
    return list(
        session.scalars(select(OutboxItem).where(OutboxItem.state.in_(TROUBLED)).order_by(OutboxItem.id))
    )


def count_by_state(session: Session) -> dict[OutboxState, int]:
    """How many messages are in each state."""
    rows = session.execute(
        select(OutboxItem.state, func.count()).group_by(OutboxItem.state).order_by(OutboxItem.state)
    )
    return {OutboxState(state): count for state, count in rows}


def _lease_is_over(now: datetime) -> ColumnElement[bool]:
    return and_(
        or_(OutboxItem.state == OutboxState.LEASED, OutboxItem.state == OutboxState.UNCERTAIN),
        OutboxItem.lease_until.is_not(None),
        OutboxItem.lease_until <= now,
    )
