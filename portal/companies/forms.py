"""What stands in the address of the directory -> a search, with a sentence for what could not be used."""

from __future__ import annotations

from collections.abc import Collection

from portal.companies.fields import ROLES, SECTORS
from portal.companies.rules import SORTS, CompanySearch
from portal.records.directory import NOT_STATED
from portal.web.arguments import Arguments


def read_search(
    arguments: Arguments,
    *,
    municipalities: Collection[str],
    zones: Collection[str],
    countries: Collection[str],
) -> CompanySearch:
    """The search that an address asks for; problems stay in `arguments.problems`."""
    return CompanySearch(
        q=arguments.text("q"),
        sectors=arguments.codes("sector", {*SECTORS, NOT_STATED}),
        roles=arguments.codes("role", {*ROLES, NOT_STATED}),
        municipalities=arguments.codes("municipality", municipalities),
        zones=arguments.codes("zone", {*zones, NOT_STATED}),
        countries=arguments.codes("capital_country", {*countries, NOT_STATED}),
        industry40=arguments.flag("industry40"),
        employees_min=arguments.number("employees_min"),
        sort=arguments.choice("sort", SORTS, "name"),
        page=arguments.page(),
        limit=arguments.page_size(),
    )
