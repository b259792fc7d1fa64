"""A search as SQL conditions, one per parameter, so that each can also be left out or counted alone."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import shapely
from sqlalchemy import ColumnElement, and_, case, false, func, not_, or_, true

from portal.db.spatial import Bounds, box_hit, geodesic_m, intersects
from portal.records.models import RECORD_SHAPE, Record
from portal.records.textsearch import ESCAPE, escaped, has_word, search_terms
from portal.sites.models import Site
from portal.sites.needs import COARSE_ERROR_M, Asked, asked_needs
from portal.sites.parameters import Box
from portal.sites.search import KNOWN_CODES, SearchParams

Condition = ColumnElement[bool]
WORDS_MOST = 10
KM_PER_DEGREE = 110.5
"""A degree of latitude at the equator, where it is shortest: dividing by it never makes a box too small."""
LATE_DAYS = 180
LONG_AGO, NEVER = date.min, date.max
TOO_MUCH = 1e300
RECORD, SITE = Record.__table__.c, Site.__table__.c

LIST_COLUMNS: Mapping[str, ColumnElement[str]] = {
    "kind": SITE.kind,
    "municipality": RECORD.municipality_id,
    "zone": SITE.zone_id,
    "availability": SITE.availability,
}
PACKED_COLUMNS: Mapping[str, ColumnElement[str]] = {"tenure": SITE.tenure, "land_use": SITE.land_use}
NOT_TAKEN = SITE.availability != "taken"
"""What a search without `availability` leaves out."""
FACETS = ("availability", "kind", "municipality", "zone", "tenure", "land_use")


ERROR_KM = case(
    *(
        (RECORD.position_accuracy == accuracy, func.coalesce(RECORD.accuracy_m, metres) / 1000.0)
        for accuracy, metres in COARSE_ERROR_M.items()
    ),
    else_=0.0,
)
"""How far a distance from a coarse place may be wrong, in SQL; `needs.error_km` is the same in Python."""


@dataclass(frozen=True)
class NeedConditions:
    """The three answers to one need as conditions; exactly one of them holds for a site."""

    asked: Asked
    met: Condition
    unknown: Condition


@dataclass(frozen=True)
class Conditions:
    """All conditions of one search."""

    always: Condition
    """What no parameter can switch off."""
    facets: Mapping[str, Condition]
    """By facet, those that are chosen (availability also where the default applies)."""
    needs: tuple[NeedConditions, ...]
    others: Mapping[str, Condition]
    """Text and places, by parameter."""
    params: SearchParams

    def need(self, item: NeedConditions) -> Condition:
        """Met, or unknown where the search lets that pass."""
        return or_(item.met, item.unknown) if self.params.lets_pass(item.asked.prop) else item.met

    def by_parameter(self) -> dict[str, Condition]:
        """Every condition that a visitor can take away, by parameter; `availability` only where chosen."""
        chosen = {name: item for name, item in self.facets.items() if getattr(self.params, name)}
        return chosen | {item.asked.parameter: self.need(item) for item in self.needs} | dict(self.others)

    def also(self, condition: Condition) -> Conditions:
        """The same search with one more condition that cannot be switched off."""
        return replace(self, always=and_(self.always, condition))

    def all(self) -> Condition:
        """The whole search. The places come first: there the index is."""
        needs = (self.need(item) for item in self.needs)
        return and_(*self.others.values(), self.always, *self.facets.values(), *needs)


def conditions(
    params: SearchParams, listed: Condition, late_days: Mapping[str, int], today: date
) -> Conditions:
    """The conditions of a search; `late_days`: after how many days a listing has lapsed, by municipality."""
    always = listed if params.confirmed_within is not None else and_(listed, _not_lapsed(late_days, today))
    return Conditions(
        always=always,
        facets=_facets(params),
        needs=tuple(_need(asked) for asked in asked_needs(params, today)),
        others=_others(params),
        params=params,
    )


def passes(params: SearchParams, facet: str, codes: Iterable[str]) -> bool:
    """The facet's condition in Python: whether one of a site's codes is among those asked for."""
    chosen = getattr(params, facet)
    if chosen:
        return any(code in chosen for code in codes)
    return facet != "availability" or "taken" not in codes


def has_words(column: ColumnElement[str], q: str) -> Condition:
    """Whether a text of words holds the beginning of each word asked for; at most ten are looked at."""
    return and_(true(), *(has_word(column, word) for word in search_terms(q)[:WORDS_MOST]))


def in_box(box: Box) -> Condition:
    """Records whose shape touches the box. The exact test is spared where the record's box lies inside."""
    west, south, east, north = box
    if west > east:
        return or_(in_box((west, south, 180.0, north)), in_box((-180.0, south, east, north)))
    inside = and_(RECORD.minx >= west, RECORD.maxx <= east, RECORD.miny >= south, RECORD.maxy <= north)
    return and_(_box_hit(box), or_(inside, intersects(RECORD_SHAPE, shapely.box(*box))))


