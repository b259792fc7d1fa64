"""Companies of the collected table, and those known by name and place only."""

import tomllib
from functools import cache
from typing import Any

from geodata.panevezys.build.citations import GENERAL, GENERAL_MARK, OSM
from geodata.panevezys.build.days import span
from geodata.panevezys.build.inputs import PACK, Record, table
from geodata.panevezys.build.model import NO_DAYS, Facts, Tables, same_name
from geodata.panevezys.build.places import ZONE, position
from geodata.panevezys.build.values import number, short_id
from geodata.panevezys.build.words import COMPANY_ROLE, QUALIFIER, SECTOR_WITHOUT_NACE

OSM_ONLY = "Name and place from OpenStreetMap, August 2021; nothing else is claimed, and it may have closed."


def build(tables: Tables) -> None:
    """Adds all companies with their facts."""
    for row in table("companies"):
        tables.add("companies.csv", record(row, row["name"], row["position_basis"]))
        facts = _facts(tables, row)
        _activity(facts, row)
        _people(facts, row)
        _firm(facts, row)
    for row in table("companies_osm"):
        tables.add("companies.csv", record(row, row["name"], row["basis"]))
        days = span("2021-08")
        Facts(tables, short_id(row["id"]), (OSM,), days).text("notes", OSM_ONLY)


def record(row: Record, name: str, basis: str) -> dict[str, str]:
    """The record's own row; a company has the same name in all languages."""
    return {
        "id": short_id(row["id"]),
        **same_name(name),
        "municipality": row["municipality_id"],
        "state": "published",
        "visibility": "public",
        **position(row),
        "position_basis": basis,
        "keys": f"pack:{row['id']}",
    }


def _facts(tables: Tables, row: Record) -> Facts:
    sources = tables.citations.ids(row["source"])
    return Facts(tables, short_id(row["id"]), sources, tables.citations.dates(sources))


@cache
def _sectors() -> dict[str, str]:
    region = tomllib.loads((PACK / "region.toml").read_text(encoding="utf-8"))
    return {nace: sector["code"] for sector in region["sectors"] for nace in sector["nace"]}


def sector_of(row: Record) -> str:
    """The sector of a NACE code by its division, or nothing where the product is not known."""
    return _sectors().get(row["nace"].split(".")[0], "") or SECTOR_WITHOUT_NACE.get(row["id"], "")


def _activity(facts: Facts, row: Record) -> None:
    by_us = "assigned by us from the product"
    facts.value("sector", sector_of(row), level="derived", says=by_us)
    if "not stated" not in row["sector"]:
        facts.text("activity", row["sector"])
    facts.value("role", COMPANY_ROLE.get(row["role"], ""))
    facts.value("nace_code", row["nace"], level="derived", says=by_us)
    facts.value("nace_version", "2" if row["nace"] else "", level="derived", says=by_us)
    facts.text("products", row["products"])
    facts.text("industry40", row["industry40_tag"])


def _people(facts: Facts, row: Record) -> None:
    if row["employees"]:
        days = span(row["employees_year"])
        qualifier = QUALIFIER[row["employees_qualifier"]]
        facts.value(
            "employees", number(row["employees"]), qualifier=qualifier, days=days, says=row["employees_note"]
        )
    if row["jobs_planned"]:
        days = span(row["jobs_planned_year"])
        count = number(row["jobs_planned"])
        facts.value("jobs_planned", count, qualifier="planned", days=days, says=row["jobs_planned_note"])
    if row["turnover_eur"]:
        days = span(row["turnover_year"])
        facts.value("turnover_eur", number(row["turnover_eur"]), days=days, says=row["turnover_note"])


def _firm(facts: Facts, row: Record) -> None:
    _based(facts, "legal_form", row["legal_form"], row["legal_form_basis"])
    countries = [code for code in row["capital_country_code"].split(";") if code]
    _based(facts, "capital_country", countries, row["capital_basis"])
    facts.text("capital_note", row["capital_country"] if "(" in row["capital_country"] else "")
    facts.value("ownership", row["ownership"])
    facts.value("zone", ZONE if row["in_fez"] == "yes" else "")
    facts.value("website", f"https://{row['website']}" if row["website"] else "")
    facts.text("other_names", row["other_names"])
    facts.text("address", row["address"], **evidence(row["address_basis"]))
    facts.text("status", row["status"])


def evidence(basis: str) -> dict[str, Any]:
    """A fact that rests on general knowledge says so instead of citing the row's sources."""
    if basis == GENERAL_MARK:
        return {"sources": (GENERAL,), "days": NO_DAYS, "says": basis}
    return {"says": "" if basis == "cited source" else basis}


def _based(facts: Facts, key: str, value: object, basis: str) -> None:
    facts.value(key, value, **evidence(basis))
