"""The one way to change a record: propose a change set, then apply or reject it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from portal.audit.actions import record_audit
from portal.db.batches import in_batches
from portal.errors import Conflict, Refused
from portal.i18n import LANGUAGES, pick, sort_key
from portal.records.changes import (
    COLUMNS,
    FactChange,
    RecordChange,
    columns_from_json,
    columns_json,
    fact_from_json,
    fact_json,
    mapped_column,
    mapped_fact_json,
)
from portal.records.models import ChangeSet, Fact, FactSource, Record, RecordKey, Revision
from portal.records.projection import raise_data_version, reproject
from portal.records.queries import find_members
from portal.records.registry import kind_named
from portal.records.states import ChangeState, RecordState
from portal.records.textsearch import search_terms
from portal.records.values import numeric_value, problem_of

BATCH = 500


def propose(
    session: Session, changes: Sequence[RecordChange], *, kind: str, by: str, reason: str = "", now: datetime
) -> ChangeSet:
    """Keep changes as a proposed change set. Raises Refused naming every value its field does not take."""
    _refuse_problems(changes)
    change_set = ChangeSet(kind=kind, by=by, reason=reason, at=now, state=ChangeState.PROPOSED)
    present = _records(session, [change.record_id for change in changes])
    change_set.revisions = [_revision(change, present.get(change.record_id)) for change in changes]
    session.add(change_set)
    session.flush()
    return change_set


def apply_change_set(session: Session, change_set: ChangeSet, *, by: str, now: datetime) -> None:
    """Make a proposed change set true: records, revisions, projections, data version and audit together.

    Raises Conflict where a record changed since the proposal, Refused where the set was already decided.
    """
    if change_set.state is not ChangeState.PROPOSED:
        raise Refused("change_set_decided", state=change_set.state)
    revisions = change_set.revisions
    present = _records(session, [revision.record_id for revision in revisions], lock=True)
    _refuse_stale(revisions, present)
    touched = [_write(session, revision, present.get(revision.record_id), now) for revision in revisions]
    session.flush()
    change_set.state, change_set.decided_by, change_set.decided_at = ChangeState.APPLIED, by, now
    record_audit(
        session, now=now, actor=by, action=f"{change_set.kind}.applied", subject=f"change_set:{change_set.id}"
    )
    session.flush()
    zones = [record.id for record in touched if record.kind == "zone"]
    nums = {record.num for record in touched} | find_members(session, zones)
    reproject(session, nums, raise_data_version(session, now))


def reject_change_set(session: Session, change_set: ChangeSet, *, by: str, now: datetime) -> None:
    """Decide against a proposed change set; the records stay as they are."""
    if change_set.state is not ChangeState.PROPOSED:
        raise Refused("change_set_decided", state=change_set.state)
    change_set.state, change_set.decided_by, change_set.decided_at = ChangeState.REJECTED, by, now
    record_audit(
        session,
        now=now,
        actor=by,
        action=f"{change_set.kind}.rejected",
        subject=f"change_set:{change_set.id}",
    )
    session.flush()


def change_records(
    session: Session, changes: Sequence[RecordChange], *, kind: str, by: str, reason: str = "", now: datetime
) -> ChangeSet:
    """Propose and apply in one step, for those who need no review."""
    change_set = propose(session, changes, kind=kind, by=by, reason=reason, now=now)
    apply_change_set(session, change_set, by=by, now=now)
    return change_set


def _refuse_problems(changes: Iterable[RecordChange]) -> None:
    problems = [problem for change in changes for problem in _problems(change)]
    if problems:
        raise Refused("values_do_not_fit", problems=problems)


def _problems(change: RecordChange) -> list[tuple[str, str, str]]:
    catalogue = kind_named(change.kind).catalogue
    found = [(change.record_id, name, "unknown_column") for name in change.columns if name not in COLUMNS]
    for key, fact in change.facts.items():
        code = "unknown_field" if key not in catalogue else fact and problem_of(catalogue[key], fact.value)
        if code:
            found.append((change.record_id, key, code))
    return found


def _refuse_stale(revisions: Iterable[Revision], present: dict[str, Record]) -> None:
    stale = [
        revision.record_id
        for revision in revisions
        if (present[revision.record_id].version if revision.record_id in present else 0)
        != revision.base_version
    ]
    if stale:
        raise Conflict("changed_since", records=stale)


def _records(session: Session, ids: Sequence[str], *, lock: bool = False) -> dict[str, Record]:
    """Records by id; with `lock` nobody else changes them until this transaction ends (PostgreSQL)."""
    found: dict[str, Record] = {}
    query = select(Record).options(
        selectinload(Record.facts).selectinload(Fact.evidence), selectinload(Record.keys)
    )
    if lock:
        query = query.with_for_update(of=Record).execution_options(populate_existing=True)
    for batch in in_batches(sorted(ids), BATCH):
        rows = session.scalars(query.where(Record.id.in_(batch)).order_by(Record.num))
        found.update((row.id, row) for row in rows)
    return found


def _revision(change: RecordChange, record: Record | None) -> Revision:
    revision = Revision(
        record_id=change.record_id,
        record_kind=change.kind,
        base_version=record.version if record else 0,
        before_j=None,
        after_j={
            "columns": columns_json(change.columns),
            "facts": {key: fact_json(fact) for key, fact in change.facts.items()},
            "boundary_touched": "boundary" in change.columns,
        },
        boundary_after=change.columns.get("boundary"),
    )
    if record is not None:
        facts = {fact.key: fact for fact in record.facts}
        before = {name: mapped_column(record, name) for name in change.columns}
        revision.before_j = {
            "columns": columns_json(before),
            "facts": {key: mapped_fact_json(facts.get(key)) for key in change.facts},
        }
        revision.boundary_before = before.get("boundary")
    return revision


def _write(session: Session, revision: Revision, record: Record | None, now: datetime) -> Record:
    if record is None:
        record = Record(id=revision.record_id, kind=revision.record_kind, version=0, name_j={})
        session.add(record)
    columns = columns_from_json(revision.after_j["columns"])
    if revision.after_j["boundary_touched"]:
        columns["boundary"] = revision.boundary_after
    _write_columns(record, columns, now)
    kept = {key: fact_from_json(fact) for key, fact in revision.after_j["facts"].items()}
    _write_facts(record, kept)
    record.version += 1
    record.edited_at = now
    return record


def _write_columns(record: Record, columns: dict[str, Any], now: datetime) -> None:
    names = columns.pop("names", None)
    keys = columns.pop("keys", None)
    for name, value in columns.items():
        setattr(record, name, RecordState(value) if name == "state" else value)
    if names is not None:
        record.name_j = names
        terms = (term for text in names.values() for term in search_terms(text))
        record.name_norm = " ".join(dict.fromkeys(terms))
        for lang in LANGUAGES:
            setattr(record, f"name_sort_{lang}", sort_key(pick(names, lang), lang))
    if keys is not None:
        kept = {(key.scheme, key.value): key for key in record.keys}
        record.keys = [kept.get(pair) or RecordKey(scheme=pair[0], value=pair[1]) for pair in keys]
    if record.state is RecordState.PUBLISHED and record.published_at is None:
        record.published_at = now
    record.refresh_box()


def _write_facts(record: Record, changes: dict[str, FactChange | None]) -> None:
    catalogue = kind_named(record.kind).catalogue
    present = {fact.key: fact for fact in record.facts}
    for key, change in changes.items():
        fact = present.get(key)
        if change is None:
            if fact is not None:
                record.facts.remove(fact)
            continue
        if fact is None:
            fact = Fact(key=key)
            record.facts.append(fact)
        _fill(fact, change, catalogue[key].unit)


def _fill(fact: Fact, change: FactChange, unit: str) -> None:
    fact.value_j, fact.num, fact.unit = change.value, numeric_value(change.value), unit
    fact.level, fact.qualifier = change.level, change.qualifier
    fact.as_of_from, fact.as_of_to = change.as_of_from, change.as_of_to
    fact.method, fact.stated_by, fact.public = change.method, change.stated_by, change.public
    fact.about_j = dict(change.about) if change.about else None
    fact.evidence = [
        FactSource(source_id=source, rank=rank, says_j=says)
        for rank, (source, says) in enumerate(change.sources)
    ]
