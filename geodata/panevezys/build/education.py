"""Institutions and programmes."""

from geodata.panevezys.build.companies import evidence
from geodata.panevezys.build.days import span
from geodata.panevezys.build.inputs import Record, table
from geodata.panevezys.build.model import Facts, Tables, texts
from geodata.panevezys.build.places import position
from geodata.panevezys.build.values import number, short_id
from geodata.panevezys.build.words import INSTITUTION_TYPE, PROGRAMME_LEVEL, QUALIFIER

BY_US = "assigned by us from the name"


def build(tables: Tables) -> None:
    """Adds institutions, then the programmes they teach."""
    homes = {}
    for row in table("education"):
        homes[row["id"]] = row["municipality_id"]
        tables.add(
            "institutions.csv", _record(row, row["municipality_id"], position(row), row["position_basis"])
        )
        _institution(_facts(tables, row), row)
    nowhere = {"lat": "", "lon": "", "position_accuracy": "none", "accuracy_m": ""}
    for row in table("programmes"):
        tables.add("programmes.csv", _record(row, homes[row["institution_id"]], nowhere, ""))
        _programme(_facts(tables, row), row)


def _record(row: Record, municipality: str, place: dict[str, str], basis: str) -> dict[str, str]:
    return {
        "id": short_id(row["id"]),
        **texts("name", row["name_en"]),
        "name_lt": row["name_lt"],
        "municipality": municipality,
        "state": "published",
        "visibility": "public",
        **place,
        "position_basis": basis,
        "keys": f"pack:{row['id']}",
    }


def _facts(tables: Tables, row: Record) -> Facts:
    sources = tables.citations.ids(row["source"])
    return Facts(tables, short_id(row["id"]), sources, tables.citations.dates(sources))


def _counts(facts: Facts, row: Record, qualifier: str) -> None:
    if row["students"]:
        facts.value("students", number(row["students"]), qualifier=qualifier, days=span(row["students_year"]))
    if row["graduates"]:
        facts.value("graduates", number(row["graduates"]), days=span(row["graduates_year"]))


def _institution(facts: Facts, row: Record) -> None:
    facts.value("type", INSTITUTION_TYPE[row["type"]])
    facts.text("programmes_note", row["programmes_for_industry"])
    _counts(facts, row, QUALIFIER[row["students_qualifier"]])
    facts.value("website", f"https://{row['website']}" if row["website"] else "")
    facts.text("address", row["address"], **evidence(row["address_basis"]))
    facts.text("notes", row["notes"])


def _programme(facts: Facts, row: Record) -> None:
    facts.value("institution", row["institution_id"])
    facts.value("level", PROGRAMME_LEVEL[row["level"]])
    facts.value("isced_f", row["isced_f"], level="derived", says=BY_US)
    facts.text("isced_f_name", row["isced_f_name"], level="derived", says=BY_US)
    _counts(facts, row, "at_least" if "at least" in row["notes"] else "exact")
    facts.text("relevance_industry40", row["relevance_industry40"])
    facts.text("notes", row["notes"])
