"""A company's columns and public properties."""

from __future__ import annotations

from typing import Any

from portal.companies.fields import CATALOGUE
from portal.companies.models import Company
from portal.records.registry import Projection, RecordKind
from portal.records.views import RecordView


def project_company(view: RecordView) -> Projection:
    """Columns for the table `company` and properties for its GeoJSON body."""
    countries = view.value("capital_country") or []
    columns: dict[str, Any] = {
        "sector": view.value("sector"),
        "role": view.value("role"),
        "nace_code": view.value("nace_code"),
        "nace_version": view.value("nace_version"),
        "employees": view.value("employees"),
        "employees_year": view.year_of("employees"),
        "capital_country": ",".join(countries) or None,
        "zone_id": view.value("zone"),
        "industry40": "industry40" in view.facts,
        "search_text": view.search_words("products", "activity", "address", "other_names"),
    }
    properties = {
        "id": view.id,
        "name": next(iter(view.names.values()), view.id),
        "names": dict(view.names),
        "municipality": view.municipality_id,
        "sector": columns["sector"],
        "role": columns["role"],
        "nace_code": columns["nace_code"],
        "employees": columns["employees"],
        "employees_year": columns["employees_year"],
        "capital_country": countries or None,
        "zone": columns["zone_id"],
        "industry40": columns["industry40"],
        "website": view.value("website"),
        "position_accuracy": view.position_accuracy.value,
        "accuracy_m": view.accuracy_m,
    }
    return Projection(columns, properties)


KIND = RecordKind("company", CATALOGUE, Company, project_company, page_path="companies/")
