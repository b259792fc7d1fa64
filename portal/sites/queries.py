"""Reading sites: one page of a search, and what is on offer as a whole. SQLAlchemy Core on the projection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, literal_column, select, union_all
from sqlalchemy.orm import Session

from portal import i18n
from portal.places.models import Municipality
from portal.records.models import DataVersion, Record
from portal.records.queries import listed
from portal.sites.conditions import RECORD, SITE, Conditions, conditions, distance_m
from portal.sites.models import Site
from portal.sites.needs import Verdict, asked_needs, error_km, verdict
from portal.sites.search import SearchParams

JOINED = Site.__table__.join(Record.__table__, RECORD.num == SITE.record_num)
AVAILABILITY_ORDER = ("available", "reserved", "under_offer", "planned", "unknown", "taken")
FIGURES = (
    "area_ha",
    "floor_area_m2",
    "price_eur_m2",
    "power_mw",
    "gas_m3h",
    "water_m3d",
    "wastewater_m3d",
    "rail_siding",
    "rail_km",
    "motorway_km",
    "tier",
    "available_from",
    "confirmed_on",
)
CARD_COLUMNS = (
    RECORD.num,
    RECORD.id,
    RECORD.name_j,
    RECORD.municipality_id,
    RECORD.position_accuracy,
    RECORD.accuracy_m,
    SITE.kind,
    SITE.zone_id,
    SITE.availability,
    SITE.availability_on,
    SITE.source_on,
    *(SITE[name] for name in FIGURES),
)


@dataclass(frozen=True)
class FoundSite:
    """A site as a result shows it."""

    num: int
    id: str
    names: Mapping[str, str]
    kind: str
    municipality_id: str | None
    zone_id: str | None
    availability: str
    availability_on: date | None
    source_on: date | None
    position_accuracy: str
    accuracy_m: float | None
    figures: Mapping[str, Any]
    distance_m: float | None = None

    @property
    def confirmed_on(self) -> date | None:
        """The day somebody responsible last said that the listing is true."""
        day: date | None = self.figures["confirmed_on"]
        return day

    def verdicts(self, params: SearchParams, today: date) -> tuple[Verdict, ...]:
        """Its answers to the needs of a search."""
        error = error_km(self.position_accuracy, self.accuracy_m)
        return tuple(
            verdict(asked, self.figures[asked.column], error if asked.need.uncertain else 0.0)
            for asked in asked_needs(params, today)
        )


@dataclass(frozen=True)
class Place:
    """The name of a municipality or zone beside sites."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Places:
    """Municipalities and zones, each in the order of their names."""

    municipalities: Mapping[str, Place]
    zones: Mapping[str, Place]
    late_days: Mapping[str, int]


@dataclass(frozen=True)
class Overview:
    """What is on offer as a whole: all listed sites, whatever a search leaves out."""

    sites: int
    has_confirmed: bool
    """Whether anybody responsible has confirmed one of them."""
    source_from: date | None
    source_to: date | None
    changed_at: datetime | None
    """When any record last changed."""


def find_places(session: Session) -> Places:
    """All municipalities and listed zones by id, in one statement."""
    towns: Select[*tuple[Any, ...]] = select(
        literal_column("'municipality'").label("kind"),
        Municipality.id,
        Municipality.name_j,
        Municipality.late_days,
    )
    zones: Select[*tuple[Any, ...]] = select(
        literal_column("'zone'"), Record.id, Record.name_j, literal_column("0")
    ).where(Record.kind == "zone", listed())
    rows = session.execute(union_all(towns, zones)).all()
    ordered = sorted(rows, key=lambda row: (i18n.sort_key(i18n.pick(row[2]), i18n.current()), row[1]))
    named = {kind: {row[1]: Place(row[1], row[2]) for row in ordered if row[0] == kind} for kind in _KINDS}
    late = {row[1]: row[3] for row in ordered if row[0] == "municipality"}
    return Places(named["municipality"], named["zone"], late)


_KINDS = ("municipality", "zone")


def conditions_of(params: SearchParams, places: Places, today: date) -> Conditions:
    """The conditions of a search for the public."""
    return conditions(params, listed(), places.late_days, today)


