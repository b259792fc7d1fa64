"""Count what visitors ask for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, bindparam, text
from sqlalchemy.orm import Session

_COUNT = text(
    "INSERT INTO demand (day, key, bucket, count) VALUES (:day, :key, :bucket, 1) "
    "ON CONFLICT (day, key, bucket) DO UPDATE SET count = demand.count + 1"
).bindparams(bindparam("day", type_=Date()))


def count_demand(session: Session, day: date, key: str, bucket: str = "") -> None:
    """Count one more wish for `key` (such as `asked:power_mw`), in a `bucket` that points to no person."""
    session.execute(_COUNT, {"day": day, "key": key[:60], "bucket": bucket[:60]})
