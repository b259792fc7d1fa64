"""The profile of a company: its facts in groups, each with its evidence, and what is not stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal import i18n
from portal.companies.fields import CATALOGUE
from portal.companies.rules import knows_name_and_place_only
from portal.companies.shown import country_name
from portal.i18n import gettext as _
from portal.records.jsonld import organization_ld
from portal.records.sheet import Sheet, SheetGroup, SheetRow
from portal.records.sheet_words import dated_label
from portal.records.shown import SourceList
from portal.records.views import RecordView

APART = ("jobs_planned", "industry40")
"""Fields with a section of their own: announced jobs are not employees."""
HIDDEN_UNLESS_STATED = frozenset(
    {
        "activity",
        "role",
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
    """What the page shows."""

    groups: tuple[SheetGroup, ...]
    jobs_planned: SheetRow | None
    industry40: SheetRow | None
    sources: list[dict[str, Any]]
    is_bare: bool
    missing: list[tuple[str, str]]
    """(key, label) of the essential fields nobody has stated."""
    stated: int
    essential: int


def company_profile(view: RecordView) -> Profile:
    """The profile of a company from its public facts."""
    sources = SourceList()
    sheet = _sheet(view, sources)
    groups = sheet.groups()
    apart = {key: sheet.row(key) if key in view.facts else None for key in APART}
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


def _sheet(view: RecordView, sources: SourceList) -> Sheet:
    return Sheet(
        view,
        CATALOGUE,
        sources,
        hidden=(HIDDEN_UNLESS_STATED - set(view.facts)) | {*APART, "nace_version"},
        names={view.value("zone", ""): view.context.get("zone", {})},
        words=_words(view),
        label=dated_label,
    )


def _words(view: RecordView) -> dict[str, str]:
    """Codes that a reader may not know: countries by name, an activity with the version of its list."""
    words = {"capital_country": ", ".join(map(country_name, view.value("capital_country") or ()))}
    code, version = view.value("nace_code"), view.value("nace_version")
    if code and version:
        words["nace_code"] = _("%(code)s, NACE Rev. %(version)s", code=code, version=version)
    return words


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
