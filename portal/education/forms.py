"""What stands in the address of the directory -> a search, with a sentence for what could not be used."""

from __future__ import annotations

from collections.abc import Collection

from portal.education.fields import TYPES
from portal.education.isced import ALL
from portal.education.rules import NOT_STATED, PAGE_SIZE, SORTS, EducationSearch
from portal.web.arguments import Arguments

MOST_PER_PAGE = 100
LAST_PAGE = 10_000


def read_search(
    arguments: Arguments, *, municipalities: Collection[str], fields: Collection[str]
) -> EducationSearch:
    """The search that an address asks for; problems stay in `arguments.problems`."""
    return EducationSearch(
        q=arguments.text("q"),
        types=arguments.codes("type", {*TYPES, NOT_STATED}),
        municipalities=arguments.codes("municipality", municipalities),
        fields=arguments.codes("isced_f", {*ALL, *fields}),
        sort=arguments.choice("sort", SORTS, "name"),
        page=arguments.whole("page", 1, LAST_PAGE, 1),
        limit=arguments.whole("limit", 1, MOST_PER_PAGE, PAGE_SIZE),
    )
