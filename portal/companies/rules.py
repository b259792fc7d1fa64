"""What a visitor asks of the directory of companies, and calculations on plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from portal.companies.fields import SECTORS
from portal.records.directory import NOT_STATED
from portal.records.views import RecordView

SORTS = ("name", "-employees", "sector")
NAME_AND_PLACE_ONLY = frozenset({"notes", "address", "other_names"})


@dataclass(frozen=True)
class CompanySearch:
    """What to list. Several codes in one filter are alternatives; filters add up."""

    q: str = ""
    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    industry40: bool = False
    employees_min: Decimal | None = None
    sort: str = "name"
    page: int = 1
    limit: int = 50

    def without(self, filter_: str) -> CompanySearch:
        """The same search with one filter lifted: what the counts beside its choices are made of."""
        return replace(self, **{filter_: getattr(CompanySearch(), filter_)})

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return self != replace(CompanySearch(), sort=self.sort, page=self.page, limit=self.limit)


def count_countries(rows: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    """Companies by country of capital; one with capital of two countries counts in both."""
    counts: dict[str, int] = {}
    for packed, number in rows:
        for code in (packed or NOT_STATED).split(","):
            counts[code] = counts.get(code, 0) + number
    return counts


def knows_name_and_place_only(view: RecordView) -> bool:
    """Whether nothing but name and place is known, as with companies found on a map alone."""
    return set(view.facts) <= NAME_AND_PLACE_ONLY


def sector_order(counts: Mapping[str, int]) -> list[str]:
    """Sector codes in the order of the legend, the not stated last."""
    return [*SECTORS, *([NOT_STATED] if counts.get(NOT_STATED) else [])]
