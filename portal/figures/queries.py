"""Reading figures."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.figures.models import Incentive, Observation


def find_observations(session: Session, ids: Sequence[str]) -> list[Observation]:
    """Observations by id, in the order asked for; missing ones are left out."""
    found = {row.id: row for row in session.scalars(select(Observation).where(Observation.id.in_(ids)))}
    return [found[id_] for id_ in ids if id_ in found]


def find_observations_of(session: Session, subject_kind: str, subject: str) -> list[Observation]:
    """What was observed of one subject, by indicator, newest first."""
    query = select(Observation).where(
        Observation.subject_kind == subject_kind, Observation.subject == subject
    )
    return list(session.scalars(query.order_by(Observation.indicator_id, Observation.period_to.desc())))


def find_incentives(session: Session, ids: Sequence[str] = ()) -> list[Incentive]:
    """Incentives, these where ids are given, by id."""
    query = select(Incentive).order_by(Incentive.id)
    return list(session.scalars(query.where(Incentive.id.in_(ids)) if ids else query))
