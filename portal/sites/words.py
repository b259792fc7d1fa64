"""Sentences about a site that more than one page says: freshness, state, place."""

from __future__ import annotations

from datetime import date, timedelta

from portal import i18n
from portal.i18n import gettext as _
from portal.records.sheet_words import day_words
from portal.records.states import PositionAccuracy
from portal.records.views import RecordView
from portal.sites.rules import Freshness, freshness


def freshness_words(
    confirmed_on: date | None, source_on: date | None, today: date, due_days: int = 90, stale_days: int = 180
) -> tuple[str, str]:
    """State of the last confirmation and the sentence about it."""
    state = freshness(confirmed_on, today, due_days, stale_days)
    if state is not Freshness.NEVER and confirmed_on is not None:
        day = i18n.date(confirmed_on)
        sentence = {
            Freshness.CONFIRMED: _("Confirmed %(day)s", day=day),
            Freshness.DUE: _("Confirmed %(day)s, due again", day=day),
            Freshness.STALE: _("Confirmed %(day)s, out of date", day=day),
        }[state]
        return state.value, sentence
    if source_on is None:
        return state.value, _("Never confirmed by the owner; sources undated")
    return state.value, _("Never confirmed by the owner; source of %(when)s", when=newest_day(source_on))


def newest_day(day: date) -> str:
    """The last day of a source as exactly as it is known: the end of a year or month stands for it."""
    if (day.month, day.day) == (12, 31):
        return str(day.year)
    if (day + timedelta(days=1)).day == 1:
        return i18n.month(day)
    return i18n.date(day)


def availability_since(view: RecordView) -> str:
    """The day behind the availability: "last known, May 2019"; empty where nobody gave one."""
    fact = view.facts.get("availability_on") or view.facts.get("availability")
    if fact is None:
        return ""
    when = day_words(fact) if fact.key == "availability_on" else i18n.day_span(fact.as_of_from, fact.as_of_to)
    if not when:
        return ""
    if view.value("availability", "unknown") == "unknown":
        return _("newest word of %(when)s", when=when)
    return _("since %(when)s", when=when) if view.confirmed_on else _("last known, %(when)s", when=when)


def place_sentence(view: RecordView, zone_name: str = "") -> str:
    """Where the place is and how exactly it is known."""
    reach = i18n.distance(view.accuracy_m) if view.accuracy_m else ""
    accuracy = view.position_accuracy
    if accuracy is PositionAccuracy.NONE or view.shape is None:
        return _("No source says where the place is.")
    if accuracy is PositionAccuracy.SURVEYED:
        return _("Solid line: boundary given by the owner.")
    if accuracy is PositionAccuracy.BOUNDARY:
        return _("Dashed: outline as mapped, not the legal boundary.")
    if accuracy is PositionAccuracy.BUILDING:
        return _("Place known to the building: within about %(reach)s.", reach=reach)
    if accuracy is PositionAccuracy.POINT:
        return _("Place known: a point on the site, not its boundary.")
    if accuracy is PositionAccuracy.STREET:
        return _("Place known to the street: within about %(reach)s.", reach=reach)
    if zone_name:
        return _("Somewhere in %(zone)s: the plot itself is not mapped.", zone=zone_name)
    if (view.accuracy_m or 0) < 1500:
        return _("Place known to the area only: within about %(reach)s.", reach=reach)
    return _("Place known to the town only: within about %(reach)s.", reach=reach)
