"""Columns and public properties of institutions and programmes."""

from __future__ import annotations

from typing import Any

from portal.education.fields import INSTITUTION_CATALOGUE, PROGRAMME_CATALOGUE
from portal.education.models import Institution, Programme
from portal.records.registry import Projection, RecordKind
from portal.records.views import RecordView


def project_institution(view: RecordView) -> Projection:
    """Columns for the table `institution` and properties for its GeoJSON body."""
    columns: dict[str, Any] = {
        "type": view.value("type"),
        "students": view.value("students"),
        "students_year": view.year_of("students"),
        "graduates": view.value("graduates"),
        "graduates_year": view.year_of("graduates"),
        "search_text": view.search_words("programmes_note", "address"),
    }
    names = dict(view.names)
    properties = {
        "id": view.id,
        "name": names.get("en") or next(iter(names.values()), view.id),
        "names": names,
        "type": columns["type"],
        "municipality": view.municipality_id,
        "students": columns["students"],
        "students_year": columns["students_year"],
        "graduates": columns["graduates"],
        "graduates_year": columns["graduates_year"],
        "website": view.value("website"),
        "position_accuracy": view.position_accuracy.value,
        "accuracy_m": view.accuracy_m,
    }
    return Projection(columns, properties)


def project_programme(view: RecordView) -> Projection:
    """Columns for the table `programme`; a programme has no place of its own."""
    columns = {
        "institution_id": view.value("institution"),
        "level": view.value("level"),
        "isced_f": view.value("isced_f"),
        "students": view.value("students"),
        "graduates": view.value("graduates"),
    }
    return Projection(columns, {"id": view.id, "names": dict(view.names), **columns})


INSTITUTION = RecordKind(
    "institution", INSTITUTION_CATALOGUE, Institution, project_institution, page_path="education/"
)
PROGRAMME = RecordKind("programme", PROGRAMME_CATALOGUE, Programme, project_programme)
