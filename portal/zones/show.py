"""The page of a zone as plain values: head, key figures, what is said of it, its sites, its companies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from geodata.measure import area_ha
from geodata.pack_model import Region
from portal import i18n
from portal.figures.queries import find_incentives, find_observations_of
from portal.figures.rows import IncentiveRow, ObservedRow, incentive_rows, observed_rows
from portal.i18n import gettext as _
from portal.places.queries import find_nodes
from portal.records.jsonld import point_ld
from portal.records.queries import find_sources
from portal.records.registry import kind_named
from portal.records.sheet import Sheet, SheetGroup, SheetRow, Words
from portal.records.sheet_words import day_words
from portal.records.shown import SourceList
from portal.records.states import PositionAccuracy
from portal.records.views import RecordView
from portal.zones.fields import AVAILABILITIES, CATALOGUE, REGIMES
from portal.zones.queries import Member, find_members

KEYS = ("area_ha", "floor_area_m2", "tenure_years", "motorway_km", "rail_km", "substation_km")
MEMBER_KEYS = ("kind", "availability", "area_ha", "floor_area_m2", "sector", "employees", "regime")


@dataclass(frozen=True)
class MemberRow:
    """A site, company or zone that lies in the zone."""

    id: str
    name: i18n.Text
    kind: str
    sub: str
    glyph: str
    availability: str = "unknown"
    availability_word: str = ""
    figure: str = ""
    unit: str = ""
    year: str = ""


@dataclass(frozen=True)
class ZonePage:
    """Everything the template of a zone shows."""

    id: str
    code: str
    name: i18n.Text
    regime: str
    municipality_id: str
    municipality: i18n.Text
    parent_id: str
    parent: i18n.Text
    availability: str
    availability_word: str
    since: str
    place: str
    keys: tuple[SheetRow, ...]
    state: i18n.Text
    doubt: i18n.Text
    groups: tuple[SheetGroup, ...]
    zones: tuple[MemberRow, ...]
    sites: tuple[MemberRow, ...]
    companies: tuple[MemberRow, ...]
    incentives: tuple[IncentiveRow, ...]
    observed: tuple[ObservedRow, ...]
    sources: list[dict[str, Any]]


def read_zone_page(session: Session, view: RecordView, region: Region) -> ZonePage:
    """The page of a listed zone. Five statements beyond the record itself."""
    sources = SourceList()
    members = find_members(session, view.id, MEMBER_KEYS)
    nodes = {node.id: node.name_j for node in find_nodes(session, ("airport", "port"))}
    sheet = _sheet(view, sources, nodes)
    groups = sheet.groups()
    rules = find_incentives(session, view.value("incentives") or ["-"])
    observed = find_observations_of(session, "record", view.id)
    cited = {key for rule in rules for key in rule.sources_j} | {
        key for item in observed for key in item.sources_j
    }
    known = find_sources(session, cited)
    availability = view.value("availability") or "unknown"
    return ZonePage(
        id=view.id,
        code=view.id,
        name=i18n.pick(view.names),
        regime=str(REGIMES.get(view.value("regime", ""), _("Zone or park"))),
        municipality_id=view.municipality_id or "",
        municipality=i18n.pick(view.context.get("municipality")),
        parent_id=view.value("zone", "") if view.context.get("zone") else "",
        parent=i18n.pick(view.context.get("zone")),
        availability=availability,
        availability_word=_("Availability not stated")
        if availability == "unknown"
        else str(AVAILABILITIES[availability]),
        since=_since(view),
        place=place_words(view, region),
        keys=tuple(_short(row) for row in map(sheet.row, KEYS) if row.is_stated),
        state=i18n.pick(view.value("status_note")),
        doubt=i18n.pick(view.value("notes")),
        groups=groups,
        zones=tuple(_zone(item) for item in members if item.kind == "zone"),
        sites=tuple(_site(item) for item in members if item.kind == "site"),
        companies=tuple(_company(item) for item in members if item.kind == "company"),
        incentives=incentive_rows(rules, sources, known),
        observed=observed_rows(observed, sources, known),
        sources=sources.items(),
    )


def place_words(view: RecordView, region: Region) -> str:
    """What the outline on the map is, and what it is not."""
    if view.boundary is None:
        if view.shape is None:
            return _("No source says where the zone is.")
        reach = i18n.distance(view.accuracy_m or 0)
        return _("The outline is not known; the place is known within about %(reach)s.", reach=reach)
    drawn = i18n.area(area_ha(view.boundary, region.metric_crs))
    if view.position_accuracy is PositionAccuracy.SURVEYED:
        return _("Solid line: legal boundary, %(area)s.", area=drawn)
    return _("Dashed: outline as mapped, %(area)s. Not the legal boundary.", area=drawn)


def zone_jsonld(view: RecordView, address: str, country: str) -> dict[str, Any]:
    """A zone for search engines: schema.org Place, with a point only where one is exact."""
    place: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": str(i18n.pick(view.names)),
        "url": address,
        "identifier": view.id,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": str(i18n.pick(view.context.get("municipality"))),
            "addressCountry": country,
        },
    }
    point = point_ld(view)
    return place | {"geo": point} if point else place


def _sheet(view: RecordView, sources: SourceList, nodes: Mapping[str, Mapping[str, str]]) -> Sheet:
    rules = view.value("incentives") or []
    words = i18n.ngettext("%(n)s rule, listed below", "%(n)s rules, listed below", len(rules))
    return Sheet(
        view,
        CATALOGUE,
        sources,
        given={"incentives": Words(words, "#incentives")} if rules else {},
        hidden=frozenset(key for key in ("zone", "availability_on") if key not in view.facts),
        names={**nodes, view.value("zone", ""): view.context.get("zone", {})},
    )


def _since(view: RecordView) -> str:
    fact = view.facts.get("availability_on")
    return _("last known, %(when)s", when=day_words(fact)) if fact else ""


def _short(row: SheetRow) -> SheetRow:
    return replace(row, label=_("Motorway, trunk road")) if row.key == "motorway_km" else row


def _zone(item: Member) -> MemberRow:
    regime = str(REGIMES.get(item.facts.get("regime", ""), _("Zone or park")))
    return MemberRow(item.id, i18n.pick(item.names), "zone", regime, "kind-zone", *_state(item), *_size(item))


def _site(item: Member) -> MemberRow:
    kind = item.facts.get("kind", "plot")
    word = str(kind_named("site").catalogue["kind"].choices[kind])
    return MemberRow(item.id, i18n.pick(item.names), kind, word, "", *_state(item), *_size(item))


def _company(item: Member) -> MemberRow:
    sector = item.facts.get("sector")
    word = str(kind_named("company").catalogue["sector"].choices.get(sector or "", ""))
    staff = item.facts.get("employees")
    return MemberRow(
        item.id,
        i18n.pick(item.names),
        "company",
        word,
        f"sector-{sector or 'tr'}",
        figure="" if staff is None else i18n.number(staff, 0),
        year=str(item.years.get("employees", "")),
    )


def _state(item: Member) -> tuple[str, str]:
    code = item.facts.get("availability") or "unknown"
    return code, str(AVAILABILITIES[code])


def _size(item: Member) -> tuple[str, str]:
    if item.facts.get("area_ha") is not None:
        return i18n.number(item.facts["area_ha"]), "ha"
    if item.facts.get("floor_area_m2") is not None:
        return i18n.number(item.facts["floor_area_m2"], 0), "m²"
    return "", ""
