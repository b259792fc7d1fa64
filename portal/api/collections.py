"""The five collections: what each is, which property filters it takes, and how its features are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from portal.companies.fields import ROLES, SECTORS
from portal.companies.models import Company
from portal.education.fields import TYPES
from portal.education.models import Institution
from portal.records.models import PublicBody, Record
from portal.records.queries import listed
from portal.sites.conditions import has_words, in_box
from portal.sites.parameters import Box
from portal.zones.fields import AVAILABILITIES, REGIMES
from portal.zones.models import Zone

RECORD = Record.__table__.c
BODY = PublicBody.__table__.c


@dataclass(frozen=True)
class Filter:
    """A property filter: repeatable codes, or one number as the least value, or words."""

    name: str
    column: ColumnElement[Any]
    about: str
    kind: str = "codes"
    """`codes`, `least`, `words` or `flag`."""
    codes: Sequence[str] = ()


@dataclass(frozen=True)
class Collection:
    """One collection of the API; `record_kind` is empty for municipalities, which are no records."""

    id: str
    title: str
    about: str
    record_kind: str = ""
    page: str = ""
    """Path, after the language, of the page that shows the same to people."""
    table: Any = None
    filters: tuple[Filter, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    """Property name to JSON type; every one may be null."""


_TEXT = {"id": "string", "name": "string", "names": "object", "municipality": "string"}
_PLACE = {"position_accuracy": "string", "accuracy_m": "number", "url": "string"}

SITES = Collection(
    "sites",
    "Sites",
    "Listed industrial plots, brownfields and buildings. Without `availability` taken ones are left out.",
    "site",
    "explore",
    properties={
        **_TEXT,
        **dict.fromkeys(("kind", "zone", "availability"), "string"),
        **dict.fromkeys(("availability_on", "available_from", "reserved_until"), "date"),
        **dict.fromkeys(("confirmed_on", "source_on"), "date"),
        **dict.fromkeys(("tenure", "land_use"), "array"),
        **dict.fromkeys(("area_ha", "net_area_ha", "floor_area_m2", "price_eur_m2"), "number"),
        **dict.fromkeys(("rent_eur_ha_year", "power_mw", "gas_m3h", "water_m3d"), "number"),
        **dict.fromkeys(("wastewater_m3d", "rail_km", "motorway_km"), "number"),
        "rail_siding": "boolean",
        "tier": "integer",
        **_PLACE,
    },
)
ZONES = Collection(
    "zones",
    "Zones and parks",
    "Free economic zones and industrial parks: managed areas that contain sites.",
    "zone",
    table=Zone,
    filters=(
        Filter("regime", Zone.__table__.c.regime, "Kind of zone", codes=tuple(REGIMES)),
        Filter("municipality", RECORD.municipality_id, "Municipality by id"),
        Filter("zone", Zone.__table__.c.parent_id, "The zone it lies in, by id"),
        Filter("availability", Zone.__table__.c.availability, "Availability", codes=tuple(AVAILABILITIES)),
        Filter("q", RECORD.name_norm, "Words of the name, without diacritics", "words"),
    ),
    properties={
        **_TEXT,
        **dict.fromkeys(("regime", "zone", "availability"), "string"),
        **dict.fromkeys(("area_ha", "floor_area_m2"), "number"),
        **_PLACE,
    },
)
COMPANIES = Collection(
    "companies",
    "Companies",
    "Employers of the region by sector.",
    "company",
    "companies",
    table=Company,
    filters=(
        Filter("sector", Company.__table__.c.sector, "Sector, two letters", codes=tuple(SECTORS)),
        Filter("role", Company.__table__.c.role, "Role", codes=tuple(ROLES)),
        Filter("municipality", RECORD.municipality_id, "Municipality by id"),
        Filter("zone", Company.__table__.c.zone_id, "Zone by id"),
        Filter("employees_min", Company.__table__.c.employees, "Employees, at least", "least"),
        Filter("industry40", Company.__table__.c.industry40, "Known for Industry 4.0", "flag"),
        Filter("q", Company.__table__.c.search_text, "Words, without diacritics", "words"),
    ),
    properties={
        **_TEXT,
        **dict.fromkeys(("sector", "role", "nace_code", "zone", "website"), "string"),
        "employees": "number",
        "employees_year": "integer",
        "capital_country": "array",
        "industry40": "boolean",
        **_PLACE,
    },
)
INSTITUTIONS = Collection(
    "institutions",
    "Education institutions",
    "Schools, colleges, universities and training centres.",
    "institution",
    "education",
    table=Institution,
    filters=(
        Filter("type", Institution.__table__.c.type, "Kind of institution", codes=tuple(TYPES)),
        Filter("municipality", RECORD.municipality_id, "Municipality by id"),
        Filter("q", Institution.__table__.c.search_text, "Words, without diacritics", "words"),
    ),
    properties={
        **_TEXT,
        **dict.fromkeys(("type", "website"), "string"),
        **dict.fromkeys(("students", "graduates"), "number"),
        **dict.fromkeys(("students_year", "graduates_year"), "integer"),
        **_PLACE,
    },
)
MUNICIPALITIES = Collection(
    "municipalities",
    "Municipalities",
    "The municipalities of the region with their boundaries.",
    properties={"id": "string", "name": "string", "names": "object", "official_code": "string"},
)
COLLECTIONS = {item.id: item for item in (SITES, ZONES, COMPANIES, INSTITUTIONS, MUNICIPALITIES)}


def find_bodies(
    session: Session,
    collection: Collection,
    conditions: Sequence[ColumnElement[bool]],
    limit: int,
    offset: int,
) -> tuple[int, list[bytes]]:
    """How many records of a collection fit, and the public bodies of one page, by id."""
    table = collection.table.__table__
    joined = table.join(Record.__table__, RECORD.num == table.c.record_num)
    where = and_(listed(), *conditions)
    total = session.scalar(select(func.count()).select_from(joined).where(where)) or 0
    page: Select[Any] = select(RECORD.num).select_from(joined).where(where).order_by(RECORD.id)
    nums = select(page.limit(limit).offset(offset).subquery("page").c.num)
    return total, bodies(session, nums, [RECORD.id])


def bodies(session: Session, nums: Select[Any], order: Sequence[Any], joined: Any = None) -> list[bytes]:
    """The stored bodies of these record numbers, in this order."""
    source = Record.__table__ if joined is None else joined
    query = select(BODY.geojson).select_from(source.join(PublicBody.__table__, BODY.record_num == RECORD.num))
    return list(session.scalars(query.where(RECORD.num.in_(nums)).order_by(*order)))


def find_body(session: Session, collection: Collection, id_: str) -> tuple[bytes, str] | None:
    """The public body of one listed record and its fingerprint."""
    query = select(BODY.geojson, BODY.etag).select_from(
        Record.__table__.join(PublicBody.__table__, BODY.record_num == RECORD.num)
    )
    row = session.execute(
        query.where(RECORD.id == id_, RECORD.kind == collection.record_kind, listed())
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def condition(filter_: Filter, values: Sequence[Any]) -> ColumnElement[bool]:
    """A property filter in SQL; unknown values do not satisfy it."""
    make: Mapping[str, Callable[[], ColumnElement[bool]]] = {
        "codes": lambda: filter_.column.in_(values),
        "least": lambda: filter_.column >= values[0],
        "flag": lambda: filter_.column == values[0],
        "words": lambda: has_words(" " + filter_.column, values[0]),
    }
    return make[filter_.kind]()


def box_condition(box: Box) -> ColumnElement[bool]:
    """Records whose shape touches the box."""
    return in_box(box)
