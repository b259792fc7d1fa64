"""WGS 84 and the region's metric reference system.

Coordinates are always (longitude, latitude) and (easting, northing): the axis order that the authorities
write the other way round is settled here, once.
"""

from functools import cache
from typing import Any

import shapely
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

WGS84 = "EPSG:4326"
LKS94 = "EPSG:3346"


@cache
def transformer(from_crs: str, to_crs: str) -> Transformer:
    """The transformer between two reference systems, x before y on both sides."""
    return Transformer.from_crs(CRS.from_user_input(from_crs), CRS.from_user_input(to_crs), always_xy=True)


def to_metric(geometry: BaseGeometry, metric_crs: str = LKS94) -> BaseGeometry:
    """A WGS 84 geometry (degrees) in the metric system (metres east, metres north)."""
    return _transformed(geometry, transformer(WGS84, metric_crs))


def _transformed(geometry: BaseGeometry, change: Transformer) -> BaseGeometry:
    def moved(x: Any, y: Any) -> Any:
        return change.transform(x, y)

    return shapely.transform(geometry, moved, interleaved=False)
