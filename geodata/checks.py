"""What only shows when all tables of a pack are read: references, repeated ids, places, periods."""

from collections.abc import Iterable, Mapping

from geodata.pack_model import Region
from geodata.pack_tables import RECORD_TABLES, TABLES, text_bases
from geodata.problems import Problem
from geodata.tables import Row

Tables = Mapping[str, list[Row]]
PERIODS = (("as_of_from", "as_of_to"), ("published_from", "published_to"), ("period_from", "period_to"),
           ("date_from", "date_to"), ("valid_from", "valid_to"), ("checked_from", "checked_to"))  # fmt: skip
NEAR_REGION_ONLY = frozenset(RECORD_TABLES)


def check_tables(tables: Tables, region: Region | None, problems: list[Problem]) -> None:
    """Adds every fault that the rows have together."""
    _check_ids(tables, problems)
    known = {name: {row["id"] for row in rows} for name, rows in tables.items() if name != "facts.csv"}
    known["records"] = set().union(*(known[name] for name in RECORD_TABLES))
    for name, rows in tables.items():
        for row in rows:
            problems.extend(_reference_problems(row, known))
            problems.extend(_period_problems(row))
            problems.extend(_place_problems(row, region))
            if "name" in text_bases(TABLES[name]) and not row.text("name"):
                problems.append(row.problem("name_en", "no_name"))
    _check_facts(tables["facts.csv"], problems)


def _check_ids(tables: Tables, problems: list[Problem]) -> None:
    records: dict[str, Row] = {}
    for name, rows in tables.items():
        seen = records if name in RECORD_TABLES else {}
        for row in rows if name != "facts.csv" else []:
            first = seen.setdefault(row["id"], row)
            if first is not row and row["id"]:
                where = f"{first.file}, {first.number}"
                problems.append(row.problem("id", "duplicate_id", value=row["id"], where=where))


def _reference_problems(row: Row, known: Mapping[str, set[str]]) -> Iterable[Problem]:
    for column in TABLES[row.file]:
        if column.kind not in ("reference", "references", "record"):
            continue
        table = "records" if column.kind == "record" else column.refers
        named = row[column.name] or ()
        for value in (named,) if isinstance(named, str) else named:
            if value not in known[table]:
                yield row.problem(column.name, "unknown_reference", value=value, table=table)


def _period_problems(row: Row) -> Iterable[Problem]:
    for first, last in PERIODS:
        if row[first] and row[last] and row[first] > row[last]:
            yield row.problem(last, "period_reversed", **{"from": row[first], "to": row[last]})


def _place_problems(row: Row, region: Region | None) -> Iterable[Problem]:
    if "position_accuracy" not in row.cells:
        return
    lat, lon, accuracy = row["lat"], row["lon"], row["position_accuracy"]
    if (lat is None) != (lon is None):
        yield row.problem("lat" if lat is None else "lon", "half_position")
    elif lat is None and accuracy not in ("none", "boundary"):
        yield row.problem("position_accuracy", "accuracy_without_position")
    elif lat is not None and accuracy == "none":
        yield row.problem("position_accuracy", "position_without_accuracy")
    if region and row.file in NEAR_REGION_ONLY and lat is not None and lon is not None:
        west, south, east, north = region.bbox
        if not (west <= lon <= east and south <= lat <= north):
            yield row.problem("lat", "outside_region")


def _check_facts(rows: list[Row], problems: list[Problem]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        record, key = row["record"], row["key"]
        if (record, key) in seen:
            problems.append(row.problem("key", "duplicate_fact", key=key, record=record))
        seen.add((record, key))
        if row["value"] is None and not row.text("text"):
            problems.append(row.problem("value", "fact_without_value"))
        if not row["sources"]:
            problems.append(row.problem("sources", "fact_without_source"))


def check_known_keys(
    rows: list[Row],
    kinds: Mapping[str, str],
    known_keys: Mapping[str, frozenset[str]],
    problems: list[Problem],
) -> None:
    """Adds the facts whose key is in no catalogue of fields; `kinds` gives the kind of each record."""
    for row in rows:
        kind = kinds.get(row["record"] or "", "")
        if kind in known_keys and row["key"] not in known_keys[kind]:
            problems.append(row.problem("key", "unknown_key", value=row["key"], kind=kind))
