"""The layers of the region's own archive: from region zoom to streets and buildings.

At city zooms the city's detailed files replace the region's generalised ones inside the city box, and the
streets of the other towns join the region's roads.
"""

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap_layers import (
    CITY_BOX,
    CITY_ZOOMS,
    REGION_BOX,
    REGION_ZOOMS,
    ROAD_CLASSES,
    Attributes,
    Inputs,
    Layer,
    Row,
    at_least,
    bare,
    fading_frames,
    only_class,
    outside_of,
    ranks,
    region_area,
)
from geodata.tiles import Value

BUILT_UP = ("residential", "retail", "school", "kindergarten", "hospital", "college", "university", "library")
INDUSTRIAL = ("industrial", "commercial", "railway", "military")
GREEN_USES = ("cemetery", "pitch", "stadium")
LARGE_BUILDING_M2 = 900
TOWN_STREET_WIDTH_DEG = 0.00012
"""About 13 m: a region road this near to a town's street is the same road."""


STATION_TRACK_DEG = 0.016
"""About 1 km: shorter pieces between two switches are drawn like sidings."""


def drawn_road(attributes: dict[str, Value], _geometry: BaseGeometry) -> Attributes:
    """Class and name of a road, and whether it is a ramp."""
    ramp = {"ramp": 1} if attributes.get("ramp") else {}
    name = {"name": attributes["name"]} if attributes.get("name") else {}
    return {"class": attributes["class"], **name, **ramp}


def shield_text(attributes: dict[str, Value]) -> str | None:
    """The number on a road sign, "A17 · E67"; several numbers stand side by side with a slash."""
    numbers = [str(attributes[key]).replace(";", "/") for key in ("ref", "e_road") if attributes.get(key)]
    return " · ".join(numbers) if attributes.get("ref") else None


def shield_rows(rows: list[Row]) -> tuple[Row, ...]:
    """The lines of each numbered road joined; `rank` 1 for A roads, 2 for three digits, 3 for the rest."""
    by_text: dict[str, list[BaseGeometry]] = {}
    for geometry, attributes in rows:
        text = shield_text(attributes)
        if text and not attributes.get("ramp"):
            by_text.setdefault(text, []).append(geometry)
    joined: list[Row] = []
    for text, lines in sorted(by_text.items()):
        rank = 1 if text.startswith("A") else 2 if len(text) <= 3 else 3
        merged = shapely.line_merge(shapely.union_all(lines))
        joined += [(part, {"text": text, "rank": rank}) for part in shapely.get_parts(merged)]
    return tuple(joined)


def road_layers(inputs: Inputs) -> list[Layer]:
    """Roads by class, and the numbers along them."""
    box = shapely.box(*CITY_BOX)
    main = inputs.rows("region_roads_main")
    region = inputs.chosen("region_roads_main", drawn_road)
    town = inputs.chosen("town_streets", drawn_road)
    town_main = [geometry for geometry, attributes in town if attributes["class"] in ROAD_CLASSES]
    known = shapely.unary_union([*shapely.buffer(town_main, TOWN_STREET_WIDTH_DEG), box])
    city = inputs.chosen("city_streets", drawn_road)
    paths = inputs.chosen("city_paths", only_class("path"))
    quiet = tuple(row for row in region if row[1]["class"] != "tertiary")
    unnamed = tuple((g, {k: v for k, v in a.items() if k != "name"}) for g, a in region)
    near_main = shield_rows([*main, *inputs.rows("town_streets"), *inputs.rows("city_streets")])
    return [
        Layer("road", tuple((g, {k: v for k, v in a.items() if k != "name"}) for g, a in quiet), (7, 7)),
        Layer("road", unnamed, (8, REGION_ZOOMS[1])),
        Layer("road", (*outside_of(region, known), *town, *city, *paths), CITY_ZOOMS, tolerance_px=0.2),
        Layer("shield", shield_rows(main), REGION_ZOOMS, buffer_px=0),
        Layer("shield", near_main, CITY_ZOOMS, buffer_px=0),
    ]


