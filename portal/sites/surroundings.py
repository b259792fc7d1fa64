"""What lies around a site, as rows of tables: people trained, companies, airports and ports, utilities.

Straight lines are measured from the site where its place is exact, else from the outline of its zone, else
from the middle of the street or town that is all we know; each table says from which.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import lazy
from portal.nearby.queries import NearFact, NearNode, Neighbour
from portal.nearby.rules import distance_words
from portal.places.models import Node
from portal.records.registry import kind_named
from portal.records.shown import QUALIFIERS
from portal.records.states import PositionAccuracy, Qualifier
from portal.records.views import RecordView

RADII_KM = (10, 30, 60)
WIDE_RADII_KM = (5, 10, 30, 60)
DEFAULT_KM = 30
FURTHEST_KM = 100
ZONE_ERROR_M = 200.0
"""From a zone's outline the plot itself is a little farther: the tenths of a kilometre stay, with a "~"."""
NEAR_KEYS: Mapping[str, Collection[str]] = {
    "institution": ("type", "students", "graduates"),
    "company": ("sector", "activity", "products", "employees", "zone"),
}
TYPE_ORDER = (
    "university_faculty",
    "college",
    "vocational",
    "technology_centre",
    "robotics",
    "steam",
    "training",
    "gymnasium",
)
INSTITUTION_GLYPHS = {
    "technology_centre": "technology",
    "adult_school": "school",
    "teacher_training": "training",
}
GLYPHS_OF_TYPES = frozenset(
    "university_faculty college vocational steam robotics technology gymnasium school training other".split()  # noqa: SIM905
)


class From(enum.StrEnum):
    """From what distances are measured."""

    SITE = "site"
    ZONE = "zone"
    STREET = "street"
    AREA = "area"


FROM_WORDS = {
    From.SITE: lazy("Straight line from the site"),
    From.ZONE: lazy("Straight line from the zone outline; the plot itself is not mapped"),
    From.STREET: lazy("Straight line from the middle of the street"),
    From.AREA: lazy("Straight line from a point in the area that is all the sources tell"),
}


@dataclass(frozen=True)
class Here:
    """Where distances start, from what, and how far that may be from the site itself."""

    shape: shapely.Geometry
    measured_from: From
    error_m: float

    @property
    def words(self) -> str:
        return str(FROM_WORDS[self.measured_from])


@dataclass(frozen=True)
class Figure:
    """A figure of a neighbour with its year; empty where nobody stated it."""

    before: str = ""
    shown: str = ""
    year: str = ""


@dataclass(frozen=True)
class NearRow:
    """One neighbour in a table."""

    id: str
    name: i18n.Text
    sub: str
    glyph: str
    distance: str
    figures: tuple[Figure, ...]
    in_zone: bool = False


def start_of(view: RecordView, zone_outline: shapely.Geometry | None) -> Here | None:
    """Where distances of a site start; None where nothing says where it is."""
    if view.shape is not None and view.has_exact_place:
        return Here(view.shape, From.SITE, 0.0)
    if zone_outline is not None:
        return Here(zone_outline, From.ZONE, ZONE_ERROR_M)
    if view.shape is None:
        return None
    street = view.position_accuracy is PositionAccuracy.STREET
    return Here(view.shape, From.STREET if street else From.AREA, view.accuracy_m or 0.0)


def institution_rows(around: Sequence[Neighbour], here: Here) -> list[NearRow]:
    """Institutions: those that train for industry first, then by distance."""
    types = kind_named("institution").catalogue["type"].choices
    found = sorted(
        (item for item in around if item.kind == "institution"),
        key=lambda item: (_type_rank(item.value("type")), item.distance_m),
    )
    return [
        NearRow(
            id=item.id,
            name=i18n.pick(item.names),
            sub=str(types.get(item.value("type"), "")),
            glyph=institution_glyph(item.value("type")),
            distance=_distance(item, here),
            figures=(figure(item.facts.get("students")), figure(item.facts.get("graduates"))),
        )
        for item in found
    ]


