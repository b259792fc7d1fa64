"""Areas and distances: the only place where metres and hectares come from.

Areas and planar distances are measured in the region's metric system, geodesic ones on the WGS 84 ellipsoid;
Web Mercator is never used. Geometries are WGS 84, x = longitude, unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pyproj import Geod
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.crs import LKS94, WGS84, to_metric

if TYPE_CHECKING:
    import geopandas as gpd

SQUARE_METRES_PER_HECTARE = 10_000


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest row of a layer: its properties and the distance in metres."""

    properties: dict[str, Any]
    distance_m: float


@cache
def _ellipsoid() -> Geod:
    return Geod(ellps="WGS84")


def area_ha(geometry: BaseGeometry, metric_crs: str = LKS94) -> float:
    """The planar area in hectares."""
    return float(to_metric(geometry, metric_crs).area / SQUARE_METRES_PER_HECTARE)


def distance_m(one: BaseGeometry, other: BaseGeometry, metric_crs: str = LKS94) -> float:
    """The shortest planar distance in metres, 0 where they touch."""
    return float(to_metric(one, metric_crs).distance(to_metric(other, metric_crs)))


def geodesic_m(one: Point, other: Point) -> float:
    """The distance in metres between two points on the ellipsoid: right at any length and place."""
    _forward, _back, metres = _ellipsoid().inv(one.x, one.y, other.x, other.y)
    return float(metres)


def reach_m(centre: Point, outline: BaseGeometry, metric_crs: str = LKS94) -> float:
    """How far in metres the farthest part of an outline lies from a point: a radius that holds it."""
    return float(to_metric(centre, metric_crs).hausdorff_distance(to_metric(outline, metric_crs).boundary))


def metric_layer(features: list[dict[str, Any]], metric_crs: str = LKS94) -> gpd.GeoDataFrame:
    """GeoJSON features (WGS 84) as a layer in the metric system, ready to be asked for the nearest."""
    import geopandas

    return geopandas.GeoDataFrame.from_features(features, crs=WGS84).to_crs(metric_crs)


def nearest(geometry: BaseGeometry, layer: gpd.GeoDataFrame) -> Near | None:
    """The row of a metric layer that lies nearest to a WGS 84 geometry; None where the layer is empty.

    Uses the layer's spatial index. Of several at the same distance the first row is taken.
    """
    if layer.empty:
        return None
    here = to_metric(geometry, layer.crs.to_string())
    (_asked, rows), distances = layer.sindex.nearest(here, return_distance=True)
    row = int(min(rows))
    properties = {name: value for name, value in layer.iloc[row].items() if name != layer.geometry.name}
    return Near(properties, float(distances[0]))


def adjoining(geometry: BaseGeometry, layer: gpd.GeoDataFrame, within_m: float = 1.0) -> list[int]:
    """Positions of the rows of a metric layer that lie within some metres of a WGS 84 geometry."""
    here = to_metric(geometry, layer.crs.to_string())
    return sorted(int(row) for row in layer.sindex.query(here, predicate="dwithin", distance=within_m))
