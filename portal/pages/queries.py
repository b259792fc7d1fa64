"""Reading what the start page and the data page tell about the whole portal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.places.models import Municipality, Node
from portal.records.models import DataVersion, FactSource, Record, Source
from portal.records.queries import listed
from portal.sites.models import Site


@dataclass(frozen=True)
class SourceUse:
    """A source and how many facts rest on it."""

    source: Source
    facts: int


def count_listed(session: Session) -> dict[str, int]:
    """How many records of each kind everyone may see."""
    rows = session.execute(select(Record.kind, func.count()).where(listed()).group_by(Record.kind))
    return {str(kind): number for kind, number in rows}


def count_published(session: Session) -> dict[str, int]:
    """The same with the municipalities: what each collection of the API holds, by kind."""
    municipalities = session.scalar(select(func.count()).select_from(Municipality)) or 0
    return {**count_listed(session), "municipality": municipalities}


def count_offered(session: Session) -> dict[str, int]:
    """Sites that are not taken, by municipality."""
    query = (
        select(Record.municipality_id, func.count())
        .join(Site, Site.record_num == Record.num)
        .where(listed(), Site.availability != "taken", Record.municipality_id.is_not(None))
        .group_by(Record.municipality_id)
    )
    return {str(place): number for place, number in session.execute(query)}


def find_nodes_by_id(session: Session, ids: Sequence[str]) -> list[Node]:
    """Nodes in the order asked for; missing ones, and ones without a place, are left out."""
    found = {node.id: node for node in session.scalars(select(Node).where(Node.id.in_(ids)))}
    return [found[id_] for id_ in ids if id_ in found and found[id_].position is not None]


def find_sources_used(session: Session) -> list[SourceUse]:
    """Every source with the number of facts that name it, open data sets first, then the most used."""
    uses = func.count(FactSource.fact_id)
    query = (
        select(Source, uses)
        .outerjoin(FactSource, FactSource.source_id == Source.id)
        .group_by(Source.id)
        .order_by(Source.licence.is_(None), uses.desc(), Source.id)
    )
    return [SourceUse(source, facts) for source, facts in session.execute(query)]


def data_changed_at(session: Session) -> datetime | None:
    """When anything that everyone may see last changed; None in an empty portal."""
    return session.scalar(select(func.max(DataVersion.changed_at)))
