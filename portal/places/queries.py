"""Reading municipalities and nodes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from portal.i18n import current, pick, sort_key
from portal.places.models import Municipality, Node


def find_municipalities(session: Session, *, with_boundary: bool = False) -> list[Municipality]:
    """All municipalities in the order of their names as the reader's language shows them."""
    query = select(Municipality)
    found = session.scalars(query if with_boundary else query.options(defer(Municipality.boundary)))
    return sorted(found, key=lambda place: (sort_key(pick(place.name_j), current()), place.id))


def find_nodes(session: Session, kinds: Collection[str] = ()) -> list[Node]:
    """Nodes, of these kinds where any are named."""
    query = select(Node).order_by(Node.kind, Node.id)
    return list(session.scalars(query.where(Node.kind.in_(kinds)) if kinds else query))
