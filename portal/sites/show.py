"""The page of a site as plain values: head, key figures, warnings, data sheet, surroundings, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from geodata.pack_model import Region
from portal import i18n
from portal.figures.models import Incentive
from portal.figures.queries import find_incentives
from portal.figures.rows import IncentiveRow, cite, incentive_rows
from portal.i18n import gettext as _
from portal.nearby.queries import find_around
from portal.places.models import Node
from portal.places.queries import find_nodes
from portal.records.queries import find_history, find_sources
from portal.records.sheet import Sheet, SheetGroup, SheetRow, Words
from portal.records.shown import SourceList
from portal.records.views import RecordView
from portal.sites import surroundings as around_here
from portal.sites.fields import CATALOGUE
from portal.sites.history import Change, history
from portal.sites.roads import RoadRow, nearest_words, road_rows, straight_note
from portal.sites.summary import Caution, Completeness, Head, completeness_of, head_of, key_rows, warnings_of
from portal.sites.words import place_sentence
from portal.zones.queries import find_outline

BUILDING_KEYS = frozenset(
    {"floor_area_m2", "clear_height_m", "floor_load_t_m2", "docks", "crane_t", "built_year"}
)
ROAD_KINDS = ("airport", "port")


@dataclass(frozen=True)
class SitePage:
    """Everything the template of a site shows."""

    head: Head
    place: str
    keys: tuple[SheetRow, ...]
    warnings: tuple[Caution, ...]
    groups: tuple[SheetGroup, ...]
    here: around_here.Here | None
    roads: tuple[RoadRow, ...]
    road_cites: Mapping[str, tuple[int, ...]]
    """Numbers of the sources of each stated road distance, by node."""
    road_notes: tuple[Mapping[str, Any], ...]
    near_km: int
    people: tuple[around_here.NearRow, ...]
    companies: tuple[around_here.NearRow, ...]
    town_companies: int
    incentives: tuple[IncentiveRow, ...]
    completeness: Completeness
    changes: tuple[Change, ...]
    first_source: str
    sources: list[dict[str, Any]]
    edited_on: date


def read_page(session: Session, view: RecordView, region: Region, today: date, near_km: int) -> SitePage:
    """The page of a listed site. At most nine statements beyond the record itself."""
    sources = SourceList()
    outline = find_outline(session, view.value("zone")) if view.value("zone") else None
    nodes = find_nodes(session, ROAD_KINDS)
    here = around_here.start_of(view, outline)
    near = (
        find_around(session, here.shape, near_km, around_here.NEAR_KEYS, metric_crs=region.metric_crs)
        if here
        else []
    )
    sheet = _sheet(view, sources, {node.id: node.name_j for node in nodes}, region)
    groups = sheet.groups()
    lines = [view.facts.get("airport_km"), view.facts.get("port_km")]
    rules = find_incentives(session, view.value("incentives") or ["-"])
    cited = find_sources(session, _source_ids(nodes, rules))
    incentives = incentive_rows(rules, sources, cited)
    roads = road_rows(lines, nodes, region.distances_from_point)
    road_cites = {node.id: cite(sources, cited, node.sources_j) for node in nodes if node.stated_road_km}
    notes = [
        straight_note(fact, what, sources)
        for fact, what in zip(lines, (_("Lines to airports"), _("Lines to ports")), strict=True)
    ]
    return SitePage(
        head=head_of(view, today, region),
        place=place_sentence(view, str(i18n.pick(view.context.get("zone"))) if outline is not None else ""),
        keys=key_rows(view, sheet),
        warnings=warnings_of(view, groups, region),
        groups=groups,
        here=here,
        roads=tuple(roads),
        road_cites=road_cites,
        road_notes=tuple(note for note in notes if note),
        near_km=near_km,
        people=tuple(around_here.institution_rows(near, here)) if here else (),
        companies=tuple(around_here.company_rows(near, here, view.value("zone"))) if here else (),
        town_companies=around_here.count_town_level(near, view.value("zone")),
        incentives=incentives,
        completeness=completeness_of(view),
        changes=history(find_history(session, view.id), CATALOGUE),
        first_source=_first_source(view),
        sources=sources.items(),
        edited_on=view.edited_at.date(),
    )


def _source_ids(nodes: Sequence[Node], rules: Sequence[Incentive]) -> set[str]:
    return {key for node in nodes for key in node.sources_j} | {
        key for rule in rules for key in rule.sources_j
    }


def _sheet(
    view: RecordView, sources: SourceList, nodes: Mapping[str, Mapping[str, str]], region: Region
) -> Sheet:
    hidden = set() if view.value("kind") in ("building", "brownfield") else set(BUILDING_KEYS)
    hidden -= set(view.facts)
    hidden |= {key for key in ("reserved_until",) if key not in view.facts}
    hidden |= {"confirmed_by"} if view.confirmed_on is None else set()
    names = {**nodes, view.value("zone", ""): view.context.get("zone", {})}
    leased = "sale" not in (view.value("tenure") or ["sale"])
    return Sheet(
        view,
        CATALOGUE,
        sources,
        given=_given(view, nodes, region),
        hidden=frozenset(hidden),
        names=names,
        owners={"price_note": "rent_eur_ha_year" if leased else "price_eur_m2"},
    )


def _given(view: RecordView, nodes: Mapping[str, Mapping[str, str]], region: Region) -> dict[str, Words]:
    """The rows that are no plain fact."""
    desk = region.desk
    given = {
        "id": Words(view.id),
        "predecessors": Words(_("none")),
        "successors": Words(_("none")),
        "name": Words(i18n.pick(view.names)),
        "municipality": Words(
            str(i18n.pick(view.context.get("municipality"))), stated=bool(view.municipality_id)
        ),
        "boundary": Words(place_sentence(view), "#map", stated=view.boundary is not None),
        "confirmed_on": Words(
            i18n.date(view.confirmed_on) if view.confirmed_on else "", stated=bool(view.confirmed_on)
        ),
        "confirmed_by": Words(_("the municipality or owner")),
        "contact": Words(f"{i18n.pick(dict(desk.organisation))}, {i18n.pick(dict(desk.office))}", "#ask"),
        "documents": Words("", stated=False),
    }
    incentives = view.value("incentives") or []
    if incentives:
        given["incentives"] = Words(
            i18n.ngettext("%(n)s rule, listed below", "%(n)s rules, listed below", len(incentives)),
            "#incentives",
        )
    for key in ("airport_km", "port_km"):
        words = nearest_words(view.facts.get(key), nodes)
        if words:
            given[key] = Words(words, "#airports")
    return given


def _first_source(view: RecordView) -> str:
    days = [fact.as_of_from for fact in view.facts.values() if fact.as_of_from and fact.level != "derived"]
    return i18n.date(min(days)) if days else ""
