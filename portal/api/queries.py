"""Reading features: one page of a collection, one feature; bodies as they are stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import shapely
from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import Session

from portal.api.collections import Collection, bodies, find_bodies, find_body
from portal.api.parameters import Days, ItemsRequest
from portal.places.models import Municipality
from portal.places.queries import find_municipalities
from portal.records.geojson import etag_of, feature
from portal.sites.conditions import SITE, Conditions
from portal.sites.parameters import Box
from portal.sites.queries import JOINED, conditions_of, count_found, find_places, order_of, page_of_nums
from portal.sites.search import Problem


@dataclass(frozen=True)
class FeaturePage:
    """Features of one page as bytes, how many there are in all, and codes that found nothing."""

    matched: int
    bodies: Sequence[bytes]
    notes: Sequence[Problem]


def find_features(session: Session, collection: Collection, asked: ItemsRequest, today: date) -> FeaturePage:
    """One page of a collection."""
    if collection.id == "sites":
        return _sites(session, asked, today)
    if not collection.record_kind:
        return _municipalities(session, asked)
    total, found = find_bodies(session, collection, asked.conditions, asked.limit, asked.offset)
    return FeaturePage(total, found, asked.notes)


def find_feature(session: Session, collection: Collection, id_: str) -> tuple[bytes, str] | None:
    """One feature and its fingerprint; None where there is none."""
    if collection.record_kind:
        return find_body(session, collection, id_)
    places = {place.id: place for place in find_municipalities(session, with_boundary=True)}
    if id_ not in places:
        return None
    body = _municipality(places[id_])
    return body, etag_of(body)


def _sites(session: Session, asked: ItemsRequest, today: date) -> FeaturePage:
    places = find_places(session)
    search = conditions_of(asked.search, places, today)
    if asked.time is not None:
        search = search.also(_confirmed(asked.time))
    known = {"municipality": places.municipalities, "zone": places.zones}
    notes = [*asked.notes]
    for name, names in known.items():
        notes += [
            Problem(name, "unknown_code", code) for code in getattr(asked.search, name) if code not in names
        ]
    return FeaturePage(count_found(session, search), _site_bodies(session, search, asked), notes)


def _site_bodies(session: Session, search: Conditions, asked: ItemsRequest) -> list[bytes]:
    nums = page_of_nums(search, asked.limit, asked.offset)
    return bodies(session, nums, order_of(search), JOINED)


def _confirmed(time: Days) -> ColumnElement[bool]:
    """Listings confirmed in this span; `confirmed_on` is the one temporal property."""
    column = SITE.confirmed_on
    parts: list[ColumnElement[bool]] = [column.is_not(None)]
    if time.first is not None:
        parts.append(column >= time.first.date())
    if time.last is not None:
        parts.append(column <= time.last.date())
    return and_(*parts)


def _municipalities(session: Session, asked: ItemsRequest) -> FeaturePage:
    found = [
        place
        for place in find_municipalities(session, with_boundary=True)
        if asked.box is None or _touches(place.boundary, asked.box)
    ]
    page = found[asked.offset : asked.offset + asked.limit]
    return FeaturePage(len(found), [_municipality(place) for place in page], asked.notes)


def _touches(shape: shapely.Geometry | None, box: Box) -> bool:
    west, south, east, north = box
    if shape is None:
        return False
    if west > east:
        return _touches(shape, (west, south, 180.0, north)) or _touches(shape, (-180.0, south, east, north))
    return bool(shape.intersects(shapely.box(west, south, east, north)))


def _municipality(place: Municipality) -> bytes:
    names = dict(place.name_j)
    name = names.get("en") or next(iter(names.values()), place.id)
    properties = {"id": place.id, "name": name, "names": names, "official_code": place.official_code}
    return feature(place.id, place.boundary, properties)
