"""Put made records into a database, in bulk: records and facts as rows, then the projections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import shapely
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from bench.generate import TOWNS, MadeRecord
from portal.db.batches import in_batches
from portal.i18n import fold, sort_key
from portal.places.models import Municipality
from portal.records.models import Fact, Record
from portal.records.projection import raise_data_version, reproject
from portal.records.registry import kind_named
from portal.records.states import Level, RecordState

BATCH = 1000
MOMENT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def load(session: Session, records: Iterable[MadeRecord]) -> int:
    """Insert the records with their facts and rebuild what is derived; returns how many there are."""
    for town, *_ in TOWNS:
        if session.get(Municipality, town) is None:
            name = town.replace("-", " ").capitalize()
            session.add(Municipality(id=town, name_j={"en": name}))
    session.flush()
    num = session.scalar(select(func.max(Record.num))) or 0
    first = num + 1
    for batch in in_batches(records, BATCH):
        rows = [_record_row(record, num + place) for place, record in enumerate(batch, 1)]
        session.execute(insert(Record), rows)
        facts = [row for place, record in enumerate(batch, 1) for row in _fact_rows(record, num + place)]
        session.execute(insert(Fact), facts)
        num += len(batch)
    reproject(session, range(first, num + 1), raise_data_version(session, MOMENT))
    return num + 1 - first


def _record_row(record: MadeRecord, num: int) -> dict[str, Any]:
    shape = None if record.shape_wkt is None else shapely.from_wkt(record.shape_wkt)
    minx, miny, maxx, maxy = (None,) * 4 if shape is None else shape.bounds
    polygon = shape if isinstance(shape, shapely.Polygon) else None
    name = next(iter(record.names.values()))
    return {
        "num": num,
        "id": record.id,
        "kind": record.kind,
        "municipality_id": record.municipality,
        "name_j": dict(record.names),
        "name_norm": fold(name),
        "name_sort_lt": sort_key(name, "lt"),
        "state": RecordState.PUBLISHED,
        "position": shape if polygon is None else polygon.centroid,
        "boundary": polygon,
        "minx": minx,
        "miny": miny,
        "maxx": maxx,
        "maxy": maxy,
        "position_accuracy": record.position_accuracy,
        "accuracy_m": record.accuracy_m,
        "confirmed_on": None if record.confirmed_on is None else date.fromisoformat(record.confirmed_on),
        "edited_at": MOMENT,
        "published_at": MOMENT,
    }


def _fact_rows(record: MadeRecord, num: int) -> list[dict[str, Any]]:
    catalogue = kind_named(record.kind).catalogue
    return [
        {
            "record_num": num,
            "key": key,
            "value_j": value,
            "num": float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None,
            "unit": catalogue[key].unit,
            "level": Level.DECLARED,
            "as_of_to": MOMENT.date(),
        }
        for key, value in record.facts.items()
    ]