def company_rows(around: Sequence[Neighbour], here: Here, zone_id: str | None) -> list[NearRow]:
    """Companies with a place finer than a town: those of the same zone first, then by distance."""
    sectors = kind_named("company").catalogue["sector"].choices
    found = [item for item in around if item.kind == "company" and _has_place(item, zone_id)]
    found.sort(key=lambda item: (not _same_zone(item, zone_id), item.distance_m))
    return [
        NearRow(
            id=item.id,
            name=i18n.pick(item.names),
            sub=str(sectors.get(item.value("sector"), "")),
            glyph=f"sector-{item.value('sector') or 'tr'}",
            distance=_("in the zone") if _same_zone(item, zone_id) else _distance(item, here),
            figures=(figure(item.facts.get("employees")),),
            in_zone=_same_zone(item, zone_id),
        )
        for item in found
    ]


def count_town_level(around: Sequence[Neighbour], zone_id: str | None = None) -> int:
    """How many companies around are known to the town only: they count, but have no distance of their own."""
    return sum(item.kind == "company" and not _has_place(item, zone_id) for item in around)


def node_rows(nodes: Sequence[NearNode], here: Here) -> list[NearRow]:
    """Nodes with their distances, nearest first."""
    return [
        NearRow(
            id=item.node.id,
            name=i18n.pick(item.node.name_j),
            sub=node_words(item.node),
            glyph=node_glyph(item.node.kind),
            distance=distance_words(item.distance_m, max(item.error_m, here.error_m)),
            figures=(),
        )
        for item in nodes
    ]


NODE_KINDS = {
    "airport": lazy("Airport"),
    "port": lazy("Sea port"),
    "border": lazy("Border crossing"),
    "station": lazy("Railway station"),
    "station_planned": lazy("Railway station, planned"),
    "aerodrome": lazy("Aerodrome"),
    "substation": lazy("Substation"),
    "gas_station": lazy("Gas distribution station"),
    "gas_compressor": lazy("Gas compressor station"),
    "water_utility": lazy("Water utility"),
    "hydropower": lazy("Hydropower"),
    "oil_terminal": lazy("Oil terminal"),
}
TRANSPORT = ("airport", "port", "border", "station", "station_planned", "aerodrome")
UTILITY_NODES = ("substation", "gas_station", "gas_compressor", "water_utility")
NODE_GLYPHS = {
    "airport": "airport",
    "aerodrome": "airport",
    "port": "port",
    "border": "border",
    "station": "rail",
    "station_planned": "rail",
    "substation": "substation",
    "gas_station": "gas",
    "gas_compressor": "gas",
    "water_utility": "water",
    "oil_terminal": "oil",
}


def node_words(node: Node) -> str:
    """Kind and voltage of a node."""
    kind = str(NODE_KINDS.get(node.kind, node.kind))
    voltage: Any = node.details_j.get("voltage_kv")
    return f"{kind}, {i18n.quantity(voltage, 'kV')}" if voltage else kind


def node_glyph(kind: str) -> str:
    """The map symbol of a node; empty where there is none."""
    return f"node-{NODE_GLYPHS[kind]}" if kind in NODE_GLYPHS else ""


def institution_glyph(code: str | None) -> str:
    """The map symbol of an institution's type."""
    name = INSTITUTION_GLYPHS.get(code or "", code or "other")
    return f"inst-{name if name in GLYPHS_OF_TYPES else 'other'}"


def figure(fact: NearFact | None) -> Figure:
    """A neighbour's figure: qualifier, number, year."""
    if fact is None:
        return Figure()
    before = "" if fact.qualifier is Qualifier.EXACT else str(QUALIFIERS[fact.qualifier])
    return Figure(
        before, i18n.number(fact.value, 0), str(fact.as_of_to.year) if fact.as_of_to else _("undated")
    )


def _distance(item: Neighbour, here: Here) -> str:
    return distance_words(item.distance_m, max(item.error_m, here.error_m))


def _same_zone(item: Neighbour, zone_id: str | None) -> bool:
    return zone_id is not None and item.value("zone") == zone_id


def _has_place(item: Neighbour, zone_id: str | None) -> bool:
    return not item.is_coarse or _same_zone(item, zone_id)


def _type_rank(code: str | None) -> int:
    return TYPE_ORDER.index(code) if code in TYPE_ORDER else len(TYPE_ORDER)
