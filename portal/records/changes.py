"""A change of one record as a value, and as the JSON that a revision keeps (only what is touched)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import shapely

from portal.records.models import Fact, Record
from portal.records.states import Level, Qualifier

TEXT_COLUMNS = (
    "municipality_id",
    "organisation_id",
    "contact_id",
    "state",
    "visibility",
    "position_accuracy",
    "accuracy_m",
    "confirmed_by",
    "pack_key",
    "pack_hash",
)
COLUMNS = frozenset({*TEXT_COLUMNS, "names", "position", "boundary", "confirmed_on", "keys"})


@dataclass(frozen=True)
class FactChange:
    """The new content of a fact; `sources` are (source id, what it says or None)."""

    value: Any
    level: Level
    qualifier: Qualifier = Qualifier.EXACT
    as_of_from: date | None = None
    as_of_to: date | None = None
    sources: tuple[tuple[str, Any], ...] = ()
    method: str | None = None
    about: Mapping[str, str] | None = None
    stated_by: str | None = None
    public: bool = True


@dataclass(frozen=True)
class RecordChange:
    """What to set on a record: columns by name (see `COLUMNS`), facts by key; None takes a fact away."""

    record_id: str
    kind: str
    columns: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, FactChange | None] = field(default_factory=dict)


def fact_json(fact: FactChange | None) -> dict[str, Any] | None:
    """A fact as a revision keeps it."""
    if fact is None:
        return None
    return {
        "value": fact.value,
        "level": fact.level.value,
        "qualifier": fact.qualifier.value,
        "as_of": [_iso(fact.as_of_from), _iso(fact.as_of_to)],
        "sources": [list(item) for item in fact.sources],
        "method": fact.method,
        "about": dict(fact.about) if fact.about else None,
        "stated_by": fact.stated_by,
        "public": fact.public,
    }


def fact_from_json(kept: Mapping[str, Any] | None) -> FactChange | None:
    """The inverse of `fact_json`."""
    if kept is None:
        return None
    return FactChange(
        value=kept["value"],
        level=Level(kept["level"]),
        qualifier=Qualifier(kept["qualifier"]),
        as_of_from=_day(kept["as_of"][0]),
        as_of_to=_day(kept["as_of"][1]),
        sources=tuple((source, says) for source, says in kept["sources"]),
        method=kept["method"],
        about=kept.get("about"),
        stated_by=kept["stated_by"],
        public=kept["public"],
    )


def mapped_fact_json(fact: Fact | None) -> dict[str, Any] | None:
    """The present content of a mapped fact, in the same form."""
    if fact is None:
        return None
    sources = tuple((item.source_id, item.says_j) for item in fact.evidence)
    return fact_json(
        FactChange(
            fact.value_j,
            Level(fact.level),
            Qualifier(fact.qualifier),
            fact.as_of_from,
            fact.as_of_to,
            sources,
            fact.method,
            fact.about_j,
            fact.stated_by,
            fact.public,
        )
    )


def columns_json(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Columns as a revision keeps them; a boundary is left out (it has a geometry column of its own)."""
    return {name: _column_json(name, value) for name, value in columns.items() if name != "boundary"}


def columns_from_json(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of `columns_json`."""
    return {name: _column_value(name, value) for name, value in kept.items()}


def mapped_column(record: Record, name: str) -> Any:
    """The present value of a column of a record, by its name in a change."""
    if name == "names":
        return record.name_j
    if name == "keys":
        return [(key.scheme, key.value) for key in record.keys]
    return getattr(record, name)


def _column_json(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == "position":
        return [value.x, value.y]
    if name == "confirmed_on":
        return value.isoformat()
    if name == "keys":
        return [list(pair) for pair in value]
    return str(value) if name in ("state", "visibility", "position_accuracy") else value


def _column_value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == "position":
        return shapely.Point(value)
    if name == "confirmed_on":
        return date.fromisoformat(value)
    return [tuple(pair) for pair in value] if name == "keys" else value


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
