"""The profile of a company: its facts in groups, each with its evidence, and what is not stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from portal import i18n
from portal.companies.fields import CATALOGUE
from portal.companies.rules import knows_name_and_place_only
from portal.companies.shown import country_name
from portal.i18n import gettext as _
from portal.records.jsonld import organization_ld
from portal.records.shown import ShownFact, SourceList, shown_fact
from portal.records.views import RecordView

APART = ("jobs_planned", "industry40")
"""Fields with a section of their own: announced jobs are not employees."""
HIDDEN_UNLESS_STATED = frozenset(
    {
        "activity",
        "role",
        "nace_version",
        "status",
        "capital_note",
        "ownership",
        "legal_form",
        "other_names",
        "notes",
    }
)
"""Fields one does not ask for: shown where somebody stated them."""


@dataclass(frozen=True)
class Profile:
    """What the page shows. `groups`: (id, title, rows, how many of them are stated)."""

    groups: list[tuple[str, str, list[ShownFact], int]]
    jobs_planned: ShownFact | None
    industry40: ShownFact | None
    sources: list[dict[str, Any]]
    is_bare: bool
    missing: list[tuple[str, str]] = field(default_factory=list)
    """(key, label) of the essential fields nobody has stated."""
    stated: int = 0
    essential: int = 0


def company_profile(view: RecordView) -> Profile:
    """The profile of a company from its public facts."""
    sources = SourceList()
    names = {view.value("zone"): view.context.get("zone", {})}
    groups = []
    for group, title in CATALOGUE.groups.items():
        rows = _rows(view, group, sources, names)
        groups.append((group, str(title), rows, sum(row.value is not None for row in rows)))
    apart = {key: _apart(view, key, sources) for key in APART}
    missing = [
        (item.key, str(item.label)) for item in CATALOGUE if item.essential and item.key not in view.facts
    ]
    essential = sum(item.essential for item in CATALOGUE)
    return Profile(
        groups=groups,
        jobs_planned=apart["jobs_planned"],
        industry40=apart["industry40"],
        sources=sources.items(),
        is_bare=knows_name_and_place_only(view),
        missing=missing,
        stated=essential - len(missing),
        essential=essential,
    )


def _rows(view: RecordView, group: str, sources: SourceList, names: Mapping[Any, Any]) -> list[ShownFact]:
    rows = [
        shown_fact(item, view.facts.get(item.key), sources, names)
        for item in CATALOGUE.in_group(group)
        if item.key not in APART and (item.key in view.facts or item.key not in HIDDEN_UNLESS_STATED)
    ]
    return [_in_words(view, row) for row in rows if row.key != "nace_version"]


def _in_words(view: RecordView, row: ShownFact) -> ShownFact:
    """Codes that a reader may not know: countries by name, an activity with the version of its list."""
    if row.key == "capital_country" and row.value is not None:
        countries = ", ".join(country_name(code) for code in view.value("capital_country"))
        return replace(row, value=i18n.Text(countries))
    if row.key == "nace_code" and row.value is not None and view.value("nace_version"):
        version = view.value("nace_version")
        return replace(
            row, value=i18n.Text(_("%(code)s, NACE Rev. %(version)s", code=row.value, version=version))
        )
    return row


def _apart(view: RecordView, key: str, sources: SourceList) -> ShownFact | None:
    fact = view.facts.get(key)
    return None if fact is None else shown_fact(CATALOGUE[key], fact, sources)


def company_ld(view: RecordView, address: str) -> dict[str, Any]:
    """The company for search engines (schema.org Organization): only what somebody has stated."""
    employees = view.value("employees")
    return organization_ld(
        view,
        "Organization",
        address,
        description=i18n.pick(view.value("products")),
        numberOfEmployees=employees and {"@type": "QuantitativeValue", "value": employees},
    )
