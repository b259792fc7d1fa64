"""Reading records: every reader starts from `listed` (or, for staff, says so)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from portal.db.base import JsonType
from portal.errors import NotFound
from portal.i18n import current
from portal.places.models import Municipality
from portal.records.models import ChangeSet, Fact, Record, Revision, Source, Succession
from portal.records.states import ChangeState, RecordState, Visibility
from portal.records.views import RecordView, record_view


def listed() -> ColumnElement[bool]:
    """What everyone may see: published and public. The one condition of all public readers."""
    return and_(Record.state == RecordState.PUBLISHED, Record.visibility == Visibility.PUBLIC)


def by_name() -> InstrumentedAttribute[str]:
    """The order of names as the reader's language sorts the names it shows."""
    column: InstrumentedAttribute[str] = getattr(Record, f"name_sort_{current()}")
    return column


def find_view(session: Session, kind: str, id_: str) -> RecordView | None:
    """A listed record with all its public facts and their evidence; None where there is none."""
    record = session.scalar(
        _with_facts(select(Record).where(Record.id == id_, Record.kind == kind, listed()))
    )
    if record is None:
        return None
    return record_view(record, context=find_surroundings(session, [record])[record.num])


def get_view(session: Session, kind: str, id_: str) -> RecordView:
    """Like `find_view`. Raises NotFound."""
    view = find_view(session, kind, id_)
    if view is None:
        raise NotFound("no_such_record", kind=kind, id=id_)
    return view


def find_views(session: Session, nums: Sequence[int], *, with_evidence: bool = False) -> list[RecordView]:
    """Listed records by their numbers, in the order asked for."""
    query = select(Record).where(Record.num.in_(nums), listed())
    records = {record.num: record for record in session.scalars(_with_facts(query, with_evidence))}
    context = find_surroundings(session, list(records.values()))
    return [
        record_view(records[num], with_evidence=with_evidence, context=context[num])
        for num in nums
        if num in records
    ]


def find_names(session: Session, ids: Collection[str]) -> dict[str, Mapping[str, str]]:
    """Names by language of listed records, by id."""
    found = session.execute(select(Record.id, Record.name_j).where(Record.id.in_(ids), listed()))
    return dict(found.all())


def find_listed(session: Session, kind: str) -> list[tuple[str, datetime]]:
    """Id and moment of the last change of every listed record of a kind, for sitemap.xml."""
    query = select(Record.id, Record.edited_at).where(Record.kind == kind, listed()).order_by(Record.id)
    return [(id_, edited_at) for id_, edited_at in session.execute(query)]


def find_successors(session: Session, id_: str) -> list[str]:
    """The ids that a split, merged or replaced record lives on under."""
    query = select(Succession.new_id).where(Succession.old_id == id_).order_by(Succession.new_id)
    return list(session.scalars(query))


def find_history(session: Session, id_: str) -> list[tuple[Revision, ChangeSet]]:
    """The applied changes of a record, newest first. One statement."""
    query = (
        select(Revision, ChangeSet)
        .join(ChangeSet, ChangeSet.id == Revision.change_set_id)
        .where(Revision.record_id == id_, ChangeSet.state == ChangeState.APPLIED)
        .order_by(Revision.id.desc())
    )
    return [(revision, change_set) for revision, change_set in session.execute(query)]


def find_archived(session: Session, kind: str, id_: str) -> Mapping[str, str] | None:
    """Names by language of a public record that is archived; None where there is none of that kind and id."""
    query = select(Record.name_j).where(
        Record.id == id_,
        Record.kind == kind,
        Record.state == RecordState.ARCHIVED,
        Record.visibility == Visibility.PUBLIC,
    )
    return session.scalar(query)


def find_sources(session: Session, ids: Collection[str]) -> dict[str, Source]:
    """Sources by id."""
    return {source.id: source for source in session.scalars(select(Source).where(Source.id.in_(ids)))}


def _with_facts(query: Select[Record], with_evidence: bool = True) -> Select[Record]:
    facts = selectinload(Record.facts)
    return query.options(
        facts.selectinload(Fact.evidence) if with_evidence else facts.lazyload(Fact.evidence)
    ).options(selectinload(Record.keys))


def find_members(session: Session, zone_ids: Collection[str]) -> set[int]:
    """The numbers of the records that say they lie in one of these zones."""
    ids = [literal(zone_id, JsonType) for zone_id in zone_ids]
    query = select(Fact.record_num).where(Fact.key == "zone", Fact.value_j.in_(ids))
    return set(session.scalars(query)) if ids else set()


def find_surroundings(session: Session, records: Sequence[Record]) -> dict[int, dict[str, Any]]:
    """By record number the names of its municipality and, where everyone may know it, of its zone."""
    places = {record.municipality_id for record in records}
    rows = session.execute(select(Municipality.id, Municipality.name_j).where(Municipality.id.in_(places)))
    municipalities = dict(rows.all())
    zone_of = {
        record.num: fact.value_j
        for record in records
        for fact in record.facts
        if fact.key == "zone" and fact.public
    }
    zones = find_names(session, set(zone_of.values())) if zone_of else {}
    return {
        record.num: {
            "municipality": municipalities.get(record.municipality_id or "", {}),
            "zone": zones.get(zone_of.get(record.num, ""), {}),
        }
        for record in records
    }