def in_polygon(area: shapely.Polygon) -> Condition:
    """Records whose shape touches the polygon."""
    return and_(_box_hit(area.bounds), intersects(RECORD_SHAPE, area))


def near(lon: float, lat: float, km: float) -> Condition:
    """Records whose nearest point is at most `km` away on the ellipsoid: degree box first, then exactly."""
    return and_(_box_hit(degree_box(lon, lat, km)), distance_m(lon, lat) <= km * 1000)


def degree_box(lon: float, lat: float, km: float) -> Bounds:
    """A box in degrees that holds everything within `km`; a whole band near poles and antimeridian."""
    rise = km / KM_PER_DEGREE
    south, north = lat - rise, lat + rise
    steepest = max(abs(south), abs(north))
    if steepest >= 89:
        return -180.0, max(south, -90.0), 180.0, min(north, 90.0)
    run = rise / math.cos(math.radians(steepest))
    if lon - run < -180 or lon + run > 180:
        return -180.0, south, 180.0, north
    return lon - run, south, lon + run, north


def distance_m(lon: float, lat: float) -> ColumnElement[float]:
    """Metres from a point to a record's shape."""
    return geodesic_m(RECORD_SHAPE, lon, lat)


def _box_hit(bounds: Bounds) -> Condition:
    return box_hit(RECORD.num, RECORD_SHAPE, bounds)


def _not_lapsed(late_days: Mapping[str, int], today: date) -> Condition:
    """Never confirmed, or confirmed within the days of its municipality. Unconfirmed listings are kept."""
    first = {place: today - timedelta(days=days) for place, days in late_days.items() if days != LATE_DAYS}
    usual = today - timedelta(days=LATE_DAYS)
    allowed: Any = case(first, value=RECORD.municipality_id, else_=usual) if first else usual
    day: ColumnElement[date] = func.coalesce(SITE.confirmed_on, NEVER)  # an OR would cost SQLite two scans
    kept: Condition = day >= allowed
    return kept


def _facets(params: SearchParams) -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    for name in FACETS:
        codes = getattr(params, name)
        if codes:
            found[name] = _any_code(name, codes)
        elif name == "availability":
            found[name] = NOT_TAKEN
    return found


def _any_code(name: str, codes: Sequence[str]) -> Condition:
    if name in LIST_COLUMNS:
        return LIST_COLUMNS[name].in_(codes)
    column = PACKED_COLUMNS[name]
    known = [code for code in codes if code in KNOWN_CODES[name]]
    return or_(false(), *(column.like(f"%|{escaped(code)}|%", escape=ESCAPE) for code in known))


def _need(asked: Asked) -> NeedConditions:
    """An unknown value is compared as one that fails: NULL would be neither true nor false inside OR and NOT,
    and a bare column would send SQLite through an index for half of the table.
    """
    column = SITE[asked.column]
    if asked.is_flag:
        return NeedConditions(asked, func.coalesce(column, false()) == true(), column.is_(None))
    if asked.need.uncertain:
        near = func.coalesce(column + ERROR_KM, TOO_MUCH) <= asked.bound
        far = func.coalesce(column - ERROR_KM, 0.0) > asked.bound
        return NeedConditions(asked, near, and_(not_(near), not_(far)))
    if asked.need.at_least:
        met = func.coalesce(column, LONG_AGO if isinstance(asked.bound, date) else -1) >= asked.bound
    else:
        met = func.coalesce(column, NEVER if isinstance(asked.bound, date) else TOO_MUCH) <= asked.bound
    return NeedConditions(asked, met, column.is_(None))


def _others(params: SearchParams) -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    if params.near and params.near_km:
        found["near_km"] = near(*params.near, params.near_km)
    if params.bbox:
        found["bbox"] = in_box(params.bbox)
    if params.within is not None:
        found["within"] = in_polygon(params.within)
    if params.q:
        found["q"] = has_words(SITE.search_text, params.q)
    return found
