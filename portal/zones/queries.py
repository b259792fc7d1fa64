"""Reading zones: the outline a site lies in, and what belongs to a zone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from sqlalchemy import CompoundSelect, select, union_all
from sqlalchemy.orm import Session

from portal.records.models import Fact, Record
from portal.records.queries import by_name, listed
from portal.records.registry import kind_named

ZONE_COLUMNS = {"zone": "parent_id", "site": "zone_id", "company": "zone_id"}
"""Where the projection of each kind keeps the zone that a record lies in."""


@dataclass(frozen=True)
class Member:
    """A record that says it lies in a zone, with some of its public facts."""

    id: str
    kind: str
    names: Mapping[str, str]
    facts: Mapping[str, Any]
    years: Mapping[str, int]


def find_outline(session: Session, zone_id: str) -> shapely.Geometry | None:
    """The boundary of a listed zone, in degrees; None where nobody drew one."""
    query = select(Record.boundary).where(Record.id == zone_id, Record.kind == "zone", listed())
    return session.scalar(query)


def find_members(session: Session, zone_id: str, keys: Collection[str]) -> list[Member]:
    """Listed zones, sites and companies that say they lie in this zone, by kind and name. One statement."""
    query = (
        select(Record.num, Record.id, Record.kind, Record.name_j, Fact.key, Fact.value_j, Fact.as_of_to)
        .outerjoin(Fact, (Fact.record_num == Record.num) & Fact.key.in_(keys) & Fact.public)
        .where(listed(), Record.num.in_(_inside(zone_id)))
        .order_by(Record.kind, by_name(), Record.num, Fact.key)
    )
    groups: dict[int, list[Any]] = {}
    for row in session.execute(query):
        groups.setdefault(row.num, []).append(row)
    return [_member(rows) for rows in groups.values()]


def _inside(zone_id: str) -> CompoundSelect[Any]:
    """Numbers of the records of any kind whose projection names this zone."""
    tables: list[tuple[Any, str]] = [
        (kind_named(kind).table, column) for kind, column in ZONE_COLUMNS.items()
    ]
    return union_all(
        *(select(table.record_num).where(getattr(table, column) == zone_id) for table, column in tables)
    )


def _member(rows: Sequence[Any]) -> Member:
    stated = [row for row in rows if row.key is not None]
    return Member(
        id=rows[0].id,
        kind=rows[0].kind,
        names=rows[0].name_j,
        facts={row.key: row.value_j for row in stated},
        years={row.key: row.as_of_to.year for row in stated if row.as_of_to},
    )
