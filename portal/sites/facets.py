"""Counts beside a search: per code of each list filter, in total, left out for unknown values.

All counts of a page come from one statement: the sites that the figures, text and place let pass or leave
unknown are taken once, with a mark for each condition; each count then asks for its marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import Float, String

from portal.sites.conditions import (
    FACETS,
    LIST_COLUMNS,
    NOT_TAKEN,
    PACKED_COLUMNS,
    SITE,
    Condition,
    Conditions,
    passes,
)
from portal.sites.needs import Asked
from portal.sites.queries import CARD_COLUMNS, JOINED, FoundSite, found_site
from portal.sites.search import SearchParams

AnySelect = Select[*tuple[Any, ...]]
_COLUMNS = {**LIST_COLUMNS, **PACKED_COLUMNS}
GROUPS = {
    "state": ("availability", "kind", "municipality"),
    "zone": ("zone",),
    "deal": ("tenure", "land_use"),
}
"""Facets that are counted in one pass: few combinations, far fewer than sites. The first gives the total."""
TOTAL = next(iter(GROUPS))
MEETING = "meeting"
WIDEST = max(map(len, GROUPS.values()))


@dataclass(frozen=True)
class Counts:
    """What a search counts."""

    total: int
    meeting: int
    """How many of them are known to meet every need: unknown never counts as met."""
    facets: Mapping[str, Mapping[str, int]]
    """By facet and code: how many sites there are with this code and all other filters applied."""
    left_out: Mapping[str, int]
    """By need (its parameter): how many sites meet everything else and do not state this."""


def count_facets(session: Session, search: Conditions) -> Counts:
    """All counts of a search in one statement."""
    base = _marked(search)
    strict = [item.asked.parameter for item in search.needs if not search.params.lets_pass(item.asked.prop)]
    queries: list[AnySelect] = [_grouped(base, search, name, group) for name, group in GROUPS.items()]
    queries += [_left_out(base, search, parameter) for parameter in strict]
    queries += [_meeting(base, search)] if len(strict) < len(search.needs) else []
    facets: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    total, meeting, left_out = 0, None, {}
    for name, *codes, number in session.execute(union_all(*queries)).all():
        if name in GROUPS:
            found = _tally(facets, search.params, GROUPS[name], codes, number)
            total += found if name == TOTAL else 0
        elif name == MEETING:
            meeting = number
        else:
            left_out[name] = number
    return Counts(total, total if meeting is None else meeting, facets, left_out)


def _tally(
    facets: Mapping[str, Counter[str]],
    params: SearchParams,
    group: tuple[str, ...],
    packed: Sequence[str | None],
    number: int,
) -> int:
    """Count one group of sites where it belongs; returns its number where it meets every list filter."""
    codes = {facet: _codes(facet, code) for facet, code in zip(group, packed, strict=False)}
    failed = [facet for facet in group if not passes(params, facet, codes[facet])]
    if len(failed) > 1:
        return 0
    for facet in failed or group:
        for code in codes[facet]:
            facets[facet][code] += number
    return 0 if failed else number


@lru_cache(maxsize=1000)
def _codes(facet: str, code: str | None) -> tuple[str, ...]:
    if code is None:
        return ()
    return tuple(code.strip("|").split("|")) if facet in PACKED_COLUMNS else (code,)


def _marked(search: Conditions) -> CTE:
    """Every site that may count anywhere, with 1 or 0 for each condition that not all counts share."""
    marks = [_mark(f"need_{item.asked.parameter}", search.need(item)) for item in search.needs]
    marks += [_mark(f"facet_{name}", condition) for name, condition in search.facets.items()]
    if search.needs:
        marks.append(_mark(MEETING, and_(*(item.met for item in search.needs))))
    columns = [column.label(name) for name, column in _COLUMNS.items()]
    query: AnySelect = select(*columns, *marks).select_from(JOINED)
    maybe = (or_(search.need(item), item.unknown) for item in search.needs)
    return query.where(*search.others.values(), search.always, *maybe).cte("marked")


def _mark(name: str, condition: Condition) -> ColumnElement[int]:
    return case((condition, 1), else_=0).label(name)


def _grouped(base: CTE, search: Conditions, name: str, group: tuple[str, ...]) -> AnySelect:
    """The facets of one group counted together; Python takes them apart (`_tally`)."""
    columns = [base.c[facet] for facet in group]
    needs = [f"need_{item.asked.parameter}" for item in search.needs]
    others = [f"facet_{facet}" for facet in search.facets if facet not in group]
    query: AnySelect = select(
        literal(name), *columns, *_nothing(WIDEST - len(group)), func.count()
    ).select_from(base)
    query = query.where(*(base.c[mark] == 1 for mark in needs + others))
    if name != TOTAL:  # sites without any of these codes count nowhere
        query = query.where(or_(*(column.is_not(None) for column in columns)))
    return query.group_by(*columns)


def _meeting(base: CTE, search: Conditions) -> AnySelect:
    facets = [f"facet_{name}" for name in search.facets]
    query = select(literal(MEETING), *_nothing(WIDEST), func.count()).select_from(base)
    return query.where(*(base.c[mark] == 1 for mark in (MEETING, *facets)))


def _left_out(base: CTE, search: Conditions, parameter: str) -> AnySelect:
    mine = f"need_{parameter}"
    marks = [f"need_{item.asked.parameter}" for item in search.needs] + [
        f"facet_{name}" for name in search.facets
    ]
    query = select(literal(parameter), *_nothing(WIDEST), func.count()).select_from(base)
    return query.where(base.c[mine] == 0, *(base.c[mark] == 1 for mark in marks if mark != mine))


def _nothing(number: int) -> list[ColumnElement[Any]]:
    return [null().cast(String)] * number


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
    """The sites nearest to the figures asked for: most needs met, known misses first, smallest gaps."""
    if not search.needs:
        return []
    unmet = [case((item.met, 0), else_=1) for item in search.needs]
    unknown = [case((item.unknown, 1), else_=0) for item in search.needs]
    gaps = [
        case((or_(item.met, item.unknown), 0.0), else_=_share_missing(item.asked)) for item in search.needs
    ]
    query = select(*CARD_COLUMNS).select_from(JOINED)
    query = query.where(*search.others.values(), search.always, *search.facets.values())
    query = query.order_by(*(sum(parts[1:], start=parts[0]) for parts in (unmet, unknown, gaps)), SITE.id)
    return [found_site(row) for row in session.execute(query.limit(limit)).mappings()]


def _share_missing(asked: Asked) -> ColumnElement[float]:
    """The gap as a share of what is asked for; one where shares make no sense (dates, flags)."""
    if asked.is_flag or not isinstance(asked.bound, int | float) or not asked.bound:
        return literal(1.0)
    return type_coerce(func.abs(SITE[asked.column] - asked.bound) / float(asked.bound), Float)


def find_open_ids(session: Session, search: Conditions, parameter: str, limit: int) -> list[str]:
    """Ids of sites that meet all else and do not state what this need asks for, best described first."""
    needs = [
        item.unknown if item.asked.parameter == parameter else search.need(item) for item in search.needs
    ]
    query = select(SITE.id).select_from(JOINED)
    query = query.where(*search.others.values(), search.always, *search.facets.values(), *needs)
    return list(session.scalars(query.order_by(SITE.completeness.desc(), SITE.id).limit(limit)))
