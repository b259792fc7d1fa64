"""Airports and ports: straight lines from a site beside the road distances that sources state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from geodata.measure import geodesic_m
from portal import i18n
from portal.i18n import gettext as _
from portal.places.models import Node
from portal.records.sheet_words import source_label
from portal.records.shown import SourceList
from portal.records.states import Level, Qualifier
from portal.records.views import FactView


@dataclass(frozen=True)
class RoadRow:
    """An airport or port: the straight line from here, the road stated from the city, a doubt about it."""

    id: str
    name: i18n.Text
    straight: str
    road: str
    doubt: str


def road_rows(
    facts: Sequence[FactView | None], nodes: Sequence[Node], city: tuple[float, float]
) -> list[RoadRow]:
    """Airports and ports in the order of their straight lines, with the road distances that sources state."""
    stated: dict[str, tuple[float, FactView]] = {}
    for fact in facts:
        if fact is not None:
            stated |= {node_id: (km, fact) for node_id, km in fact.value.items()}
    ordered = sorted(nodes, key=lambda node: (stated.get(node.id, (10_000.0,))[0], node.id))
    return [_road_row(node, stated.get(node.id), city) for node in ordered]


def nearest_words(fact: FactView | None, names: Mapping[str, Mapping[str, str]]) -> str:
    """The nearest of the places in a fact: "Šiauliai Airport, 59 km"; empty where nobody stated one."""
    if fact is None or not fact.value:
        return ""
    node_id, km = min(fact.value.items(), key=lambda pair: pair[1])
    mark = "~" if fact.qualifier is Qualifier.ABOUT and fact.level is Level.DERIVED else ""
    return f"{i18n.pick(names.get(node_id)) or node_id}, {mark}{i18n.quantity(km, 'km', 0)}"


def straight_note(fact: FactView | None, what: str, sources: SourceList) -> Mapping[str, Any] | None:
    """The source popover of the straight lines to airports or ports; `what` says to which."""
    if fact is None:
        return None
    title = _("Straight line from here")
    note = sources.note(title, fact, source_label(fact))
    return {**note, "id": f"pop-table-{fact.key}", "what": what}


def _road_row(node: Node, stated: tuple[float, FactView] | None, city: tuple[float, float]) -> RoadRow:
    straight = ""
    if stated is not None:
        km, fact = stated
        straight = f"{'~' if fact.qualifier is Qualifier.ABOUT else ''}{i18n.number(km, 0)}"
    road_km = node.stated_road_km
    return RoadRow(
        id=node.id,
        name=i18n.pick(node.name_j),
        straight=straight,
        road=i18n.number(road_km, 0) if road_km else "",
        doubt=_("shorter than a straight line from the city") if _is_too_short(node, city) else "",
    )


def _is_too_short(node: Node, city: tuple[float, float]) -> bool:
    """Whether the stated road is shorter than the straight line, by more than the place may be wrong."""
    if node.stated_road_km is None or not isinstance(node.position, shapely.Point):
        return False
    line_km = (geodesic_m(shapely.Point(*city), node.position) - (node.accuracy_m or 0.0)) / 1000
    return node.stated_road_km < line_km
