"""The page of what lies around a site, as plain values: tables in groups, and what has no place in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from geodata.pack_model import Region
from portal.i18n import gettext as _
from portal.i18n import lazy
from portal.nearby.queries import NearNode, Neighbour, count_unplaced, find_around, measure_nodes
from portal.places.queries import find_nodes
from portal.records.registry import kind_named
from portal.records.views import RecordView
from portal.sites import surroundings as around_here
from portal.sites.surroundings import Here, NearRow
from portal.zones.queries import find_outline

HIGHER = ("university_faculty", "college")
INDUSTRY = ("vocational", "technology_centre", "robotics", "steam", "training")
GROUPS_OF_TYPES = (
    (lazy("Higher education"), HIGHER),
    (lazy("Vocational, technology and STEAM"), INDUSTRY),
    (lazy("Schools"), ("gymnasium", "school", "adult_school", "teacher_training")),
)


@dataclass(frozen=True)
class Group:
    """A table with its heading."""

    title: str
    rows: tuple[NearRow, ...]


@dataclass(frozen=True)
class NearPage:
    """Everything the template of the surroundings shows."""

    here: Here | None
    near_km: int
    education: tuple[Group, ...]
    companies: tuple[Group, ...]
    utilities: tuple[NearRow, ...]
    transport: tuple[NearRow, ...]
    town_companies: int
    unplaced: dict[str, int]


def read_near_page(session: Session, view: RecordView, region: Region, near_km: int) -> NearPage:
    """What lies within `near_km` of a listed site. At most four statements beyond the record itself."""
    zone_id = view.value("zone")
    outline = find_outline(session, zone_id) if zone_id else None
    here = around_here.start_of(view, outline)
    unplaced = count_unplaced(session, list(around_here.NEAR_KEYS))
    if here is None:
        return NearPage(None, near_km, (), (), (), (), 0, unplaced)
    crs = region.metric_crs
    near = find_around(session, here.shape, near_km, around_here.NEAR_KEYS, metric_crs=crs)
    nodes = measure_nodes(
        here.shape,
        find_nodes(session, around_here.TRANSPORT + around_here.UTILITY_NODES),
        metric_crs=crs,
    )
    within = [node for node in nodes if node.distance_m <= near_km * 1000]
    return NearPage(
        here=here,
        near_km=near_km,
        education=_education(near, here),
        companies=_companies(near, here, zone_id),
        utilities=tuple(around_here.node_rows(_of(within, around_here.UTILITY_NODES), here)),
        transport=tuple(around_here.node_rows(_of(nodes, around_here.TRANSPORT), here)),
        town_companies=around_here.count_town_level(near, zone_id),
        unplaced=unplaced,
    )


def _of(nodes: Sequence[NearNode], kinds: Sequence[str]) -> list[NearNode]:
    return [item for item in nodes if item.node.kind in kinds]


def _education(near: Sequence[Neighbour], here: Here) -> tuple[Group, ...]:
    groups = []
    for title, types in GROUPS_OF_TYPES:
        members = [item for item in near if item.kind == "institution" and item.value("type") in types]
        groups.append(Group(str(title), tuple(around_here.institution_rows(members, here))))
    return tuple(group for group in groups if group.rows)


def _companies(near: Sequence[Neighbour], here: Here, zone_id: str | None) -> tuple[Group, ...]:
    sectors = kind_named("company").catalogue["sector"].choices
    groups = []
    for code in (*sectors, None):
        members = [item for item in near if item.kind == "company" and item.value("sector") == code]
        title = str(sectors[code]) if code else _("Sector not stated")
        groups.append(Group(title, tuple(around_here.company_rows(members, here, zone_id))))
    return tuple(group for group in groups if group.rows)
