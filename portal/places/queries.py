"""Reading municipalities and nodes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from portal.places.models import Municipality, Node


def find_municipalities(session: Session, *, with_boundary: bool = False) -> list[Municipality]:
    """All municipalities in Lithuanian order of their names."""
    query = select(Municipality).order_by(Municipality.name_sort)
    return list(session.scalars(query if with_boundary else query.options(defer(Municipality.boundary))))


def find_nodes(session: Session, kinds: Collection[str] = ()) -> list[Node]:
    """Nodes, of these kinds where any are named."""
    query = select(Node).order_by(Node.kind, Node.id)
    return list(session.scalars(query.where(Node.kind.in_(kinds)) if kinds else query))
