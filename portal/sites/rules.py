"""Calculations about a site on plain values."""

from __future__ import annotations

import enum
from datetime import date

from portal.records.fields import Field, FieldType
from portal.records.views import RecordView
from portal.sites.fields import CATALOGUE

DUE_DAYS = 90
STALE_DAYS = 180


class Freshness(enum.StrEnum):
    """How sure one can be that a listing is still true."""

    CONFIRMED = "confirmed"
    DUE = "due"
    STALE = "stale"
    NEVER = "never"


def freshness(
    confirmed_on: date | None, today: date, due_days: int = DUE_DAYS, stale_days: int = STALE_DAYS
) -> Freshness:
    """The state of the last confirmation on `today`."""
    if confirmed_on is None:
        return Freshness.NEVER
    age_days = (today - confirmed_on).days
    if age_days > stale_days:
        return Freshness.STALE
    return Freshness.DUE if age_days > due_days else Freshness.CONFIRMED


def spoken_of_on(view: RecordView) -> date | None:
    """The last day that someone spoke of the offer: of its availability, else of anything about the site."""
    fact = view.facts.get("availability")
    return fact.as_of_to if fact is not None and fact.as_of_to else view.latest_source_on


def is_stated(view: RecordView, field: Field) -> bool:
    """Whether anyone has stated this field; availability `unknown` counts as not stated."""
    if field.type is not FieldType.COLUMN:
        return view.value(field.key) not in (None, "unknown")
    return {
        "boundary": view.boundary is not None,
        "confirmed_on": view.confirmed_on is not None,
        "documents": False,  # no document can be attached before the editor exists
    }.get(field.key, True)


def counted_fields() -> tuple[Field, ...]:
    """The fields that weigh in completeness."""
    return tuple(field for field in CATALOGUE if field.weight and field.type is not FieldType.NOTE)


def completeness_pct(view: RecordView) -> int:
    """Share of the catalogue's weight that is stated, 0 to 100."""
    fields = counted_fields()
    total = sum(field.weight for field in fields)
    return round(100 * sum(field.weight for field in fields if is_stated(view, field)) / total)


def missing_essentials(view: RecordView) -> tuple[Field, ...]:
    """Essential fields nobody has stated, the heaviest first."""
    missing = [field for field in CATALOGUE if field.essential and not is_stated(view, field)]
    return tuple(sorted(missing, key=lambda field: -field.weight))
