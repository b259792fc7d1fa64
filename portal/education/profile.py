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
from portal.records.shown import ShownFact, SourceList, shown_fact, year_words
from portal.records.views import RecordView

HIDDEN_UNLESS_STATED = frozenset({"notes"})


@dataclass(frozen=True)
class ProgrammeRow:
    """One programme. A figure is None where nobody stated it."""

    id: str
    name: i18n.Text
    level: str
    relevance: i18n.Text
    students: ShownFact
    students_year: str
    graduates: ShownFact
    graduates_year: str


@dataclass(frozen=True)
class InstitutionProfile:
    """What the page shows. `groups`: (id, title, rows, stated); `fields`: (code, name, programmes)."""

    groups: list[tuple[str, str, list[ShownFact], int]]
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
    groups = []
    for group, title in INSTITUTION_CATALOGUE.groups.items():
        rows = _rows(view, group, sources)
        groups.append((group, str(title), rows, sum(row.value is not None for row in rows)))
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


def _rows(view: RecordView, group: str, sources: SourceList) -> list[ShownFact]:
    return [
        shown_fact(item, view.facts.get(item.key), sources)
        for item in INSTITUTION_CATALOGUE.in_group(group)
        if item.key in view.facts or item.key not in HIDDEN_UNLESS_STATED
    ]


def _programme(view: RecordView, sources: SourceList) -> ProgrammeRow:
    students, graduates = view.facts.get("students"), view.facts.get("graduates")
    level = view.value("level")
    return ProgrammeRow(
        id=view.id,
        name=i18n.pick(view.names),
        level=str(LEVELS[level]) if level in LEVELS else "",
        relevance=i18n.pick(view.value("relevance_industry40")),
        students=shown_fact(PROGRAMME_CATALOGUE["students"], students, sources),
        students_year=year_words(students.as_of_to) if students else "",
        graduates=shown_fact(PROGRAMME_CATALOGUE["graduates"], graduates, sources),
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
