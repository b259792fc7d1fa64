"""The profile of an institution and the table of its programmes, each figure with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal import i18n
from portal.education.fields import INSTITUTION_CATALOGUE, LEVELS, PROGRAMME_CATALOGUE
from portal.education.isced import field_name
from portal.education.rules import by_field, with_graduates
from portal.i18n import gettext as _
from portal.records.jsonld import organization_ld
from portal.records.sheet import Sheet, SheetGroup, SheetRow
from portal.records.sheet_words import dated_label
from portal.records.shown import SourceList, year_words
from portal.records.views import RecordView

HIDDEN_UNLESS_STATED = frozenset({"notes"})


@dataclass(frozen=True)
class ProgrammeRow:
    """One programme."""

    id: str
    name: i18n.Text
    level: str
    relevance: i18n.Text
    students: SheetRow
    students_year: str
    graduates: SheetRow
    graduates_year: str


@dataclass(frozen=True)
class InstitutionProfile:
    """What the page shows. `fields`: (code, name, programmes)."""

    groups: tuple[SheetGroup, ...]
    fields: list[tuple[str, i18n.Text, list[ProgrammeRow]]]
    graduates: list[dict[str, Any]]
    """Bars: programmes with stated graduates, the most first."""
    sources: list[dict[str, Any]]
    missing: list[tuple[str, str]]
    stated: int
    essential: int


def institution_profile(view: RecordView, programmes: Sequence[RecordView]) -> InstitutionProfile:
    """The profile of an institution with what is known of its programmes."""
    sources = SourceList()
    hidden = HIDDEN_UNLESS_STATED - set(view.facts)
    groups = Sheet(view, INSTITUTION_CATALOGUE, sources, hidden=hidden, label=dated_label).groups()
    fields = [
        (code, _field_words(code), [_programme(programme, sources) for programme in members])
        for code, members in by_field(programmes)
    ]
    essential = [item for item in INSTITUTION_CATALOGUE if item.essential]
    missing = [(item.key, str(item.label)) for item in essential if item.key not in view.facts]
    return InstitutionProfile(
        groups=groups,
        fields=fields,
        graduates=[_bar(programme) for programme in with_graduates(programmes)],
        sources=sources.items(),
        missing=missing,
        stated=len(essential) - len(missing),
        essential=len(essential),
    )


def school_ld(view: RecordView, address: str) -> dict[str, Any]:
    """The institution for search engines (schema.org): only what somebody has stated."""
    return organization_ld(view, "EducationalOrganization", address)


def _field_words(code: str) -> i18n.Text:
    return field_name(code) if code else i18n.Text(_("Field not stated"))


def _programme(view: RecordView, sources: SourceList) -> ProgrammeRow:
    students, graduates = view.facts.get("students"), view.facts.get("graduates")
    level = view.value("level")
    sheet = Sheet(view, PROGRAMME_CATALOGUE, sources)
    return ProgrammeRow(
        id=view.id,
        name=i18n.pick(view.names),
        level=str(LEVELS[level]) if level in LEVELS else "",
        relevance=i18n.pick(view.value("relevance_industry40")),
        students=sheet.row("students"),
        students_year=year_words(students.as_of_to) if students else "",
        graduates=sheet.row("graduates"),
        graduates_year=year_words(graduates.as_of_to) if graduates else "",
    )


def _bar(view: RecordView) -> dict[str, Any]:
    graduates = view.facts["graduates"]
    return {
        "name": i18n.pick(view.names),
        "number": graduates.value,
        "shown": i18n.number(graduates.value),
        "year": year_words(graduates.as_of_to),
    }
