"""What lies around a geometry: records of any kind by straight-line distance, and nodes.

Also counts the records that have no place. Reads records, facts and places only: every profile may ask it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import shapely
from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import Session

from geodata.crs import LKS94
from portal.db.spatial import box_hit
from portal.nearby.rules import box_around, distances_m
from portal.places.models import Node
from portal.records.models import RECORD_SHAPE, Fact, Record
from portal.records.queries import listed
from portal.records.states import PositionAccuracy, Qualifier
from portal.records.views import EXACT_PLACES

NUM = Record.__table__.c.num
NEAR_KM = 30.0
"""How far around a profile sites are shown."""
EXACT_ENOUGH_M = 500.0
"""A distance that may be wrong by no more than this is still told as a distance."""


@dataclass(frozen=True)
class NearFact:
    """A value of a neighbour, as much of it as a table shows."""

    value: Any
    qualifier: Qualifier
    as_of_to: date | None


@dataclass(frozen=True)
class Neighbour:
    """A record around a place. `error_m` is how far its own position may be wrong."""

    id: str
    kind: str
    names: Mapping[str, str]
    distance_m: float
    accuracy: PositionAccuracy
    error_m: float
    shape: shapely.Geometry
    facts: Mapping[str, NearFact] = field(default_factory=dict)

    @property
    def is_exact(self) -> bool:
        return self.accuracy in EXACT_PLACES

    @property
    def is_coarse(self) -> bool:
        """Known to the town only: too inexact to be drawn or ranked."""
        return self.accuracy is PositionAccuracy.TOWN

    def value(self, key: str) -> Any:
        fact = self.facts.get(key)
        return None if fact is None else fact.value

    def bound_m(self, reach_m: float) -> float | None:
        """The most it can be away where both places are too inexact for a distance, else None.

        `reach_m` is how far the place measured from may be wrong.
        """
        bound = reach_m + self.error_m
        return bound if bound > EXACT_ENOUGH_M and self.distance_m < bound else None


@dataclass(frozen=True)
class NearNode:
    """A node and its straight-line distance."""

    node: Node
    distance_m: float
    error_m: float


def find_around(
    session: Session,
    here: shapely.Geometry,
    near_km: float,
    keys: Mapping[str, Collection[str]],
    *,
    metric_crs: str = LKS94,
) -> list[Neighbour]:
    """Listed records within `near_km` of `here`, nearest first: the kinds named in `keys`, with these facts.

    One statement. Distances are straight lines in the metric system, from the nearest points of both shapes.
    """
    wanted = {key for per_kind in keys.values() for key in per_kind}
    query = (
        select(
            Record.num,
            Record.id,
            Record.kind,
            Record.name_j,
            RECORD_SHAPE.label("shape"),
            Record.position_accuracy,
            Record.accuracy_m,
            Fact.key,
            Fact.value_j,
            Fact.qualifier,
            Fact.as_of_to,
        )
        .outerjoin(Fact, and_(Fact.record_num == Record.num, Fact.key.in_(wanted), Fact.public))
        .where(listed(), Record.kind.in_(keys), box_hit(NUM, RECORD_SHAPE, box_around(here, near_km)))
        .order_by(Record.num, Fact.key)
    )
    rows: dict[int, list[Row[Any]]] = {}
    for row in session.execute(query):
        rows.setdefault(row.num, []).append(row)
    distances = distances_m(here, [group[0].shape for group in rows.values()], metric_crs)
    found = [
        _neighbour(group, metres)
        for group, metres in zip(rows.values(), distances, strict=True)
        if metres <= near_km * 1000
    ]
    return sorted(found, key=lambda item: (item.distance_m, item.id))


def find_sites_around(
    session: Session,
    here: shapely.Geometry | None,
    near_km: float,
    *,
    reach_m: float = 0,
    metric_crs: str = LKS94,
) -> list[Neighbour]:
    """Listed sites that are not taken, by the distance one can tell; none where `here` is unknown.

    `reach_m` is how far `here` may be wrong.
    """
    if here is None:
        return []
    wanted = {"site": ("kind", "availability", "area_ha", "floor_area_m2")}
    found = find_around(session, here, near_km, wanted, metric_crs=metric_crs)
    free = [site for site in found if site.value("availability") != "taken"]
    return sorted(free, key=lambda site: site.bound_m(reach_m) or site.distance_m)


def measure_nodes(
    here: shapely.Geometry, nodes: Sequence[Node], *, metric_crs: str = LKS94
) -> list[NearNode]:
    """Nodes with their straight-line distances, nearest first; nodes without a place are left out."""
    placed = [(node, node.position) for node in nodes if node.position is not None]
    distances = distances_m(here, [position for _node, position in placed], metric_crs)
    found = [
        NearNode(node, metres, _error_m(PositionAccuracy(node.position_accuracy), node.accuracy_m))
        for (node, _position), metres in zip(placed, distances, strict=True)
    ]
    return sorted(found, key=lambda item: (item.distance_m, item.node.id))


def count_unplaced(session: Session, kinds: Collection[str]) -> dict[str, int]:
    """How many listed records of each kind have no place at all."""
    query = (
        select(Record.kind, func.count())
        .where(listed(), Record.kind.in_(kinds), Record.minx.is_(None))
        .group_by(Record.kind)
    )
    return {kind: number for kind, number in session.execute(query)}  # noqa: C416 - rows, typed


def _neighbour(rows: Sequence[Row[Any]], metres: float) -> Neighbour:
    first = rows[0]
    accuracy = PositionAccuracy(first.position_accuracy)
    return Neighbour(
        id=first.id,
        kind=first.kind,
        names=first.name_j,
        distance_m=metres,
        accuracy=accuracy,
        error_m=_error_m(accuracy, first.accuracy_m),
        shape=first.shape,
        facts={
            row.key: NearFact(row.value_j, Qualifier(row.qualifier), row.as_of_to)
            for row in rows
            if row.key is not None
        },
    )


def _error_m(accuracy: PositionAccuracy, accuracy_m: float | None) -> float:
    return 0.0 if accuracy in EXACT_PLACES else float(accuracy_m or 0.0)
