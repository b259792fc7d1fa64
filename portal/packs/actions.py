"""Load a region pack: its records become change sets like everybody else's.

A record nobody touched in the portal follows the pack. One that was edited is never overwritten: the
difference waits as a proposed change set. Records gone from the pack stay until someone asks to archive them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from geodata.pack_model import Pack, PackFact, PackRecord
from portal.packs.reference import desk_contact, load_reference
from portal.records.actions import change_records, propose
from portal.records.changes import FactChange, RecordChange
from portal.records.models import ChangeSet, Fact, Record, Revision
from portal.records.registry import kind_named, kinds
from portal.records.states import ChangeState, Level, Qualifier, RecordState

PACK = "pack"
ACTOR = "system:pack"


@dataclass
class LoadReport:
    """What a load did: ids by outcome."""

    new: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    archived: list[str] = field(default_factory=list)


def known_keys() -> dict[str, frozenset[str]]:
    """The fact keys that each record kind's catalogue knows, for `geodata.schema.read_pack`."""
    return {kind.name: kind.catalogue.keys for kind in kinds()}


def load_pack(
    session: Session, pack: Pack, *, desk_email: str, now: datetime, archive_gone: bool = False
) -> LoadReport:
    """Bring the portal in line with a sound pack; a second load of the same pack changes nothing."""
    load_reference(session, pack, desk_email)
    contact_id = desk_contact(session, pack.region, desk_email).id
    present = {
        row.pack_key: row for row in session.scalars(select(Record).where(Record.pack_key.is_not(None)))
    }
    edited = _edited_ids(session)
    report, direct, waiting = LoadReport(), [], []
    for item in pack.records:
        record = present.get(_pack_key(pack, item))
        if record is None:
            report.new.append(item.id)
            direct.append(_new(pack, item, contact_id))
        elif record.pack_hash == item.content_hash:
            report.unchanged.append(item.id)
        elif record.id in edited:
            report.waiting.append(item.id)
            waiting.append(item)
        else:
            report.updated.append(item.id)
            direct.append(_update(session, item, record))
    if direct:
        change_records(session, direct, kind=PACK, by=ACTOR, reason=f"pack {pack.region.id}", now=now)
    _propose_waiting(session, waiting, present, pack, now)
    _handle_gone(session, pack, present, report, archive_gone, now)
    return report


def _pack_key(pack: Pack, item: PackRecord) -> str:
    return f"{pack.region.id}:{item.id}"


def _edited_ids(session: Session) -> set[str]:
    """Records that something other than a pack has changed."""
    query = (
        select(Revision.record_id)
        .distinct()
        .join(ChangeSet)
        .where(ChangeSet.kind != PACK, ChangeSet.state == ChangeState.APPLIED)
    )
    return set(session.scalars(query))


def _columns(item: PackRecord) -> dict[str, object]:
    return {
        "names": dict(item.names),
        "municipality_id": item.municipality or None,
        "state": item.state,
        "visibility": item.visibility,
        "position": item.position,
        "boundary": item.boundary,
        "position_accuracy": item.position_accuracy,
        "accuracy_m": item.accuracy_m,
        "pack_hash": item.content_hash,
        "keys": [tuple(pair) for pair in item.keys],
    }


def _new(pack: Pack, item: PackRecord, contact_id: int) -> RecordChange:
    columns = _columns(item) | {"pack_key": _pack_key(pack, item), "contact_id": contact_id}
    return RecordChange(item.id, item.kind, columns, _facts(item))


def _update(session: Session, item: PackRecord, record: Record) -> RecordChange:
    facts: dict[str, FactChange | None] = dict(_facts(item))
    kept = session.scalars(select(Fact.key).where(Fact.record_num == record.num))
    facts |= {key: None for key in kept if key not in facts}
    return RecordChange(item.id, item.kind, _columns(item), facts)


def _facts(item: PackRecord) -> dict[str, FactChange]:
    catalogue = kind_named(item.kind).catalogue
    return {fact.key: _fact(fact) for fact in item.facts if fact.key in catalogue}


def _fact(fact: PackFact) -> FactChange:
    return FactChange(
        value=dict(fact.text) if fact.value is None else fact.value,
        level=Level(fact.level),
        qualifier=Qualifier(fact.qualifier),
        as_of_from=fact.as_of_from,
        as_of_to=fact.as_of_to,
        sources=tuple((source, None) for source in fact.sources),
        method=fact.says or None,
        about=dict(fact.text) if fact.text and fact.value is not None else None,
    )


def _propose_waiting(
    session: Session,
    items: Iterable[PackRecord],
    present: dict[str | None, Record],
    pack: Pack,
    now: datetime,
) -> None:
    for item in items:
        if _already_proposed(session, item):
            continue
        change = _update(session, item, present[_pack_key(pack, item)])
        propose(session, [change], kind=PACK, by=ACTOR, reason=f"pack {pack.region.id}", now=now)


def _already_proposed(session: Session, item: PackRecord) -> bool:
    """Whether this very version of the pack's row was proposed before, waiting or rejected."""
    query = (
        select(Revision.after_j)
        .join(ChangeSet)
        .where(ChangeSet.kind == PACK, ChangeSet.state != ChangeState.APPLIED, Revision.record_id == item.id)
    )
    return any(after["columns"].get("pack_hash") == item.content_hash for after in session.scalars(query))


def _handle_gone(
    session: Session,
    pack: Pack,
    present: dict[str | None, Record],
    report: LoadReport,
    archive_gone: bool,
    now: datetime,
) -> None:
    held = {_pack_key(pack, item) for item in pack.records}
    gone = [
        record
        for key, record in present.items()
        if key not in held and record.state is not RecordState.ARCHIVED
    ]
    report.gone = [record.id for record in gone]
    if not (archive_gone and gone):
        return
    changes = [RecordChange(record.id, record.kind, {"state": "archived"}) for record in gone]
    change_records(session, changes, kind=PACK, by=ACTOR, reason="gone from the pack", now=now)
    report.archived = report.gone
