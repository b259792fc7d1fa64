"""Distances between a place and its neighbours, and how they are said when a place is not exact."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely

from geodata.crs import LKS94, to_metric
from portal import i18n
from portal.db.spatial import Bounds
from portal.i18n import gettext as _

KM_PER_DEGREE = 111.2
EXACT_M = 150.0
"""An error below this changes no distance that is shown in tenths of a kilometre."""
COARSE_M = 900.0


def distances_m(
    here: shapely.Geometry, others: Sequence[shapely.Geometry], metric_crs: str = LKS94
) -> list[float]:
    """Straight lines in metres from the nearest point of `here` to those of each other (degrees)."""
    if not others:
        return []
    moved = to_metric(shapely.GeometryCollection(list(others)), metric_crs)
    origin = to_metric(here, metric_crs)
    return [float(origin.distance(other)) for other in moved.geoms]


def box_around(here: shapely.Geometry, km: float) -> Bounds:
    """A box in degrees that holds everything within `km` of `here`."""
    west, south, east, north = here.bounds
    up = km / KM_PER_DEGREE
    farthest = min(max(abs(south), abs(north)) + up, 89.0)
    aside = up / math.cos(math.radians(farthest))
    return west - aside, south - up, east + aside, north + up


def distance_words(metres: float, error_m: float = 0.0) -> str:
    """A straight line in words: "280 m", "4.6 km"; "~4 km" or "under 5 km" where an end is inexact."""
    if error_m < EXACT_M:
        return i18n.distance(metres)
    if metres <= error_m:
        return _("under %(distance)s", distance=i18n.quantity(math.ceil((metres + error_m) / 1000), "km", 0))
    return f"~{rough_distance(metres, error_m)}"


def rough_distance(metres: float, error_m: float) -> str:
    """A distance with no more digits than its error allows."""
    if error_m >= COARSE_M and metres >= 1000:
        return i18n.quantity(metres / 1000, "km", 0)
    return i18n.distance(metres)
