"""Rebuild what is derived, search columns and public bodies, from public facts: one function for all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session, lazyload, selectinload

from portal.db.batches import in_batches
from portal.records.geojson import etag_of, feature
from portal.records.models import DataVersion, Fact, PublicBody, Record
from portal.records.queries import find_surroundings
from portal.records.registry import RecordKind, kind_named, kinds
from portal.records.views import RecordView, record_view

BATCH = 500
SCOPE = "records"


def data_version(session: Session) -> int:
    """The number that every applied change raises; 0 in an empty portal."""
    return session.scalar(select(DataVersion.version).where(DataVersion.scope == SCOPE)) or 0


def raise_data_version(session: Session, now: datetime) -> int:
    """Count one more change and return the new number."""
    row = session.get(DataVersion, SCOPE, with_for_update=True)
    if row is None:
        row = DataVersion(scope=SCOPE, version=0, changed_at=now)
        session.add(row)
    row.version += 1
    row.changed_at = now
    session.flush()
    return row.version


def reproject(session: Session, nums: Collection[int], version: int) -> None:
    """Rebuild the projections and public bodies of the records with these numbers."""
    for batch in in_batches(sorted(nums), BATCH):
        _reproject_batch(session, batch, version)


def reproject_all(session: Session, version: int) -> int:
    """Rebuild everything derived; returns how many records there are."""
    session.execute(delete(PublicBody))
    for kind in kinds():
        session.execute(delete(kind.table))
    nums = session.scalars(select(Record.num)).all()
    reproject(session, nums, version)
    return len(nums)


def _reproject_batch(session: Session, nums: Sequence[int], version: int) -> None:
    records = session.scalars(
        select(Record)
        .where(Record.num.in_(nums))
        .order_by(Record.kind, Record.num)
        .options(selectinload(Record.facts).options(lazyload(Fact.evidence)), selectinload(Record.keys))
        .options(lazyload(Record.contact))
        .execution_options(populate_existing=True)
    ).all()
    session.execute(delete(PublicBody).where(PublicBody.record_num.in_(nums)))
    around = find_surroundings(session, records)
    for kind, members in _by_kind(records):
        views = [record_view(record, with_evidence=False, context=around[record.num]) for record in members]
        _write(session, kind, views, version)
    session.expire_all()


def _write(session: Session, kind: RecordKind, views: Sequence[RecordView], version: int) -> None:
    rows: list[dict[str, Any]] = []
    bodies: list[dict[str, Any]] = []
    for view in views:
        projection = kind.project(view)
        rows.append({"record_num": view.num, "id": view.id, **projection.columns})
        if view.state == "published" and view.visibility == "public":
            path = f"en/{kind.page_path}{view.id}" if kind.page_path else ""
            body = feature(view.id, view.shape, projection.properties, path)
            bodies.append(
                {"record_num": view.num, "geojson": body, "etag": etag_of(body), "data_version": version}
            )
    table: Any = kind.table
    session.execute(delete(table).where(table.record_num.in_([view.num for view in views])))
    session.execute(insert(table), rows)
    if bodies:
        session.execute(insert(PublicBody), bodies)


def _by_kind(records: Sequence[Record]) -> Iterator[tuple[RecordKind, list[Record]]]:
    for name in dict.fromkeys(record.kind for record in records):
        yield kind_named(name), [record for record in records if record.kind == name]
