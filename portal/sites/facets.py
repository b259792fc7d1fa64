"""Counts beside a search: per code of each list filter, in total, left out for unknown values, and where it ends.

All counts of a page come from one statement: the sites that the figures, text and place let pass or leave
unknown are taken once, with a mark for each condition; each count then asks for its marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, case, func, literal, null, or_, select, union_all
from sqlalchemy.orm import Session
from sqlalchemy.types import String

from portal.sites.conditions import (
    FACETS,
    LIST_COLUMNS,
    NOT_TAKEN,
    PACKED_COLUMNS,
    SITE,
    Condition,
    Conditions,
    NeedConditions,
)
from portal.sites.needs import Asked
from portal.sites.queries import CARD_COLUMNS, JOINED, FoundSite, found_site

_COLUMNS = {**LIST_COLUMNS, **PACKED_COLUMNS}


@dataclass(frozen=True)
class Counts:
    """What a search counts."""

    total: int
    facets: Mapping[str, Mapping[str, int]]
    """By facet and code: how many sites there are with this code and all other filters applied."""
    left_out: Mapping[str, int]
    """By need (its parameter): how many sites meet everything else and do not state this."""


def count_facets(session: Session, search: Conditions) -> Counts:
    """All counts of a search in one statement."""
    base = _marked(search)
    counts = [_total(base, search), *(_facet(base, search, name) for name in FACETS)]
    counts += [_left_out(base, search, item.asked.parameter) for item in search.needs if _strict(search, item)]
    facets: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    total, left_out = 0, {}
    for name, code, number in session.execute(union_all(*counts)):
        if name in facets:
            for part in _codes(name, code):
                facets[name][part] += number
        elif name == "total":
            total = number
        else:
            left_out[name] = number
    return Counts(total, facets, left_out)


def _strict(search: Conditions, item: NeedConditions) -> bool:
    return not search.params.lets_pass(item.asked.prop)


def _codes(name: str, code: str | None) -> Iterable[str]:
    if code is None:
        return ()
    return code.strip("|").split("|") if name in PACKED_COLUMNS else (code,)


def _marked(search: Conditions) -> CTE:
    """Every site that may count anywhere, with 1 or 0 for each condition that not all counts share."""
    marks = [_mark(f"need_{item.asked.parameter}", search.need(item)) for item in search.needs]
    marks += [_mark(f"facet_{name}", condition) for name, condition in search.facets.items()]
    columns = [column.label(name) for name, column in _COLUMNS.items()]
    query: Select[Any] = select(*columns, *marks).select_from(JOINED)
    maybe = (or_(search.need(item), item.unknown) for item in search.needs)
    return query.where(*search.others.values(), search.always, *maybe).cte("marked")


def _mark(name: str, condition: Condition) -> ColumnElement[int]:
    return case((condition, 1), else_=0).label(name)


def _where(base: CTE, search: Conditions, *, but: str = "") -> ColumnElement[bool]:
    names = [f"need_{item.asked.parameter}" for item in search.needs]
    names += [f"facet_{name}" for name in search.facets]
    return and_(literal(1) == 1, *(base.c[name] == 1 for name in names if name != but))


def _total(base: CTE, search: Conditions) -> Select[Any]:
    return _count(base, "total").where(_where(base, search))


def _facet(base: CTE, search: Conditions, name: str) -> Select[Any]:
    query = select(literal(name), base.c[name], func.count()).select_from(base)
    return query.where(_where(base, search, but=f"facet_{name}")).group_by(base.c[name])


def _left_out(base: CTE, search: Conditions, parameter: str) -> Select[Any]:
    mark = f"need_{parameter}"
    return _count(base, parameter).where(_where(base, search, but=mark), base.c[mark] == 0)


def _count(base: CTE, name: str) -> Select[Any]:
    return select(literal(name), null().cast(String), func.count()).select_from(base)


def count_without(session: Session, search: Conditions) -> dict[str, int]:
    """For each parameter given: how many sites the search would find without it. One statement."""
    named = search.by_parameter()
    if not named:
        return {}
    counts = []
    for name in named:
        rest = [condition for other, condition in named.items() if other != name]
        if "availability" not in named or name == "availability":
            rest.append(NOT_TAKEN)
        counts.append(func.coalesce(func.sum(case((and_(search.always, *rest), 1), else_=0)), 0).label(name))
    row = session.execute(select(*counts).select_from(JOINED)).one()
    return {name: int(number) for name, number in zip(named, row, strict=True)}


def find_nearest(session: Session, search: Conditions, limit: int = 5) -> list[FoundSite]:
    """The sites that miss the figures asked for by least: fewest failed needs, smallest gaps, fewest unknown."""
    if not search.needs:
        return []
    failed = [case((or_(item.met, item.unknown), 0), else_=1) for item in search.needs]
    unknown = [case((item.unknown, 1), else_=0) for item in search.needs]
    gaps = [case((or_(item.met, item.unknown), 0.0), else_=_share_missing(item.asked)) for item in search.needs]
    query = select(*CARD_COLUMNS).select_from(JOINED)
    query = query.where(*search.others.values(), search.always, *search.facets.values())
    query = query.order_by(*(sum(parts[1:], start=parts[0]) for parts in (failed, gaps, unknown)), SITE.id)
    return [found_site(row) for row in session.execute(query.limit(limit)).mappings()]


def _share_missing(asked: Asked) -> ColumnElement[float]:
    """The gap as a share of what is asked for; one where shares make no sense (dates, flags)."""
    if asked.is_flag or not isinstance(asked.bound, int | float) or not asked.bound:
        return literal(1.0)
    return func.abs(SITE[asked.column] - asked.bound) / float(asked.bound)
