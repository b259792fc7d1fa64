"""The pack's GeoJSON files -> shapely geometries by id, checked."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.pack_model import Region
from geodata.problems import Problem
from geodata.tables import read_text


def read_shapes(
    directory: Path, name: str, id_property: str, region: Region | None, problems: list[Problem]
) -> dict[str, tuple[BaseGeometry, Mapping[str, Any]]]:
    """Polygons and their properties by id; the row of a problem is the feature's number, from 1."""
    found: dict[str, tuple[BaseGeometry, Mapping[str, Any]]] = {}
    for number, feature in enumerate(_features(directory, name, problems), start=1):
        properties = feature.get("properties") or {}
        key = str(properties.get(id_property, ""))
        geometry, reason = _polygon(feature.get("geometry"))
        if geometry is None:
            problems.append(Problem(name, number, "geometry", "bad_geometry", {"reason": reason}))
        elif key in found:
            problems.append(Problem(name, number, id_property, "duplicate_id", {"value": key, "where": name}))
        elif region and not _inside(geometry, region):
            problems.append(Problem(name, number, "geometry", "outside_region"))
        else:
            found[key] = (geometry, properties)
    return found


def _features(directory: Path, name: str, problems: list[Problem]) -> Iterator[dict[str, Any]]:
    text = read_text(directory / name, name, problems)
    if text is None:
        return
    try:
        features = json.loads(text)["features"]
        yield from (feature for feature in features if isinstance(feature, dict))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        problems.append(Problem(name, 0, "", "bad_json", {"reason": str(error) or type(error).__name__}))


def _polygon(written: Any) -> tuple[BaseGeometry | None, str]:
    try:
        geometry = shape(written)
    except Exception as error:  # shapely raises many kinds for malformed GeoJSON
        return None, str(error) or type(error).__name__
    if geometry.geom_type not in ("Polygon", "MultiPolygon") or geometry.is_empty:
        return None, f"{geometry.geom_type} instead of a polygon"
    if not geometry.is_valid:
        return None, shapely.is_valid_reason(geometry)
    return geometry, ""


def _inside(geometry: BaseGeometry, region: Region) -> bool:
    west, south, east, north = region.bbox
    left, bottom, right, top = geometry.bounds
    return bool(west <= left and right <= east and south <= bottom and top <= north)