def find_page(session: Session, search: Conditions, *, limit: int, offset: int) -> list[FoundSite]:
    """The sites of a search from `offset` on, in its order."""
    near = search.params.near
    distance = [] if near is None else [distance_m(*near).label("distance_m")]
    query = select(*CARD_COLUMNS, *distance).select_from(JOINED)
    query = query.where(RECORD.num.in_(page_of_nums(search, limit, offset))).order_by(*order_of(search))
    return [found_site(row) for row in session.execute(query).mappings()]


def page_of_nums(search: Conditions, limit: int, offset: int) -> Select[Any]:
    """The record numbers of one page: sorting these alone keeps wide columns out of the sort."""
    query = select(RECORD.num).select_from(JOINED).where(search.all()).order_by(*order_of(search))
    return select(query.limit(limit).offset(offset).subquery("page").c.num)


def order_of(search: Conditions) -> list[ColumnElement[Any]]:
    """The order that a search asks for: nothing unknown before something known, ties by id."""
    sort = search.params.sort
    if sort == "distance" and search.params.near is not None:
        return [distance_m(*search.params.near).asc().nulls_last(), SITE.id]
    if sort:
        column = SITE[sort.removeprefix("-")]
        return [(column.desc() if sort.startswith("-") else column.asc()).nulls_last(), SITE.id]
    return _best_first(search)


def _best_first(search: Conditions) -> list[ColumnElement[Any]]:
    """Fewest unknown answers, confirmed before unconfirmed, free before taken, the best described."""
    open_needs = [item for item in search.needs if search.params.lets_pass(item.asked.prop)]
    unmet = [case((item.met, 0), else_=1) for item in open_needs]
    place = {code: rank for rank, code in enumerate(AVAILABILITY_ORDER)}
    order: list[ColumnElement[Any]] = [sum(unmet[1:], start=unmet[0])] if unmet else []
    return [
        *order,
        case((SITE.confirmed_on.is_(None), 1), else_=0),
        case(place, value=SITE.availability, else_=len(place)),
        SITE.completeness.desc(),
        SITE.id,
    ]


def count_found(session: Session, search: Conditions) -> int:
    """How many sites a search finds."""
    query = select(func.count()).select_from(JOINED).where(search.all())
    return session.scalar(query) or 0


def find_overview(session: Session) -> Overview:
    """How many sites are listed, whether one is confirmed, and the days their sources speak of."""
    number = select(func.count()).select_from(Record).where(Record.kind == "site", listed())
    confirmed = exists(select(SITE.id).select_from(JOINED).where(listed(), SITE.confirmed_on > date.min))
    dated = select(SITE.source_on).select_from(JOINED).where(listed(), SITE.source_on > date.min).limit(1)
    query = select(
        number.scalar_subquery(),
        confirmed,
        dated.order_by(SITE.source_on).scalar_subquery(),
        dated.order_by(SITE.source_on.desc()).scalar_subquery(),
        select(func.max(DataVersion.changed_at)).scalar_subquery(),
    )
    return Overview(*session.execute(query).one())


def find_newest(session: Session, places: Places, today: date, limit: int = 5) -> list[FoundSite]:
    """The listings of the default search with the newest sources, confirmed ones first."""
    search = conditions_of(SearchParams(), places, today)
    query = select(*CARD_COLUMNS).select_from(JOINED).where(search.all())
    query = query.order_by(SITE.confirmed_on.desc().nulls_last(), SITE.source_on.desc().nulls_last(), SITE.id)
    return [found_site(row) for row in session.execute(query.limit(limit)).mappings()]


def found_site(row: Mapping[Any, Any]) -> FoundSite:
    """A row of `CARD_COLUMNS` as a plain value."""
    return FoundSite(
        num=row["num"],
        id=row["id"],
        names=row["name_j"],
        kind=row["kind"],
        municipality_id=row["municipality_id"],
        zone_id=row["zone_id"],
        availability=row["availability"],
        availability_on=row["availability_on"],
        source_on=row["source_on"],
        position_accuracy=row["position_accuracy"].value,
        accuracy_m=row["accuracy_m"],
        figures={name: row[name] for name in FIGURES},
        distance_m=row.get("distance_m"),
    )
