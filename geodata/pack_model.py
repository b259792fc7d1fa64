"""What a region pack holds, as plain frozen values. The format is described in docs/region-pack.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

Text = Mapping[str, str]
"""A text by language code; languages without a translation are left out."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One part of the attribution that every map shows."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Basemap:
    """One file of the region's own basemap, relative to the pack."""

    id: str
    file: str
    min_zoom: int
    max_zoom: int


@dataclass(frozen=True, slots=True)
class Sector:
    """A group of industries; `nace` lists the Rev. 2 divisions and groups that belong to it by default."""

    code: str
    names: Text
    nace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The office that answers investors. Never a person."""

    organisation: Text
    office: Text
    languages: tuple[str, ...]
    office_days: tuple[int, ...]
    """ISO weekdays, Monday is 1."""
    opens_hour: int
    closes_hour: int
    answer_working_days: int


@dataclass(frozen=True, slots=True)
class Region:
    """Everything of region.toml."""

    id: str
    names: Text
    short_names: Text
    tagline: Text
    headline: Text
    country: str
    time_zone: str
    languages: tuple[str, ...]
    metric_crs: str
    centre: tuple[float, float]
    """Longitude, latitude."""
    bbox: tuple[float, float, float, float]
    """West, south, east, north: where the region's own things may lie."""
    map_bounds: tuple[float, float, float, float]
    start_zoom: int
    min_zoom: int
    max_zoom: int
    key_figures: tuple[str, ...]
    """Ids of observations."""
    distances_from: Text
    distances_from_point: tuple[float, float]
    distance_nodes: tuple[str, ...]
    home_incentives: tuple[str, ...]
    """Ids of incentives that the start page names."""
    confirm_days: int
    late_days: int
    price_unit: str
    rent_unit: str
    desk: Desk
    credits: tuple[Credit, ...]
    basemaps: tuple[Basemap, ...]
    sectors: tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class PackSource:
    """A page, document or data set that a value was taken from."""

    id: str
    title: str
    publisher: str
    url: str
    published_from: date | None
    published_to: date | None
    retrieved_on: date | None
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True)
class PackMunicipality:
    """A municipality of the region with its boundary in WGS 84."""

    id: str
    official_code: str
    names: Text
    seat: Text
    boundary: BaseGeometry


@dataclass(frozen=True, slots=True)
class PackNode:
    """A place that logistics or utilities hang on; `position` is None where no point is known."""

    id: str
    kind: str
    names: Text
    country: str
    municipality: str
    position: Point | None
    position_accuracy: str
    accuracy_m: int | None
    stated_road_km: float | None
    stated_road_from: str
    gauge_mm: int | None
    voltage_kv: float | None
    length_km: float | None
    travel_min: float | None
    operator: str
    status: str
    keys: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    note: Text


@dataclass(frozen=True, slots=True)
class PackFact:
    """A value with its evidence: `value` is a number, code, list or map; `text` is prose by language."""

    key: str
    value: Any
    text: Text
    qualifier: str
    level: str
    as_of_from: date | None
    as_of_to: date | None
    sources: tuple[str, ...]
    says: str
    """How it was measured, or where the sources differ."""


@dataclass(frozen=True, slots=True)
class PackRecord:
    """A site, zone, company, institution or programme with all its facts."""

    kind: str
    id: str
    names: Text
    municipality: str
    state: str
    visibility: str
    position: Point | None
    boundary: BaseGeometry | None
    boundary_legal: bool
    boundary_note: str
    position_accuracy: str
    accuracy_m: int | None
    position_basis: str
    keys: tuple[tuple[str, str], ...]
    facts: tuple[PackFact, ...]
    content_hash: str


@dataclass(frozen=True, slots=True)
class PackIndicator:
    """A measure; `better` is up, down or none."""

    id: str
    names: Text
    unit: str
    theme: str
    better: str


@dataclass(frozen=True, slots=True)
class PackObservation:
    """One value of an indicator for a subject and a period. `basis` is source or derived."""

    id: str
    indicator: str
    subject_kind: str
    subject: str
    subject_names: Text
    period_from: date
    period_to: date
    period_qualifier: str
    value: float
    qualifier: str
    basis: str
    sources: tuple[str, ...]
    note: Text


@dataclass(frozen=True, slots=True)
class PackIncentive:
    """A tax term, grant, loan or rule. `rule` holds its terms as numbers, in the units of their names."""

    id: str
    names: Text
    gives: Text
    amount: Text
    after: Text
    """The rate once the first periods are over."""
    condition: Text
    rule: Mapping[str, float]
    valid: Text
    valid_from: date | None
    valid_to: date | None
    legal_basis: str
    place_scope: Text
    state: str
    status: Text
    checked_from: date | None
    checked_to: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackEvent:
    """A dated event of the region's strategy."""

    id: str
    date_from: date
    date_to: date
    title: Text
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackStory:
    """An investment, told. Announced jobs are never staff: see `jobs_kind` and `stage`."""

    id: str
    company: str
    year: int | None
    investment_eur: float | None
    investment_qualifier: str
    jobs: int | None
    jobs_kind: str
    jobs_year: int | None
    stage: str
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A region pack that was read and found sound."""

    region: Region
    municipalities: tuple[PackMunicipality, ...]
    sources: tuple[PackSource, ...]
    nodes: tuple[PackNode, ...]
    records: tuple[PackRecord, ...]
    indicators: tuple[PackIndicator, ...]
    observations: tuple[PackObservation, ...]
    incentives: tuple[PackIncentive, ...]
    timeline: tuple[PackEvent, ...]
    stories: tuple[PackStory, ...]
