"""The region as a small drawing of its municipalities, for a page before and without its map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import shapely

from portal.places.models import Municipality

WIDTH = 600.0
MARGIN = 16.0
TOLERANCE_DEG = 0.004


@dataclass(frozen=True)
class Piece:
    """One municipality: its path, and a point well inside it for its label."""

    id: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Outline:
    """The drawing, in units of which the width holds 600."""

    width: float
    height: float
    edge: str
    pieces: tuple[Piece, ...]


def region_outline(places: Sequence[Municipality]) -> Outline | None:
    """The outline of municipalities that have a boundary; None without any. Drawn once for each border."""
    known = [(place.id, place.boundary.wkb) for place in places if place.boundary is not None]
    return _drawn(tuple(known)) if known else None


@lru_cache(maxsize=4)
def _drawn(borders: tuple[tuple[str, bytes], ...]) -> Outline:
    shapes = shapely.coverage_simplify(shapely.from_wkb([wkb for _id, wkb in borders]), TOLERANCE_DEG)
    flat, height = _flattened(shapes)
    pieces = []
    for (id_, _wkb), shape in zip(borders, flat, strict=True):
        inside = shapely.maximum_inscribed_circle(shapely.make_valid(shape)).coords[0]
        pieces.append(Piece(id_, _path(shape), round(inside[0], 1), round(inside[1], 1)))
    return Outline(WIDTH, height, _path(shapely.union_all(flat)), tuple(pieces))


def _flattened(shapes: Sequence[shapely.Geometry]) -> tuple[list[shapely.Geometry], float]:
    """Degrees -> the drawing's units, north up, a degree of longitude as short as it is at this latitude."""
    west, south, east, north = shapely.total_bounds(shapes)
    shorter = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * shorter)

    def place(points: list[list[float]]) -> list[list[float]]:
        return [
            [MARGIN + (lon - west) * shorter * scale, MARGIN + (north - lat) * scale] for lon, lat in points
        ]

    height = round((north - south) * scale + 2 * MARGIN, 1)
    return [shapely.transform(shape, place) for shape in shapes], height


def _path(shape: shapely.Geometry) -> str:
    rings = []
    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors):
            rings.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring.coords[:-1]) + "Z")
    return "".join(rings)
