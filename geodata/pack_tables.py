"""The columns of the pack's tables, declared once: reading, checking and datapackage.json follow them."""

from collections.abc import Iterable
from dataclasses import dataclass

LANGUAGES = ("en", "lt", "de")
RECORD_TABLES = {
    "zones.csv": "zone",
    "sites.csv": "site",
    "companies.csv": "company",
    "institutions.csv": "institution",
    "programmes.csv": "programme",
}
POSITION_ACCURACIES = ("surveyed", "boundary", "building", "point", "street", "town", "none")
QUALIFIERS = ("exact", "about", "at_least", "planned")
LEVELS = ("declared", "documented", "verified", "derived")
STORY_STAGES = ("announced", "contracted", "under_construction", "opened", "realised")
SUBJECT_KINDS = ("region", "municipality", "record", "country", "area")
NODE_KINDS = (
    "port", "airport", "aerodrome", "city", "town", "border", "station", "station_planned", "depot_planned",
    "rail_section", "rail_heritage", "road_corridor", "travel_time", "substation", "gas_station",
    "gas_compressor", "oil_terminal", "water_utility", "hydropower",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` names the check, `refers` the table whose ids its cells name."""

    name: str
    kind: str = "text"
    required: bool = False
    codes: tuple[str, ...] = ()
    refers: str = ""
    about: str = ""


def _texts(name: str, about: str = "", kind: str = "text") -> tuple[Column, ...]:
    return tuple(Column(f"{name}_{language}", kind, about=about) for language in LANGUAGES)


def _position() -> tuple[Column, ...]:
    return (
        Column("lat", "latitude", about="degrees north, WGS 84"),
        Column("lon", "longitude", about="degrees east, WGS 84"),
        Column("position_accuracy", "code", True, POSITION_ACCURACIES, about="how exact the position is"),
        Column("accuracy_m", "count", about="radius in metres within which the thing lies"),
    )


_ID = Column("id", "id", True, about="permanent, never reused")
_SOURCES = Column("sources", "references", refers="sources.csv", about="ids with ; between")
_KEYS = Column("keys", "pairs", about="further keys as scheme:value with ; between")

_RECORD = (
    _ID,
    *_texts("name"),
    Column("municipality", "reference", True, refers="municipalities.csv"),
    Column("state", "code", True, ("published", "archived", "draft")),
    Column("visibility", "code", True, ("public", "link_only", "internal")),
    *_position(),
    Column("position_basis", about="where the position comes from"),
    _KEYS,
)

TABLES: dict[str, tuple[Column, ...]] = {
    "municipalities.csv": (
        _ID, Column("official_code", required=True), *_texts("name"), *_texts("seat"),
    ),
    "sources.csv": (
        Column("id", "long_id", True, about="permanent"),
        Column("title", required=True),
        Column("publisher"),
        Column("url", "url"),
        Column("published_from", "date"),
        Column("published_to", "date"),
        Column("retrieved_on", "date"),
        Column("licence"),
        Column("attribution"),
    ),
    "nodes.csv": (
        _ID, Column("kind", "code", True, NODE_KINDS), *_texts("name"),
        Column("country", required=True, about="ISO 3166-1 alpha-2"),
        Column("municipality", "reference", refers="municipalities.csv"),
        *_position(),
        Column("stated_road_km", "number", about="by road, as a source states it"),
        Column("stated_road_from", about="where the stated distance starts"),
        Column("gauge_mm", "count"), Column("voltage_kv", "number"),
        Column("length_km", "number"), Column("travel_min", "number"),
        Column("operator"), Column("status"), _KEYS, _SOURCES, *_texts("note"),
    ),
    **dict.fromkeys(RECORD_TABLES, _RECORD),
    "facts.csv": (
        Column("record", "record", True),
        Column("key", "field_key", True, about="machine name of the field"),
        Column("value", "json", about="number, code, list or map; a string that reads as JSON is quoted"),
        *_texts("text"),
        Column("qualifier", "code", True, QUALIFIERS),
        Column("level", "code", True, LEVELS),
        Column("as_of_from", "date"), Column("as_of_to", "date"),
        _SOURCES,
        Column("says", about="how it was measured, or where the sources differ"),
    ),
    "indicators.csv": (
        Column("id", "long_id", True), *_texts("name"),
        Column("unit", required=True), Column("theme", required=True),
        Column("better", "code", True, ("up", "down", "none")),
    ),
    "observations.csv": (
        Column("id", "long_id", True), Column("indicator", "reference", True, refers="indicators.csv"),
        Column("subject_kind", "code", True, SUBJECT_KINDS), Column("subject", required=True),
        *_texts("subject_name"),
        Column("period_from", "date", True), Column("period_to", "date", True), Column("period_qualifier"),
        Column("value", "number", True), Column("qualifier", "code", True, QUALIFIERS),
        Column("basis", "code", True, ("source", "derived")), _SOURCES, *_texts("note"),
    ),
    "incentives.csv": (
        _ID, *_texts("name"), *_texts("gives"), *_texts("amount"), *_texts("after"), *_texts("condition"),
        Column("rule", "json", about="terms as numbers, named with their units"), *_texts("valid"),
        Column("valid_from", "date"), Column("valid_to", "date"), Column("legal_basis"),
        *_texts("place_scope"),
        Column("state", "code", True, ("in_force", "announced", "call", "replaced", "closed", "historic")),
        *_texts("status"), Column("checked_from", "date"), Column("checked_to", "date"), _SOURCES,
    ),
    "timeline.csv": (
        Column("id", "long_id", True), Column("date_from", "date", True), Column("date_to", "date", True),
        *_texts("title"), *_texts("text"), _SOURCES,
    ),
    "stories.csv": (
        _ID, Column("company", "record", True), Column("year", "count"),
        Column("investment_eur", "number"), Column("investment_qualifier", "code", False, QUALIFIERS),
        Column("jobs", "count"), Column("jobs_kind", "code", False, ("staff", "new", "planned_total")),
        Column("jobs_year", "count"),
        Column("stage", "code", True, STORY_STAGES),
        *_texts("text"), _SOURCES,
    ),
}  # fmt: skip


def column_names(table: str) -> list[str]:
    """The header of a table."""
    return [column.name for column in TABLES[table]]


def text_bases(columns: Iterable[Column]) -> set[str]:
    """Names of the texts that a table gives in every language."""
    names = {column.name for column in columns}
    return {name[:-3] for name in names if name.endswith("_en") and f"{name[:-3]}_lt" in names}