def rail_layers(inputs: Inputs) -> list[Layer]:
    """Railways; sidings and the short tracks of stations are marked, and left out from afar."""
    rows = inputs.rows("region_railways")
    tracks: list[Row] = [
        (geometry, {"siding": 1}) for geometry, attributes in rows if attributes.get("service")
    ]
    for gauge in ("rail", "narrow_gauge"):
        lines = [
            g for g, attributes in rows if attributes["class"] == gauge and not attributes.get("service")
        ]
        for part in shapely.get_parts(shapely.line_merge(shapely.union_all(lines))):
            is_long = part.length > STATION_TRACK_DEG
            tracks.append((part, {"gauge": gauge} if is_long else {"siding": 1, "gauge": gauge}))
    main = tuple(row for row in tracks if "gauge" in row[1])
    whole = tuple((geometry, {"gauge": attributes["gauge"]}) for geometry, attributes in main)
    return [Layer("rail", whole, (7, 9)), Layer("rail", tuple(tracks), (10, CITY_ZOOMS[1]), tolerance_px=0.2)]


def water_layers(inputs: Inputs) -> list[Layer]:
    """Lakes, rivers and their names."""
    box = shapely.box(*CITY_BOX)
    lakes = inputs.chosen("region_water", at_least(2))
    large = inputs.chosen("region_water", at_least(8))
    all_rivers = inputs.chosen("region_rivers", named_stream)
    rivers = tuple(row for row in all_rivers if row[1]["class"] == "river")
    city_rivers = inputs.chosen("city_waterways", named_stream)
    return [
        Layer("water", large, (7, 8), smallest_px=1.5),
        Layer("water", lakes, (9, REGION_ZOOMS[1]), smallest_px=1.5),
        Layer("water", (*outside_of(lakes, box), *inputs.chosen("city_water", bare)), CITY_ZOOMS, 0.2),
        Layer("waterway", rivers, (7, 9), smallest_px=12),
        Layer("waterway", all_rivers, (10, REGION_ZOOMS[1]), smallest_px=40),
        Layer("waterway", (*outside_of(all_rivers, box), *city_rivers), CITY_ZOOMS, 0.2),
        Layer("lake_label", lake_labels(inputs), (8, CITY_ZOOMS[1]), buffer_px=0),
    ]


def named_stream(attributes: dict[str, Value], _geometry: BaseGeometry) -> Attributes:
    """Class and name of a river, stream, canal or ditch."""
    name = {"name": attributes["name"]} if attributes.get("name") else {}
    return {"class": attributes["class"], **name}


def lake_labels(inputs: Inputs) -> tuple[Row, ...]:
    """A point inside each named lake with its size in hectares."""
    labels: list[Row] = []
    for geometry, attributes in inputs.rows("region_water"):
        if attributes.get("name"):
            size = {"name": attributes["name"], "area_ha": round(float(attributes["area_ha"]))}
            labels.append((geometry.representative_point(), size))
    return tuple(labels)


def land_layers(inputs: Inputs) -> list[Layer]:
    """Wood, other green, built-up land, industrial land and buildings."""
    box = shapely.box(*CITY_BOX)

    def use(classes: tuple[str, ...]) -> tuple[Row, ...]:
        return inputs.chosen("city_landuse", lambda a, _: {} if a["class"] in classes else None)

    def cover(classes: tuple[str, ...]) -> tuple[Row, ...]:
        return inputs.chosen("city_landcover", lambda a, _: {} if a["class"] in classes else None)

    forest, built_up = inputs.chosen("region_forest", bare), inputs.chosen("region_builtup", bare)
    industry = inputs.chosen(
        "landuse_industrial_commercial", lambda a, _: {} if a["class"] in INDUSTRIAL else None
    )
    region = region_area(inputs)
    faded: tuple[Row, ...] = tuple(
        (frame.difference(region), {}) for frame in fading_frames(REGION_BOX, 0.4, 0.0)
    )
    city_forest = (*outside_of(forest, box), *cover(("wood",)))
    city_built_up = (*outside_of(built_up, box), *use(BUILT_UP))
    return [
        Layer("wood", forest, (7, 8), tolerance_px=0.6, smallest_px=3),
        Layer("wood", forest, (9, REGION_ZOOMS[1]), smallest_px=2),
        Layer("wood", city_forest, CITY_ZOOMS, smallest_px=1),
        Layer("green", (*cover(("grass", "wetland")), *use(GREEN_USES)), CITY_ZOOMS, smallest_px=2),
        Layer("builtup", built_up, (7, 8), tolerance_px=0.5, smallest_px=2),
        Layer("builtup", built_up, (9, REGION_ZOOMS[1]), smallest_px=1),
        Layer("builtup", city_built_up, CITY_ZOOMS, smallest_px=1),
        Layer("industry", industry, REGION_ZOOMS, smallest_px=1),
        Layer("industry", (*outside_of(industry, box), *use(INDUSTRIAL)), CITY_ZOOMS),
        *building_layers(inputs),
        Layer("fade", faded, REGION_ZOOMS),
    ]


