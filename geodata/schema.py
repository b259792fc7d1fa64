"""Reading a region pack: all of it or nothing, with every problem named.

Needs shapely and the standard library only, so that the portal starts quickly.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Point

from geodata.checks import check_known_keys, check_tables
from geodata.pack_build import (
    event,
    fact,
    incentive,
    indicator,
    municipality,
    node,
    observation,
    source,
    story,
)
from geodata.pack_model import Pack, PackFact, PackRecord, Region
from geodata.pack_tables import RECORD_TABLES, TABLES
from geodata.problems import PackError, Problem
from geodata.region import read_region
from geodata.shapes import read_shapes
from geodata.tables import Row, read_table

Shapes = dict[str, tuple[Any, Mapping[str, Any]]]


def read_pack(directory: Path, known_keys: Mapping[str, frozenset[str]] | None = None) -> Pack:
    """The pack in a folder, sound in every table, or PackError with all its problems.

    `known_keys` gives, by kind of record, the fact keys that a catalogue of fields knows; a fact with another
    key is then a problem. Without it any well-formed key is taken.
    """
    problems: list[Problem] = []
    region = read_region(directory, problems)
    tables = {name: read_table(directory, name, problems) for name in TABLES}
    check_tables(tables, region, problems)
    outlines = read_shapes(directory, "municipalities.geojson", "id", region, problems)
    boundaries = read_shapes(directory, "boundaries.geojson", "record", region, problems)
    kinds = {row["id"]: kind for name, kind in RECORD_TABLES.items() for row in tables[name] if row["id"]}
    _check_shapes(outlines, boundaries, kinds, tables, problems)
    check_known_keys(tables["facts.csv"], kinds, known_keys or {}, problems)
    _check_home(region, tables, problems)
    if problems or region is None:
        raise PackError(sorted(problems, key=lambda p: (p.file, p.row, p.column, p.code)))
    return _pack(region, tables, outlines, boundaries)


def _check_shapes(
    outlines: Shapes,
    boundaries: Shapes,
    kinds: Mapping[str, str],
    tables: Mapping[str, list[Row]],
    problems: list[Problem],
) -> None:
    for row in tables["municipalities.csv"]:
        if row["id"] and row["id"] not in outlines:
            values = {"value": row["id"], "table": "municipalities.geojson"}
            problems.append(row.problem("id", "unknown_reference", **values))
    for key in boundaries:
        if key not in kinds:
            values = {"value": key, "table": "records"}
            problems.append(Problem("boundaries.geojson", 0, "record", "unknown_reference", values))


def _check_home(region: Region | None, tables: Mapping[str, list[Row]], problems: list[Problem]) -> None:
    """The observations, nodes and incentives that region.toml puts on the home page must exist."""
    if region is None:
        return
    wanted = {
        "observations.csv": region.key_figures,
        "nodes.csv": region.distance_nodes,
        "incentives.csv": region.home_incentives,
    }
    for table, ids in wanted.items():
        known = {row["id"] for row in tables[table]}
        for value in ids:
            if value not in known:
                values = {"value": value, "table": table}
                problems.append(Problem("region.toml", 0, "home", "unknown_reference", values))


def _pack(region: Region, tables: Mapping[str, list[Row]], outlines: Shapes, boundaries: Shapes) -> Pack:
    return Pack(
        region=region,
        municipalities=tuple(
            municipality(row, outlines[row["id"]][0]) for row in tables["municipalities.csv"]
        ),
        sources=tuple(source(row) for row in tables["sources.csv"]),
        nodes=tuple(node(row) for row in tables["nodes.csv"]),
        records=_records(tables, boundaries),
        indicators=tuple(indicator(row) for row in tables["indicators.csv"]),
        observations=tuple(observation(row) for row in tables["observations.csv"]),
        incentives=tuple(incentive(row) for row in tables["incentives.csv"]),
        timeline=tuple(event(row) for row in tables["timeline.csv"]),
        stories=tuple(story(row) for row in tables["stories.csv"]),
    )


def _records(tables: Mapping[str, list[Row]], boundaries: Shapes) -> tuple[PackRecord, ...]:
    facts: dict[str, list[PackFact]] = defaultdict(list)
    for row in tables["facts.csv"]:
        facts[row["record"]].append(fact(row))
    return tuple(
        _record(kind, row, tuple(facts[row["id"]]), boundaries)
        for name, kind in RECORD_TABLES.items()
        for row in tables[name]
    )


def _record(kind: str, row: Row, facts: tuple[PackFact, ...], boundaries: Shapes) -> PackRecord:
    boundary, properties = boundaries.get(row["id"], (None, {}))
    position = Point(row["lon"], row["lat"]) if row["lat"] is not None else None
    if position is None and boundary is not None:
        position = boundary.representative_point()
    return PackRecord(
        kind=kind,
        id=row["id"],
        names=row.text("name"),
        municipality=row["municipality"],
        state=row["state"],
        visibility=row["visibility"],
        position=position,
        boundary=boundary,
        boundary_legal=properties.get("legal") is True,
        boundary_note=str(properties.get("note", "")),
        position_accuracy=row["position_accuracy"],
        accuracy_m=row["accuracy_m"],
        position_basis=row["position_basis"],
        keys=row["keys"],
        facts=facts,
        content_hash=content_hash(row, facts, boundary, properties),
    )


def content_hash(row: Row, facts: tuple[PackFact, ...], boundary: Any, properties: Mapping[str, Any]) -> str:
    """SHA-256 of a record's row, facts and outline in canonical JSON: equal content, equal hash.

    Neither the order of the rows nor the way the file is written changes it.
    """
    stated = [{name: getattr(item, name) for name in PackFact.__slots__} for item in facts]
    content = {
        "row": row.cells,
        "facts": sorted(stated, key=lambda item: str(item["key"])),
        "boundary": shapely.to_wkt(boundary, rounding_precision=7) if boundary is not None else None,
        "outline": dict(properties),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
