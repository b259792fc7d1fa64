"""What stands in the address of the directory -> a search, with a sentence for what could not be used."""

from __future__ import annotations

from collections.abc import Collection

from portal.companies.fields import ROLES, SECTORS
from portal.companies.rules import NOT_STATED, PAGE_SIZE, SORTS, CompanySearch
from portal.web.arguments import Arguments

MOST_PER_PAGE = 100
LAST_PAGE = 10_000


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
        page=arguments.whole("page", 1, LAST_PAGE, 1),
        limit=arguments.whole("limit", 1, MOST_PER_PAGE, PAGE_SIZE),
    )
