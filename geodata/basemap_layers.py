"""The layers of the basemap: what a pack's map inputs become before they are cut into tiles.

Two archives: `baltic` shows the countries around, from afar and as the ground beyond the region's data; the
region's own archive shows everything from region zoom to streets. From the region's first zoom on, the lines
and places of `baltic` stop at the region's box, so nothing is drawn twice.
"""

import csv
import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.tiles import Value

Attributes = Mapping[str, Value]
Row = tuple[BaseGeometry, dict[str, Value]]
Chooser = Callable[[dict[str, Value], BaseGeometry], Attributes | None]

CONTEXT_BOX = (-25.0, 44.0, 50.0, 72.0)
DATA_BOX = (19.4, 53.3, 30.0, 60.2)
REGION_BOX = (23.9, 55.2, 26.1, 56.45)
CITY_BOX = (24.2, 55.655, 24.52, 55.815)
FAR_ZOOMS, NEAR_ZOOMS = (4, 6), (7, 8)
REGION_ZOOMS, CITY_ZOOMS = (7, 10), (11, 13)
"""Zooms of the data; a data tile is drawn at 512 pixels, so the map shows them one zoom further in."""

FADE_STEPS = 8
BORDER_ERROR_DEG = 0.04
"""How far the coarse border may lie from the region's own edge, which replaces it there."""


ROAD_CLASSES = ("motorway", "trunk", "primary", "secondary", "tertiary")


@dataclass(frozen=True)
class Layer:
    """Features of one kind for a range of zooms; sizes are pixels of a 512 pixel tile."""

    name: str
    rows: tuple[Row, ...]
    zooms: tuple[int, int]
    tolerance_px: float = 0.35
    smallest_px: float = 0.0
    buffer_px: float = 16.0


