"""Reading institutions and programmes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from portal.education.fields import HIGHER
from portal.education.models import Institution, Programme
from portal.education.rules import EducationSearch
from portal.records.directory import among, by_code, listed_with
from portal.records.models import Record
from portal.records.queries import by_name, find_views, listed
from portal.records.textsearch import has_word, search_terms
from portal.records.views import RecordView

FOR_INDUSTRY = (*HIGHER, "vocational", "training", "robotics", "steam", "technology_centre")
"""Kinds of institution in the order in which an employer asks for them."""


@dataclass(frozen=True)
class InstitutionList:
    """One page of the directory and what the filters would give. Counts are by filter, then by code."""

    views: list[RecordView]
    total: int
    of: int
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    programmes: dict[str, int] = field(default_factory=dict)
    """How many programmes are known of each institution on this page, by id."""


def find_institutions(session: Session, search: EducationSearch) -> InstitutionList:
    """The page of institutions that a search asks for, with counts for every filter."""
    chosen = _chosen(search)
    page = _from_listed(Record.num).where(*chosen).order_by(*_order(search.sort))
    nums = session.scalars(page.limit(search.limit).offset((search.page - 1) * search.limit)).all()
    views = find_views(session, nums)
    return InstitutionList(
        views=views,
        total=session.scalar(_from_listed(func.count()).where(*chosen)) or 0,
        of=session.scalar(_from_listed(func.count())) or 0,
        counts={
            "types": _count_by(session, Institution.type, search.without("types")),
            "municipalities": _count_by(session, Record.municipality_id, search.without("municipalities")),
            "fields": _count_fields(session, search.without("fields")),
        },
        programmes=_count_programmes(session, [view.id for view in views]),
    )


def find_programmes(session: Session, institution_id: str) -> list[RecordView]:
    """The programmes of an institution in the order of their names, with their evidence."""
    query = (
        select(Record.num)
        .join(Programme, Programme.record_num == Record.num)
        .where(listed(), Programme.institution_id == institution_id)
        .order_by(by_name(), Record.num)
    )
    return find_views(session, session.scalars(query).all(), with_evidence=True)


def trainers(session: Session, limit: int) -> list[int]:
    """Record numbers of institutions that train for industry, those with stated students first."""
    rank = {type_: place for place, type_ in enumerate(FOR_INDUSTRY)}
    rows = session.execute(
        _from_listed(Record.num, Institution.type, Institution.students, by_name()).where(
            Institution.type.in_(FOR_INDUSTRY)
        )
    ).all()
    ordered = sorted(rows, key=lambda row: (row[2] is None, rank[row[1]], -(row[2] or 0), row[3]))
    return [row[0] for row in ordered[:limit]]


def find_field_codes(session: Session) -> list[str]:
    """The ISCED-F codes that any listed programme names."""
    query = _programmes(Programme.isced_f).where(Programme.isced_f.is_not(None)).distinct()
    return sorted(session.scalars(query))


def _programmes(*columns: Any) -> Select[Any]:
    return listed_with(Programme, *columns)


def _from_listed(*columns: Any) -> Select[Any]:
    return listed_with(Institution, *columns)


def _order(sort: str) -> tuple[Any, ...]:
    column = {"-students": Institution.students, "-graduates": Institution.graduates}.get(sort)
    if column is not None:
        return (column.is_(None), column.desc(), by_name(), Record.num)
    if sort == "type":
        return (Institution.type.is_(None), Institution.type, by_name(), Record.num)
    return (by_name(), Record.num)


def _chosen(search: EducationSearch) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        has_word(Institution.search_text, word) for word in search_terms(search.q)
    ]
    conditions += among(Institution.type, search.types)
    conditions += among(Record.municipality_id, search.municipalities)
    if search.fields:
        conditions.append(_teaches(search.fields))
    return conditions


def _teaches(codes: Sequence[str]) -> ColumnElement[bool]:
    programme = Record.__table__.alias("programme_record")
    fields = or_(*(Programme.isced_f.startswith(code, autoescape=True) for code in codes))
    return exists().where(
        Programme.institution_id == Institution.id,
        programme.c.num == Programme.record_num,
        programme.c.state == "published",
        programme.c.visibility == "public",
        fields,
    )


def _count_by(
    session: Session, column: InstrumentedAttribute[Any], search: EducationSearch
) -> dict[str, int]:
    query = _from_listed(column, func.count()).where(*_chosen(search)).group_by(column)
    return by_code(session.execute(query))


def _count_fields(session: Session, search: EducationSearch) -> dict[str, int]:
    """Institutions by broad field of what they teach; one that teaches in two counts in both."""
    inside = _from_listed(Institution.id).where(*_chosen(search)).scalar_subquery()
    broad = func.substr(Programme.isced_f, 1, 2)
    query = (
        _programmes(broad, func.count(Programme.institution_id.distinct()))
        .where(Programme.institution_id.in_(inside), Programme.isced_f.is_not(None))
        .group_by(broad)
    )
    return {str(code): number for code, number in session.execute(query)}


def _count_programmes(session: Session, ids: Collection[str]) -> dict[str, int]:
    query = (
        _programmes(Programme.institution_id, func.count())
        .where(Programme.institution_id.in_(ids))
        .group_by(Programme.institution_id)
    )
    return {str(code): number for code, number in session.execute(query)}
