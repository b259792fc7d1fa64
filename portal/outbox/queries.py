"""What waits in the outbox, for the worker."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from portal.outbox.models import OutboxItem, OutboxState

WAITING = (OutboxState.QUEUED, OutboxState.UNCERTAIN)


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


def _lease_is_over(now: datetime) -> ColumnElement[bool]:
    return and_(
        or_(OutboxItem.state == OutboxState.LEASED, OutboxItem.state == OutboxState.UNCERTAIN),
        OutboxItem.lease_until.is_not(None),
        OutboxItem.lease_until <= now,
    )
