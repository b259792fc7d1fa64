"""Distances of sites and zones, computed from the open layers.

All are straight lines. A distance is given only where the place is known well enough: its error is at most
half of the distance.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.measure import geodesic_m, metric_layer, nearest
from geodata.panevezys.build.citations import NATURAL_EARTH, OSM
from geodata.panevezys.build.days import span
from geodata.panevezys.build.inputs import Record, layer, table
from geodata.panevezys.build.model import Facts, Tables
from geodata.panevezys.build.places import ZONE, position, zone_outline
from geodata.panevezys.build.sites import in_zone
from geodata.panevezys.build.words import PLANNED_RAIL

VINTAGE = span("2021-08-06")
ROAD_NAMES = {"A17": "A17 (E67, Via Baltica)", "A10": "A10 (E67, Via Baltica)", "A8": "A8 (E67, Via Baltica)",
              "A9": "A9 (E272)", "A2": "A2 (E272)", "A6": "A6 (E262)"}  # fmt: skip
AIRPORT, SEAPORT = "airport", "seaport"
# The layer of utilities is no register: the substations of these two towns are not in it, and farther away
# than this a nearer one is more likely missing than absent.
SUBSTATION_MISSING = ("birzai", "kupiskis")
UTILITY_LIMIT_M = 10_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is measured from, in words, and how far wrong that can be."""

    outline: BaseGeometry
    centre: Point
    words: str
    error_m: int
    coarse: bool


def build(tables: Tables) -> None:
    """Adds the distances of every site and zone that has a place."""
    for row in table("sites"):
        if row["kind"] != PLANNED_RAIL and row["lat"]:
            _distances(Facts(tables, row["id"], (OSM,), VINTAGE), _place(row), row["municipality_id"])


def _place(row: Record) -> Place:
    centre = Point(float(row["lon"]), float(row["lat"]))
    if row["id"] == ZONE:
        return Place(zone_outline(), centre, "the outline of the zone in OpenStreetMap", 0, False)
    cells = position(row)
    error = int(cells["accuracy_m"])
    if in_zone(row) and row["position_accuracy"] == "polygon":
        return Place(
            zone_outline(), centre, "the outline of the zone (the plot itself is not mapped)", 0, True
        )
    words = {
        "building": "the building",
        "street": "the middle of the street",
        "town": "the centre of the town",
    }
    if row["position_accuracy"] == "polygon":
        return Place(centre, centre, f"a point within {error} m of the site", error, True)
    coarse = cells["position_accuracy"] != "building"
    return Place(centre, centre, words[cells["position_accuracy"]], error, coarse)


def _distances(facts: Facts, place: Place, municipality: str) -> None:
    _to_nearest(facts, "rail_km", place, _railways(), _railway_words, least_errors=0)
    _to_nearest(facts, "motorway_km", place, _main_roads(), _road_words, least_errors=0)
    if municipality not in SUBSTATION_MISSING:
        _to_nearest(facts, "substation_km", place, _points("electric substation"), _name, UTILITY_LIMIT_M)
    _to_nearest(facts, "gas_station_km", place, _points("gas distribution station"), _name, UTILITY_LIMIT_M)
    _to_each(facts, "airport_km", place, AIRPORT, (OSM,))
    _to_each(facts, "port_km", place, SEAPORT, (OSM, NATURAL_EARTH))


def _to_nearest(
    facts: Facts,
    key: str,
    place: Place,
    things: Any,
    words: Any,
    limit_m: float = float("inf"),
    *,
    least_errors: float = 2,
) -> None:
    """The nearest thing, unless it is nearer than `least_errors` times the place may be wrong.

    From a rough place a railway or main road is worth telling too: with the error it still says "at most".
    Which of several points is the nearest cannot be told from there.
    """
    near = nearest(place.outline, things)
    if near is None or not least_errors * place.error_m <= near.distance_m <= limit_m:
        return
    says = f"straight line from {place.words} to the nearest mapped one"
    facts.value(
        key,
        _km(near.distance_m, place.coarse),
        words=words(near.properties),
        level="derived",
        qualifier="about" if place.coarse else "exact",
        says=says,
    )


def _to_each(facts: Facts, key: str, place: Place, kind: str, sources: tuple[str, ...]) -> None:
    lines = {}
    for row in table("logistics"):
        if row["kind"] == kind:
            metres = geodesic_m(place.centre, Point(float(row["lon"]), float(row["lat"])))
            lines[row["id"]] = round(metres / 1000)
    says = f"straight lines from {place.words.replace('the outline', 'the middle')}"
    qualifier = "about" if place.coarse else "exact"
    facts.value(key, lines, level="derived", qualifier=qualifier, says=says, sources=sources)


def _km(metres: float, coarse: bool) -> float:
    """Kilometres, to 10 m below one kilometre where the place is known, else to 100 m."""
    if metres < 1000 and not coarse:
        return round(metres / 1000, 2)
    return max(round(metres / 1000, 1), 0.1) if metres >= 50 else round(metres / 1000, 2)


@cache
def _railways() -> Any:
    tracks = [f for f in layer("region_railways")["features"] if f["properties"]["class"] == "rail"]
    return metric_layer([_with(f, "class", "service") for f in tracks])


@cache
def _main_roads() -> Any:
    roads = layer("region_roads_main")["features"]
    main = [f for f in roads if f["properties"]["class"] in ("motorway", "trunk") and _ref(f).startswith("A")]
    return metric_layer([_with(f, "class", "ref") for f in main if not f["properties"].get("ramp")])


def _ref(feature: dict[str, Any]) -> str:
    return str(feature["properties"].get("ref") or "")


def _with(feature: dict[str, Any], *names: str) -> dict[str, Any]:
    properties = {name: feature["properties"].get(name) or "" for name in names}
    return {"type": "Feature", "properties": properties, "geometry": feature["geometry"]}


@cache
def _points(kind: str) -> Any:
    rows = [row for row in table("utilities") if row["kind"] == kind and row["lat"]]
    return metric_layer([_point(row) for row in rows])


def _point(row: Record) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}
    return {"type": "Feature", "properties": {"name": row["name"]}, "geometry": geometry}


def _name(properties: dict[str, Any]) -> str:
    return str(properties["name"])


def _railway_words(properties: dict[str, Any]) -> str:
    kinds = {"": "main line", "spur": "industrial track", "siding": "siding", "yard": "yard track"}
    return f"railway of 1,520 mm, {kinds.get(properties['service'], 'track')}"


def _road_words(properties: dict[str, Any]) -> str:
    first = properties["ref"].split(";")[0]
    kind = "motorway" if properties["class"] == "motorway" else "trunk road"
    return f"{ROAD_NAMES.get(first, first)}, {kind}"