class Inputs:
    """Reads the pack's compressed GeoJSON files, in degrees."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def rows(self, name: str) -> list[Row]:
        """Geometry and attributes of every feature of `name`.geojson.gz, in the file's order."""
        features = json.loads(gzip.decompress((self.directory / f"{name}.geojson.gz").read_bytes()))[
            "features"
        ]
        geometries = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
        return [
            (geometry, feature["properties"]) for geometry, feature in zip(geometries, features, strict=True)
        ]

    def union(self, name: str) -> BaseGeometry:
        """The area of all features of a file as one geometry."""
        return shapely.unary_union([shapely.make_valid(geometry) for geometry, _ in self.rows(name)])

    def chosen(self, name: str, choose: Chooser) -> tuple[Row, ...]:
        """The features for which `choose` gives the attributes to draw."""
        picked = ((geometry, choose(attributes, geometry)) for geometry, attributes in self.rows(name))
        return tuple((geometry, dict(drawn)) for geometry, drawn in picked if drawn is not None)

    def labels(self) -> list[dict[str, str]]:
        """The hand-kept list of ranks and country names."""
        with (self.directory / "map_labels.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def outside_of(rows: tuple[Row, ...], cut: BaseGeometry) -> tuple[Row, ...]:
    """What is left of the rows beyond `cut`."""
    shapely.prepare(cut)
    kept = []
    for geometry, attributes in rows:
        if cut.intersects(geometry):
            geometry = shapely.make_valid(geometry).difference(cut)
        if not geometry.is_empty:
            kept.append((geometry, attributes))
    return tuple(kept)


def ranks(inputs: Inputs) -> dict[str, int]:
    """How early a named place is labelled: 0 for the main city, then 1, 2; places not listed come later."""
    return {row["name"]: int(row["rank"]) for row in inputs.labels() if row["name"]}


def only_class(*classes: str) -> Chooser:
    """Keeps features of these classes, and of their attributes the class alone."""
    return lambda attributes, _: (
        {"class": attributes["class"]} if attributes.get("class") in classes else None
    )


def bare(_attributes: dict[str, Value], _geometry: BaseGeometry) -> Attributes:
    """Keeps every feature and none of its attributes."""
    return {}


def at_least(hectares: float) -> Chooser:
    """Keeps areas of that size or more, without attributes."""
    return lambda attributes, _: {} if float(attributes.get("area_ha", 0)) >= hectares else None


def sea_and_land(inputs: Inputs) -> tuple[BaseGeometry, BaseGeometry]:
    """The sea of the context box, coarse beyond the data box; and the box itself."""
    context, data = shapely.box(*CONTEXT_BOX), shapely.box(*DATA_BOX)
    near = shapely.clip_by_rect(inputs.union("baltic_land_ne"), *DATA_BOX)
    land = shapely.unary_union([inputs.union("europe_countries_ne").difference(data), near])
    return context.difference(land), context


def fading_frames(
    box: tuple[float, float, float, float], width_deg: float, overlap_deg: float
) -> list[BaseGeometry]:
    """Frames around a box, each wider than the last: painted faintly over one another, they fade lines."""
    west, south, east, north = box
    frames = []
    for step in range(1, FADE_STEPS + 1):
        w, out = step * width_deg / FADE_STEPS, step * overlap_deg / FADE_STEPS
        outer = shapely.box(west - out, south - out, east + out, north + out)
        frames.append(outer.difference(shapely.box(west + w, south + w / 2, east - w, north - w / 2)))
    return frames


def region_area(inputs: Inputs) -> BaseGeometry:
    """The six municipalities as one area; the slivers left between them are filled."""
    parts = [shapely.buffer(geometry, 1e-6) for geometry, _ in inputs.rows("municipalities_panevezys_county")]
    united = shapely.get_parts(shapely.unary_union(parts))
    return shapely.unary_union([shapely.Polygon(part.exterior) for part in united])


def ground_layers(inputs: Inputs) -> list[Layer]:
    """Sea, the lands outside the country, the veil outside the region, and the region from afar."""
    sea, context = sea_and_land(inputs)
    country = inputs.union("counties_lithuania")
    land = context.difference(shapely.unary_union([sea, country]))
    region = region_area(inputs)
    frames = fading_frames(DATA_BOX, 1.0, 0.6)
    return [
        Layer("sea", ((sea, {}),), (FAR_ZOOMS[0], NEAR_ZOOMS[1]), smallest_px=2),
        Layer("outside", ((context.difference(country), {}),), FAR_ZOOMS),
        Layer("fade", tuple((frame.intersection(land), {}) for frame in frames), FAR_ZOOMS),
        Layer("veil", ((context.difference(region), {}),), NEAR_ZOOMS),
        Layer("region", ((region, {}),), FAR_ZOOMS, buffer_px=32),
    ]


def overview_lines(inputs: Inputs) -> list[Layer]:
    """Lakes, rivers, borders, main roads and railways of the Baltic countries."""
    box = shapely.box(*REGION_BOX)
    lakes = inputs.chosen("baltic_lakes_ne", bare)
    rivers = inputs.chosen("baltic_rivers_ne", bare)
    big_roads = inputs.chosen("baltic_roads_osm", only_class("motorway", "trunk"))
    roads = inputs.chosen("baltic_roads_osm", only_class("motorway", "trunk", "primary"))
    rails = inputs.chosen("baltic_railways_osm", only_class("rail"))
    borders = inputs.chosen("baltic_borders_ne", bare)
    return [
        Layer("water", lakes, FAR_ZOOMS, smallest_px=1.5),
        Layer("water", outside_of(lakes, box), NEAR_ZOOMS),
        Layer("waterway", rivers, FAR_ZOOMS),
        Layer("waterway", outside_of(rivers, box), NEAR_ZOOMS),
        Layer("border", borders, FAR_ZOOMS),
        Layer("border", outside_of(borders, region_area(inputs).buffer(BORDER_ERROR_DEG)), NEAR_ZOOMS),
        Layer("road", big_roads, (4, 4), tolerance_px=0.6),
        Layer("road", roads, (5, 6), tolerance_px=0.5),
        Layer("road", outside_of(roads, box), NEAR_ZOOMS, tolerance_px=0.1),
        Layer("rail", rails, FAR_ZOOMS, tolerance_px=0.6),
        Layer("rail", outside_of(rails, box), NEAR_ZOOMS, tolerance_px=0.1),
    ]


def overview_labels(inputs: Inputs) -> list[Layer]:
    """Cities and towns around, the greater first, and the names of countries in each language."""
    rank = ranks(inputs)
    found = inputs.chosen(
        "baltic_places_osm",
        lambda a, _: {
            "name": a["name_latin"],
            "rank": rank.get(str(a["name_latin"]), 3),
            "class": a["class"],
        },
    )
    cities = tuple(sorted(found, key=lambda row: (row[1]["rank"], row[1]["class"], row[1]["name"])))
    first = tuple(row for row in cities if row[1]["rank"] != 3)
    near = outside_of(cities, shapely.box(*REGION_BOX))
    return [
        Layer("place", first, FAR_ZOOMS, buffer_px=0),
        Layer("place", near, NEAR_ZOOMS, buffer_px=0),
        Layer("country", country_names(inputs, 1), FAR_ZOOMS, buffer_px=0),
        Layer("country", country_names(inputs, 2), NEAR_ZOOMS, buffer_px=0),
    ]


def country_names(inputs: Inputs, rank: int) -> tuple[Row, ...]:
    """Where to write each country's name: rank 1 from afar, rank 2 beside the region."""
    names: list[Row] = []
    for row in inputs.labels():
        if row["kind"] == "country" and int(row["rank"]) == rank:
            point = shapely.Point(float(row["lon"]), float(row["lat"]))
            names.append((point, {key: row[key] for key in ("name_en", "name_lt", "name_de")}))
    return tuple(names)


def baltic_layers(inputs: Inputs) -> list[Layer]:
    """Everything of the archive `baltic`."""
    return ground_layers(inputs) + overview_lines(inputs) + overview_labels(inputs)


def world_units(geometries: list[BaseGeometry]) -> list[BaseGeometry]:
    """Degrees to Web Mercator as a unit square: x to the east, y to the south."""

    def project(degrees: np.ndarray) -> np.ndarray:
        latitudes = np.radians(degrees[:, 1])
        y = (1 - np.arcsinh(np.tan(latitudes)) / np.pi) / 2
        return np.column_stack([degrees[:, 0] / 360 + 0.5, y])

    return list(shapely.transform(np.array(geometries, dtype=object), project))
