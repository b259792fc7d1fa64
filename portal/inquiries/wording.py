"""Sentences about questions and times, in the current language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location
from babel.lists import format_list

from portal import i18n
from portal.i18n import gettext, lazy, ngettext, pick
from portal.records.fields import Field
from portal.records.registry import kind_named
from portal.records.views import RecordView

NAMED = 3
"""Up to so many places are named in a question; more are counted."""
SENTENCES = {
    "power_mw": lazy("How much electric power (MW) can be connected at %(places)s, and by when?"),
    "power_later_mw": lazy("How much electric power (MW) can be added later at %(places)s, and by when?"),
    "gas_m3h": lazy("How much natural gas (m³/h) can be supplied at %(places)s, and by when?"),
    "water_m3d": lazy("How much water (m³ a day) can be supplied at %(places)s?"),
    "wastewater_m3d": lazy("How much waste water (m³ a day) can be taken at %(places)s?"),
    "price_eur_m2": lazy("What is the price (EUR/m²) at %(places)s?"),
    "rent_eur_ha_year": lazy(
        "What is the land rent (EUR/ha a year) at %(places)s, and for how long is it fixed?"
    ),
    "boundary": lazy("Can you send the boundary of %(places)s, with its cadastral numbers?"),
    "availability": lazy("Is %(places)s still available, and from when?"),
}
"""Questions asked most, worded by hand; all others are made from the catalogue's label."""


def find_field(key: str, kinds: Iterable[str]) -> Field | None:
    """The field of that key in the data sheet of one of these kinds; None where there is none."""
    catalogues = (kind_named(kind).catalogue for kind in kinds)
    return next((catalogue[key] for catalogue in catalogues if key in catalogue), None)


def question_text(fields: Sequence[Field], records: Sequence[RecordView]) -> str:
    """A question for these fields of these records, for the visitor to change; empty without fields."""
    places = place_words(records)
    if not fields:
        return ""
    if len(fields) == 1:
        return _one_question(fields[0], places)
    intro = gettext("Please tell us about %(places)s:", places=places)
    return "\n".join([intro, *(f"- {label_words(field)}" for field in fields)])


def _one_question(field: Field, places: str) -> str:
    if field.key in SENTENCES:
        return gettext(SENTENCES[field.key].message, places=places)
    return gettext(
        "%(field)s at %(places)s: what is known, and as of which day?",
        field=label_words(field),
        places=places,
    )


def label_words(field: Field) -> str:
    """The field's label with its unit: "Electric power now (MW)"."""
    return f"{field.label} ({field.unit})" if field.unit else str(field.label)


def place_words(records: Sequence[RecordView]) -> str:
    """The records by name, or their number where there are many; "the listed sites" where there is none."""
    if not records:
        return gettext("the listed sites")
    if len(records) > NAMED:
        return ngettext("the %(n)s site named here", "the %(n)s sites named here", len(records))
    names = [gettext("“%(name)s”", name=pick(record.names)) for record in records]
    return format_list(names, locale=i18n.locale())


def moment_words(moment: datetime, zone: str) -> str:
    """A moment with its weekday and the name of its clock: "Tuesday, 24 Nov 2026, 12:00 (Vilnius time)"."""
    local = moment.astimezone(ZoneInfo(zone))
    weekday = format_date(local, "EEEE", locale=i18n.locale())
    return f"{weekday}, {i18n.datetime_local(moment, zone)} ({zone_words(zone)})"


def zone_words(zone: str) -> str:
    """The clock of a zone by its city: "Vilnius time"."""
    city = get_timezone_location(ZoneInfo(zone), locale=i18n.locale(), return_city=True)
    return gettext("%(city)s time", city=city)
