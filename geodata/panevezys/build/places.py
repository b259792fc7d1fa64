"""Municipalities, and the outlines and positions of everything that has a place."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from shapely.geometry import Point, mapping, shape
from shapely.geometry.base import BaseGeometry

from geodata.measure import area_ha, reach_m
from geodata.panevezys.build.inputs import FACTS, Record, layer
from geodata.panevezys.build.model import Row, Tables
from geodata.panevezys.build.words import ACCURACY, RADIUS_M

# our id, the register's short name, names (en, lt, de), seat
MUNICIPALITIES = (
    ("panevezys-city", "Panevėžio m. sav.",
     "Panevėžys city", "Panevėžio miestas", "Stadt Panevėžys", "Panevėžys"),
    ("panevezys-district", "Panevėžio r. sav.",
     "Panevėžys district", "Panevėžio rajonas", "Rajongemeinde Panevėžys", "Panevėžys"),
    ("birzai", "Biržų r. sav.", "Biržai district", "Biržų rajonas", "Rajongemeinde Biržai", "Biržai"),
    ("kupiskis", "Kupiškio r. sav.",
     "Kupiškis district", "Kupiškio rajonas", "Rajongemeinde Kupiškis", "Kupiškis"),
    ("pasvalys", "Pasvalio r. sav.",
     "Pasvalys district", "Pasvalio rajonas", "Rajongemeinde Pasvalys", "Pasvalys"),
    ("rokiskis", "Rokiškio r. sav.",
     "Rokiškis district", "Rokiškio rajonas", "Rajongemeinde Rokiškis", "Rokiškis"),
)  # fmt: skip
ZONE = "pfez-00"
OUTLINE_NOTE = "as drawn by OpenStreetMap mappers in August 2021, not the legal boundary; sources give 47 ha"

Feature = dict[str, Any]


def build(tables: Tables) -> list[Feature]:
    """Adds the municipalities and returns their outlines as GeoJSON features."""
    outlines = {f["properties"]["name"]: f for f in layer("municipalities_panevezys_county")["features"]}
    features = []
    for id_, register_name, english, lithuanian, german, seat in MUNICIPALITIES:
        outline = outlines[register_name]
        properties = {"id": id_, "official_code": str(outline["properties"]["code"])}
        names = {"name_en": english, "name_lt": lithuanian, "name_de": german}
        seats = {f"seat_{language}": seat for language in ("en", "lt", "de")}
        tables.add("municipalities.csv", {**properties, **names, **seats})
        features.append({"type": "Feature", "properties": properties, "geometry": outline["geometry"]})
    return features


@cache
def zone_outline() -> BaseGeometry:
    """The free economic zone as mapped in OpenStreetMap. Not its legal boundary."""
    return shape(_mapped(ZONE)["geometry"])


def _mapped(site: str) -> Mapping[str, Any]:
    features = layer("sites_boundaries", FACTS)["features"]
    found: Mapping[str, Any] = next(f for f in features if f["properties"]["site_id"] == site)
    return found


def boundaries() -> list[Feature]:
    """The outlines of records; only a polygon that is the record's own is its boundary."""
    outline = zone_outline()
    properties = {
        "record": ZONE,
        "basis": _mapped(ZONE)["properties"]["basis"],
        "legal": False,
        "area_ha": round(area_ha(outline), 2),
        "note": OUTLINE_NOTE,
    }
    return [{"type": "Feature", "properties": properties, "geometry": mapping(outline)}]


@cache
def _works_polygons() -> tuple[BaseGeometry, ...]:
    return tuple(shape(feature["geometry"]) for feature in layer("landuse_industrial_commercial")["features"])


def position(row: Record) -> Row:
    """The position cells of a collected row.

    A point that stands for a polygon which is not the thing's own says no more than the town, with the radius
    that holds the polygon.
    """
    if not row["lat"]:
        return {"lat": "", "lon": "", "position_accuracy": "none", "accuracy_m": ""}
    accuracy, radius = _accuracy(row)
    return {"lat": row["lat"], "lon": row["lon"], "position_accuracy": accuracy, "accuracy_m": str(radius)}


def _accuracy(row: Record) -> tuple[str, int]:
    if row["id"] == ZONE:
        return "boundary", 100
    if row["position_accuracy"] != "polygon":
        accuracy = ACCURACY[row["position_accuracy"]]
        return accuracy, RADIUS_M[accuracy]
    point = Point(float(row["lon"]), float(row["lat"]))
    radius = max(reach_m(point, outline) for outline in _works_polygons() if outline.contains(point))
    return "town", int(-(-radius // 100) * 100)
