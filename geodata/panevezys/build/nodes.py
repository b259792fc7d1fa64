"""Places that logistics and utilities hang on."""

import re

from geodata.panevezys.build.citations import OSM
from geodata.panevezys.build.inputs import Record, table
from geodata.panevezys.build.model import Row, Tables, same_name, texts
from geodata.panevezys.build.places import position
from geodata.panevezys.build.values import short_id
from geodata.panevezys.build.words import NODE_KIND, RAIL_NODE_OF_SITE

IATA = re.compile(r"\(([A-Z]{3})[,)]")
# Notes of a facility that both tables tell, said once.
JOINED_NOTES = {
    "rb-panevezys-freight": "planned in the district; node plan shown to the public in 2023 and approved by "
    "the Government in 2024; land acquisition for the node contracted in January 2026 (about EUR 5m with "
    "VAT, 26 months)",
    "rb-panevezys-depot": "special plan approved by the Government; land acquisition allowed",
    "rb-joniskelis": "in the approved plan of up to 7 regional stations and stops; to be built by need and "
    "money; no station point in the sources, the town is used",
}
SQUARE = "Panevėžys, Laisvės square (derived: shortest path on the main roads of OpenStreetMap)"


def build(tables: Tables) -> None:
    """Adds logistics and utilities; a planned rail facility told twice becomes one node."""
    facilities = {
        RAIL_NODE_OF_SITE[row["id"]]: row for row in table("sites") if row["id"] in RAIL_NODE_OF_SITE
    }
    for row in table("logistics"):
        tables.add("nodes.csv", _logistics(tables, row, facilities.get(row["id"])))
    for row in table("utilities"):
        tables.add("nodes.csv", _utility(tables, row))


def _logistics(tables: Tables, row: Record, facility: Record | None) -> Row:
    notes = [row["notes"], _other_distances(row)]
    sources = [row["source"]]
    keys = [f"pack:{row['id']}"]
    if facility:
        notes = [JOINED_NOTES[row["id"]]]
        sources.append(facility["source"])
        keys.append(f"pack:{facility['id']}")
    if code := IATA.search(row["name"]):
        keys.append(f"iata:{code[1]}")
    cited = tables.citations.ids(" ; ".join(sources))
    return {
        **_node(row, notes),
        "kind": "depot_planned" if row["id"].endswith("-depot") else NODE_KIND[row["kind"]],
        "country": row["country_code"],
        "municipality": row["municipality_id"] if ";" not in row["municipality_id"] else "",
        "stated_road_km": row["road_km_from_panevezys"],
        "stated_road_from": _road_from(row),
        "gauge_mm": row["gauge_mm"],
        "length_km": row["length_km"],
        "travel_min": row["travel_min"],
        "status": "planned" if "planned" in row["kind"] or "construction" in row["kind"] else "existing",
        "keys": ";".join(keys),
        "sources": ";".join(cited),
    }


def _road_from(row: Record) -> str:
    if not row["road_km_from_panevezys"]:
        return ""
    return SQUARE if row["road_km_basis"].startswith("derived") else "Panevėžys"


def _other_distances(row: Record) -> str:
    return f"other road distances found: {row['road_km_other']} km" if row["road_km_other"] else ""


def _utility(tables: Tables, row: Record) -> Row:
    return {
        **_node(row, [row["notes"]]),
        **same_name(row["name"].split(";")[0]),
        "kind": NODE_KIND[row["kind"]],
        "country": "LT",
        "municipality": row["municipality_id"],
        "voltage_kv": row["line_voltage_kv"],
        "operator": row["operator"],
        "status": "existing",
        "keys": f"pack:{row['id']}",
        "sources": ";".join(tables.citations.ids(row["source"])) or OSM,
    }


def _node(row: Record, notes: list[str]) -> Row:
    return {
        "id": short_id(row["id"]),
        **texts("name", row["name"].split(";")[0]),
        **position(row),
        **texts("note", "; ".join(note for note in notes if note)),
    }
