"""The start page: what the region offers, in figures that the data hold today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shapely.geometry import Point
from sqlalchemy.orm import Session

from geodata.measure import geodesic_m
from geodata.pack_model import Region
from portal import i18n
from portal.companies.queries import largest_employers
from portal.education.queries import trainers
from portal.education.shown import Figure, figure, type_word
from portal.figures.models import Incentive
from portal.figures.queries import find_incentives, find_observations
from portal.figures.shown import KeyFigure, Terms, key_figure, terms_of
from portal.i18n import gettext as _
from portal.i18n import ngettext
from portal.pages.outline import Outline, region_outline
from portal.pages.queries import count_listed, count_offered, find_nodes_by_id
from portal.places.models import Node
from portal.places.queries import find_municipalities
from portal.records.queries import find_views
from portal.records.shown import year_words
from portal.records.views import RecordView
from portal.sites.codes import AVAILABILITIES, KINDS, TENURES
from portal.sites.queries import (
    FoundSite,
    Places,
    conditions_of,
    find_newest,
    find_overview,
    find_page,
    find_places,
)
from portal.sites.search import SearchParams
from portal.sites.words import availability_since, newest_day

OFFERS = 8
NEWEST = 4
EMPLOYERS = 7
TRAINERS = 5


@dataclass(frozen=True)
class Offer:
    """A site as one line of the start page."""

    id: str
    name: i18n.Text
    kind: str
    kind_word: str
    municipality: i18n.Text
    availability: str
    availability_word: str
    last_known: str
    size: str
    deal: str
    source_of: str


@dataclass(frozen=True)
class Trainer:
    """An institution as two lines of the start page."""

    id: str
    name: i18n.Text
    type_word: str
    students: Figure
    graduates: Figure


@dataclass(frozen=True)
class Home:
    """All that the start page shows."""

    counts: Mapping[str, int]
    is_confirmed: bool
    """Whether any owner has confirmed any listing."""
    offered: Mapping[str, int]
    places: Sequence[tuple[str, i18n.Text]]
    outline: Outline | None
    figures: list[KeyFigure]
    offers: list[Offer]
    newest: list[Offer]
    distances: list[dict[str, Any]]
    terms: Terms
    employers: list[dict[str, Any]]
    trainers: list[Trainer]


def read_home(session: Session, region: Region, today: date) -> Home:
    """The start page of a region on a day: fixed in the number of statements, whatever the data hold."""
    places = find_places(session)
    municipalities = find_municipalities(session, with_boundary=True)
    overview = find_overview(session)
    offers = find_page(session, conditions_of(SearchParams(), places, today), limit=OFFERS, offset=0)
    newest = find_newest(session, places, today, NEWEST)
    largest, training = largest_employers(session, EMPLOYERS), trainers(session, TRAINERS)
    views = _views(session, [*(site.num for site in [*offers, *newest]), *largest, *training])
    return Home(
        counts=count_listed(session),
        is_confirmed=overview.has_confirmed,
        offered=count_offered(session),
        places=[(place.id, i18n.pick(place.name_j)) for place in municipalities],
        outline=region_outline(municipalities),
        figures=[key_figure(row) for row in find_observations(session, region.key_figures)],
        offers=[_offer(site, views[site.num], places) for site in offers],
        newest=[_offer(site, views[site.num], places) for site in newest],
        distances=_distances(region, find_nodes_by_id(session, region.distance_nodes)),
        terms=terms_of(_in_order(find_incentives(session, region.home_incentives), region.home_incentives)),
        employers=[_employer(views[num]) for num in largest],
        trainers=[_trainer(views[num]) for num in training],
    )


def _in_order(incentives: Sequence[Incentive], ids: Sequence[str]) -> list[Incentive]:
    return sorted(incentives, key=lambda incentive: ids.index(incentive.id))


def _views(session: Session, nums: Sequence[int]) -> dict[int, RecordView]:
    return {view.num: view for view in find_views(session, list(dict.fromkeys(nums)))}


def _offer(site: FoundSite, view: RecordView, places: Places) -> Offer:
    municipality = places.municipalities.get(site.municipality_id or "")
    return Offer(
        id=site.id,
        name=i18n.pick(site.names),
        kind=site.kind,
        kind_word=str(KINDS.get(site.kind, site.kind)),
        municipality=i18n.pick(municipality.names if municipality else {}),
        availability=site.availability,
        availability_word=str(AVAILABILITIES.get(site.availability, site.availability)),
        last_known=availability_since(view),
        size=_size(site),
        deal=deal_words(view.value("tenure") or [], view.value("tenure_years")),
        source_of=newest_day(site.source_on) if site.source_on else _("undated"),
    )


def _size(site: FoundSite) -> str:
    if site.figures["area_ha"] is not None:
        return i18n.area(site.figures["area_ha"])
    floor_m2 = site.figures["floor_area_m2"]
    return "" if floor_m2 is None else i18n.floor(floor_m2)


def deal_words(tenures: Sequence[str], years: float | None) -> str:
    """The kinds of deal with the longest term: "Lease, up to 99 years"; empty if not stated."""
    words = ", ".join(str(TENURES.get(code, code)) for code in tenures)
    if not words or years is None:
        return words
    term = ngettext("up to %(n)s year", "up to %(n)s years", int(years))
    return f"{words}, {term}"


def _distances(region: Region, nodes: Sequence[Node]) -> list[dict[str, Any]]:
    """Straight lines from the city, the shortest first."""
    start = Point(*region.distances_from_point)
    measured = sorted(
        ((geodesic_m(start, node.position), node) for node in nodes if isinstance(node.position, Point)),
        key=lambda found: found[0],
    )
    return [
        {"name": i18n.pick(node.name_j), "number": metres / 1000, "shown": i18n.distance(metres)}
        for metres, node in measured
    ]


def _employer(view: RecordView) -> dict[str, Any]:
    stated = view.facts["employees"]
    return {
        "id": view.id,
        "name": i18n.pick(view.names),
        "sub": i18n.pick(view.value("activity")),
        "number": stated.value,
        "shown": figure(view, "employees").shown,
        "year": year_words(stated.as_of_to),
    }


def _trainer(view: RecordView) -> Trainer:
    return Trainer(
        id=view.id,
        name=i18n.pick(view.names),
        type_word=type_word(view.value("type")),
        students=figure(view, "students"),
        graduates=figure(view, "graduates"),
    )
