"""datapackage.json: what the pack holds, for tools that read Frictionless Data Packages (version 1)."""

import json
from pathlib import Path
from typing import Any

from geodata.pack_tables import TABLES, Column

VERSION = "1.0.0"
ODBL = {
    "name": "ODbL-1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    "title": "Open Database License 1.0",
}
CC_BY = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
SOURCES = (
    {"title": "OpenStreetMap, about 6 August 2021", "path": "https://www.openstreetmap.org/copyright"},
    {"title": "OpenMapTiles schema", "path": "https://openmaptiles.org/"},
    {
        "title": "Address Register, Registrų centras, October 2022",
        "path": "https://www.registrucentras.lt/p/1187",
    },
    {"title": "Natural Earth", "path": "https://www.naturalearthdata.com/"},
    {"title": "Public pages and documents, listed in sources.csv", "path": "sources.csv"},
)
TITLES = {
    "municipalities": "Municipalities",
    "sources": "Sources of every value",
    "nodes": "Places of logistics and utilities",
    "zones": "Zones and parks",
    "sites": "Plots, brownfields and buildings",
    "companies": "Companies",
    "institutions": "Schools, colleges and training centres",
    "programmes": "Programmes taught",
    "facts": "Facts about zones, sites, companies, institutions and programmes, with their evidence",
    "indicators": "Measures",
    "observations": "Values of the measures",
    "incentives": "Tax terms, grants, loans and rules",
    "timeline": "Events of the strategy",
    "stories": "Investments",
}
LAYERS = (
    ("municipalities-outlines", "municipalities.geojson", "Boundaries of the municipalities", CC_BY),
    ("boundaries", "boundaries.geojson", "Outlines of zones and sites", ODBL),
    ("industrial", "overlays/industrial.geojson.gz", "Land used by industry and trade", ODBL),
)
TYPES = {
    "number": "number",
    "latitude": "number",
    "longitude": "number",
    "count": "integer",
    "date": "date",
    "json": "any",
}


def write(directory: Path) -> None:
    """Writes datapackage.json."""
    text = json.dumps(package(), ensure_ascii=False, indent=1)
    (directory / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def package() -> dict[str, Any]:
    """The descriptor. Positions taken from OpenStreetMap put the tables that hold them under the ODbL."""
    return {
        "profile": "data-package",
        "name": "panevezys-region-pack",
        "title": "Panevėžys region: industrial land, people and companies",
        "description": "Facts with source, day and level. The format is described in docs/region-pack.md.",
        "version": VERSION,
        "licenses": [ODBL, CC_BY],
        "sources": list(SOURCES),
        "resources": [_table(name) for name in TABLES] + [_layer(*layer) for layer in LAYERS],
    }


def _table(name: str) -> dict[str, Any]:
    stem = name.removesuffix(".csv")
    return {
        "name": stem,
        "title": TITLES[stem],
        "path": name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [ODBL],
        "schema": _schema(name),
    }


def _layer(name: str, path: str, title: str, licence: dict[str, str]) -> dict[str, Any]:
    packed = {"compression": "gz"} if path.endswith(".gz") else {}
    return {
        "name": name,
        "title": title,
        "path": path,
        "profile": "data-resource",
        "format": "geojson",
        "mediatype": "application/geo+json",
        **packed,
        "encoding": "utf-8",
        "licenses": [licence],
    }


def _schema(name: str) -> dict[str, Any]:
    columns = TABLES[name]
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if columns[0].name == "id":
        schema["primaryKey"] = "id"
    if name == "facts.csv":
        schema["primaryKey"] = ["record", "key"]
    links = [column for column in columns if column.kind == "reference"]
    if links:
        schema["foreignKeys"] = [_foreign_key(column) for column in links]
    return schema


def _foreign_key(column: Column) -> dict[str, Any]:
    resource = column.refers.removesuffix(".csv")
    return {"fields": column.name, "reference": {"resource": resource, "fields": "id"}}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.codes:
        constraints["enum"] = list(column.codes)
    field = {"name": column.name, "type": TYPES.get(column.kind, "string")}
    if column.about:
        field["description"] = column.about
    return {**field, "constraints": constraints} if constraints else field
