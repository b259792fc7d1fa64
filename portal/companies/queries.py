"""Reading companies: the directory with its counts, and the largest employers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

from portal.companies.models import Company
from portal.companies.rules import CompanySearch, count_countries
from portal.records.directory import NOT_STATED, among, by_code, listed_with
from portal.records.models import Record
from portal.records.queries import by_name, find_views
from portal.records.textsearch import has_word, search_terms
from portal.records.views import RecordView


@dataclass(frozen=True)
class CompanyList:
    """One page of the directory and what the filters would give. Counts are by filter, then by code."""

    views: list[RecordView]
    total: int
    of: int
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    size_unknown: int = 0
    """Left out only because nobody states how many people they employ."""


def find_companies(session: Session, search: CompanySearch) -> CompanyList:
    """The page of companies that a search asks for, with counts for every filter."""
    chosen = _chosen(search)
    total = session.scalar(_from_listed(func.count()).where(*chosen)) or 0
    page = _from_listed(Record.num).where(*chosen).order_by(*_order(search.sort))
    nums = session.scalars(page.limit(search.limit).offset((search.page - 1) * search.limit)).all()
    return CompanyList(
        views=find_views(session, nums),
        total=total,
        of=session.scalar(_from_listed(func.count())) or 0,
        counts=_counts(session, search),
        size_unknown=_size_unknown(session, search),
    )


def largest_employers(session: Session, limit: int) -> Sequence[int]:
    """Record numbers of the companies with the most employees that anyone has stated, the largest first."""
    query = _from_listed(Record.num).where(Company.employees.is_not(None))
    return session.scalars(query.order_by(Company.employees.desc(), by_name()).limit(limit)).all()


def find_options(session: Session) -> dict[str, list[str]]:
    """The zones and countries that any listed company names, by code."""
    rows = session.execute(_from_listed(Company.zone_id, Company.capital_country).distinct()).all()
    countries = {code for _zone, packed in rows if packed for code in packed.split(",")}
    return {"zones": sorted({zone for zone, _packed in rows if zone}), "countries": sorted(countries)}


def _from_listed(*columns: Any) -> Select[Any]:
    return listed_with(Company, *columns)


def _order(sort: str) -> tuple[Any, ...]:
    if sort == "-employees":
        return (Company.employees.is_(None), Company.employees.desc(), by_name(), Record.num)
    if sort == "sector":
        return (Company.sector.is_(None), Company.sector, by_name(), Record.num)
    return (by_name(), Record.num)


def _chosen(search: CompanySearch) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        has_word(Company.search_text, word) for word in search_terms(search.q)
    ]
    conditions += among(Company.sector, search.sectors)
    conditions += among(Company.role, search.roles)
    conditions += among(Record.municipality_id, search.municipalities)
    conditions += among(Company.zone_id, search.zones)
    if search.countries:
        conditions.append(_has_country(search.countries))
    if search.industry40:
        conditions.append(Company.industry40.is_(True))
    if search.employees_min is not None:
        conditions.append(Company.employees >= float(search.employees_min))
    return conditions


def _has_country(codes: Sequence[str]) -> ColumnElement[bool]:
    packed = literal(",").concat(Company.capital_country).concat(",")
    parts = [packed.contains(f",{code},", autoescape=True) for code in codes if code != NOT_STATED]
    if NOT_STATED in codes:
        parts.append(Company.capital_country.is_(None))
    return or_(false(), *parts)


def _counts(session: Session, search: CompanySearch) -> dict[str, dict[str, int]]:
    columns: dict[str, InstrumentedAttribute[Any]] = {
        "sectors": Company.sector,
        "roles": Company.role,
        "municipalities": Record.municipality_id,
        "zones": Company.zone_id,
    }
    counts = {name: _count_by(session, column, search.without(name)) for name, column in columns.items()}
    by_capital = _group(session, Company.capital_country, search.without("countries"))
    industry40 = _count_by(session, Company.industry40, search.without("industry40"))
    counts["countries"] = count_countries(by_capital)
    counts["industry40"] = {"1": industry40.get("True", 0)}
    return counts


def _count_by(session: Session, column: InstrumentedAttribute[Any], search: CompanySearch) -> dict[str, int]:
    return by_code(_group(session, column, search))


def _group(
    session: Session, column: InstrumentedAttribute[Any], search: CompanySearch
) -> list[tuple[Any, int]]:
    query = _from_listed(column, func.count()).where(*_chosen(search)).group_by(column)
    return [(code, number) for code, number in session.execute(query)]


def _size_unknown(session: Session, search: CompanySearch) -> int:
    if search.employees_min is None:
        return 0
    unknown = and_(*_chosen(search.without("employees_min")), Company.employees.is_(None))
    return session.scalar(_from_listed(func.count()).where(unknown)) or 0
