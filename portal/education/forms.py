"""What stands in the address of the directory -> a search, with a sentence for what could not be used."""

from __future__ import annotations

from collections.abc import Collection

from portal.education.fields import TYPES
from portal.education.isced import ALL
from portal.education.rules import SORTS, EducationSearch
from portal.records.directory import NOT_STATED
from portal.web.arguments import Arguments


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
        page=arguments.page(),
        limit=arguments.page_size(),
    )
