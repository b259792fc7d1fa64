"""What the maps show: their layers, and the features of each layer as GeoJSON bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import orjson
import shapely
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from geodata.overlays import read_overlay
from geodata.pack_model import Region
from portal.maps.plans import MapLayer, MapPlan
from portal.places.models import Node
from portal.places.queries import find_municipalities, find_nodes
from portal.records.geojson import feature
from portal.records.models import PublicBody, Record
from portal.records.queries import by_name, listed
from portal.sites.conditions import RECORD, SITE
from portal.sites.queries import JOINED, conditions_of, find_places, order_of
from portal.sites.search import SearchParams

MOST_FEATURES = 10_000
"""More shapes than this make a browser slow."""
OUTLINE_TOLERANCE_DEG = 0.0008
NODE_SYMBOLS: Mapping[str, str] = {
    "airport": "airport",
    "aerodrome": "airport",
    "port": "port",
    "border": "border",
    "station": "rail",
    "station_planned": "rail",
    "substation": "substation",
    "gas_station": "gas",
    "water_utility": "water",
}
"""The kinds of node that maps show, each with its symbol."""
INDUSTRIAL = frozenset({"industrial", "commercial"})
RECORD_LAYERS: Mapping[str, str] = {"zones": "zone", "companies": "company", "institutions": "institution"}
BELOW = ("municipalities", "industrial", "zones", "nodes", "institutions", "companies")
SHOWN: Mapping[str, frozenset[str]] = {
    "explore": frozenset({"zones", "sites"}),
    "home": frozenset({"sites"}),
    "record": frozenset(),
    "nearby": frozenset({"nodes", "institutions", "companies"}),
}
"""The kinds of map, and the layers each shows at first."""


def plan(name: str, region: Region, layer_url: str, basemap: Mapping[str, str]) -> MapPlan:
    """The plan of one kind of map, KeyError for none. `layer_url` has `{key}` where a layer's name stands."""
    shown = SHOWN[name]
    layers = tuple(MapLayer(key, layer_url.format(key=key), key in shown) for key in (*BELOW, "sites"))
    west, south, east, north = region.bbox
    return MapPlan(name, region.centre, region.start_zoom, ((south, west), (north, east)), layers, basemap)


def site_bodies(session: Session, params: SearchParams, today: date) -> Sequence[bytes]:
    """The public bodies of a search's sites in its order, at most `MOST_FEATURES`."""
    search = conditions_of(params, find_places(session), today)
    body = PublicBody.__table__
    query = select(body.c.geojson).select_from(JOINED.join(body, body.c.record_num == RECORD.num))
    query = query.where(search.all()).order_by(*order_of(search)).limit(MOST_FEATURES)
    return session.scalars(query).all()


def record_bodies(session: Session, kind: str) -> Sequence[bytes]:
    """The public bodies of all listed records of a kind."""
    query = select(PublicBody.geojson).join(Record, Record.num == PublicBody.record_num)
    query = query.where(Record.kind == kind, listed()).order_by(by_name(), Record.id)
    return session.scalars(query.limit(MOST_FEATURES)).all()


def bodies_of(session: Session, id_: str) -> Sequence[bytes]:
    """A listed record (nothing where there is none), its zone, and what lies in it when it is a zone."""
    zone_of = select(SITE.zone_id).join(Record, Record.num == SITE.record_num).where(Record.id == id_)
    sites_in = select(SITE.record_num).where(SITE.zone_id == id_)
    query = select(PublicBody.geojson).join(Record, Record.num == PublicBody.record_num)
    query = query.where(
        listed(), or_(Record.id == id_, Record.id.in_(zone_of.scalar_subquery()), Record.num.in_(sites_in))
    )
    return session.scalars(query.order_by(Record.id != id_, Record.id).limit(MOST_FEATURES)).all()


def municipality_bodies(session: Session) -> list[bytes]:
    """Municipalities with outlines simple enough for a map of the region."""
    places = [
        place for place in find_municipalities(session, with_boundary=True) if place.boundary is not None
    ]
    outlines = shapely.coverage_simplify([place.boundary for place in places], OUTLINE_TOLERANCE_DEG)
    return [
        feature(place.id, outline, {"id": place.id, "names": place.name_j})
        for place, outline in zip(places, outlines, strict=True)
    ]


def node_bodies(session: Session) -> list[bytes]:
    """Nodes of logistics and utilities whose place is known."""
    return [_node(node) for node in find_nodes(session, NODE_SYMBOLS) if node.position is not None]


def _node(node: Node) -> bytes:
    properties = {
        "id": node.id,
        "names": node.name_j,
        "kind": node.kind,
        "symbol": NODE_SYMBOLS[node.kind],
        "operator": node.details_j.get("operator"),
        "voltage_kv": node.details_j.get("voltage_kv"),
        "position_accuracy": node.position_accuracy,
    }
    return feature(node.id, node.position, properties)


@lru_cache(maxsize=2)
def industrial_bodies(region_dir: Path) -> tuple[bytes, ...]:
    """Industrial and commercial land from the pack's overlay."""
    return tuple(
        orjson.dumps({"type": "Feature", "geometry": item["geometry"], "properties": item["properties"]})
        for item in read_overlay(region_dir, "industrial")
        if item["properties"]["class"] in INDUSTRIAL
    )