def building_layers(inputs: Inputs) -> list[Layer]:
    """Buildings; large ones first, all from the city's second zoom."""

    def size(attributes: dict[str, Value], _geometry: BaseGeometry) -> Attributes:
        return {"large": 1} if float(attributes["area_m2"]) >= LARGE_BUILDING_M2 else {}

    rows = (*inputs.chosen("city_buildings", size), *inputs.chosen("region_industrial_buildings", size))
    large = tuple(row for row in rows if row[1])
    first, last = CITY_ZOOMS
    return [
        Layer("building", large, (first, first), smallest_px=1, buffer_px=2),
        Layer("building", rows, (first + 1, last), tolerance_px=0.15, smallest_px=0.8, buffer_px=2),
    ]


def boundary_layers(inputs: Inputs) -> list[Layer]:
    """The region's area and the lines between its municipalities, each line once."""
    rows = inputs.rows("municipalities_panevezys_county")
    region = region_area(inputs)
    inner = [geometry.boundary.difference(region.boundary.buffer(0.0004)) for geometry, _ in rows]
    lines = shapely.line_merge(shapely.union_all(inner, grid_size=1e-6))
    zooms = (REGION_ZOOMS[0], CITY_ZOOMS[1])
    return [
        Layer("region", ((region, {}),), zooms, buffer_px=40),
        Layer("municipality", tuple((part, {}) for part in shapely.get_parts(lines)), zooms),
    ]


def place_layers(inputs: Inputs) -> list[Layer]:
    """Names of towns, villages and suburbs; a lower rank is labelled from further away."""
    rank = ranks(inputs)
    later = {"city": 2, "town": 3, "village": 4, "suburb": 5, "neighbourhood": 5}
    found: dict[tuple[str, int], Row] = {}
    for geometry, attributes in inputs.rows("region_places"):
        kind, name = str(attributes["class"]), str(attributes["name"])
        place_rank = rank.get(name, later[kind]) if kind in ("city", "town") else later[kind]
        found.setdefault((name, round(geometry.x * 20)), (geometry, {"name": name, "rank": place_rank}))
    rows = tuple(sorted(found.values(), key=lambda row: int(row[1]["rank"])))

    def up_to(last_rank: int) -> tuple[Row, ...]:
        return tuple(row for row in rows if int(row[1]["rank"]) <= last_rank)

    return [
        Layer("place", up_to(2), (7, 8), buffer_px=0),
        Layer("place", up_to(3), (9, 9), buffer_px=0),
        Layer("place", up_to(5), (10, CITY_ZOOMS[1]), buffer_px=0),
    ]


def airfield_layers(inputs: Inputs) -> list[Layer]:
    """Runways and the ground of airfields."""
    lines = inputs.chosen(
        "region_airfields", lambda a, g: {} if a["class"] == "runway" and g.length else None
    )
    grounds = inputs.chosen(
        "region_airfields", lambda a, g: {} if a["class"] in ("aerodrome", "apron") and g.area else None
    )
    zooms = (9, CITY_ZOOMS[1])
    return [Layer("airfield", grounds, zooms), Layer("runway", lines, zooms)]


def region_layers(inputs: Inputs) -> list[Layer]:
    """Everything of the region's archive."""
    groups = (
        land_layers,
        airfield_layers,
        water_layers,
        road_layers,
        rail_layers,
        boundary_layers,
        place_layers,
    )
    return [layer for group in groups for layer in group(inputs)]
