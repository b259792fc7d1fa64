"""What the directories share: listed records with their projection, filters of codes, counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from portal.records.models import Record
from portal.records.queries import listed

NOT_STATED = "unknown"
"""The code under which a filter offers what nobody has stated."""


def listed_with(projection: Any, *columns: Any) -> Select[Any]:
    """A query over the listed records that have a row in this projection."""
    joined = select(*columns).select_from(Record).join(projection, projection.record_num == Record.num)
    return joined.where(listed())


def among(column: InstrumentedAttribute[Any], codes: Sequence[str]) -> list[ColumnElement[bool]]:
    """The condition that a column has one of the codes; none where no code is asked for."""
    if not codes:
        return []
    known = column.in_([code for code in codes if code != NOT_STATED])
    return [or_(known, column.is_(None)) if NOT_STATED in codes else known]


def by_code(rows: Iterable[Any]) -> dict[str, int]:
    """Rows of (code, number) as counts; what is not stated under `NOT_STATED`."""
    return {NOT_STATED if code is None else str(code): number for code, number in rows}
