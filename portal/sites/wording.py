"""The words of a search: labels of its parameters, what is wrong with a value, verdicts, what is in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal import i18n
from portal.i18n import LazyText, lazy
from portal.i18n import gettext as _
from portal.sites.codes import AVAILABILITIES, KINDS, LAND_USES, TENURES
from portal.sites.needs import Answer, Asked, Verdict
from portal.sites.queries import Places
from portal.sites.rules import Freshness, freshness
from portal.sites.search import Problem, SearchParams
from portal.sites.words import newest_day

LABELS: Mapping[str, LazyText] = {
    "q": lazy("Name, ID or street"),
    "kind": lazy("Kind"),
    "municipality": lazy("Municipality"),
    "zone": lazy("Zone or park"),
    "availability": lazy("Availability"),
    "tenure": lazy("Deal"),
    "land_use": lazy("Permitted use"),
    "area_ha_min": lazy("Area, at least"),
    "area_ha_max": lazy("Area, at most"),
    "floor_area_m2_min": lazy("Floor area, at least"),
    "price_eur_m2_max": lazy("Price, at most"),
    "power_mw_min": lazy("Power, at least"),
    "gas_m3h_min": lazy("Gas, at least"),
    "water_m3d_min": lazy("Water, at least"),
    "wastewater_m3d_min": lazy("Waste water, at least"),
    "rail": lazy("Railway within"),
    "motorway_km_max": lazy("Motorway within"),
    "tier_min": lazy("Readiness tier, at least"),
    "available_by": lazy("Available by"),
    "confirmed_within": lazy("Confirmed within"),
    "unknown": lazy("Not stated"),
    "bbox": lazy("View of the map"),
    "within": lazy("Drawn area"),
    "near": lazy("Around a place"),
    "near_km": lazy("Radius"),
    "sort": lazy("Order"),
    "page": lazy("Page"),
    "limit": lazy("Results a page"),
    "map": lazy("Map"),
}
UNITS: Mapping[str, str] = {
    "area_ha": "ha",
    "floor_area_m2": "m²",
    "price_eur_m2": "€/m²",
    "power_mw": "MW",
    "gas_m3h": "m³/h",
    "water_m3d": "m³/d",
    "wastewater_m3d": "m³/d",
    "rail_km": "km",
    "motorway_km": "km",
}
SHORT: Mapping[str, LazyText] = {
    "area_ha": lazy("Area"),
    "floor_area_m2": lazy("Floor"),
    "price_eur_m2": lazy("Price"),
    "power_mw": lazy("Power"),
    "gas_m3h": lazy("Gas"),
    "water_m3d": lazy("Water"),
    "wastewater_m3d": lazy("Waste water"),
    "rail_km": lazy("Rail"),
    "rail_siding": lazy("Rail siding"),
    "motorway_km": lazy("Motorway"),
    "tier": lazy("Tier"),
    "available_from": lazy("Available from"),
    "confirmed_on": lazy("Confirmation"),
}
"""A property in a verdict."""
CODES: Mapping[str, Mapping[str, Any]] = {
    "kind": KINDS,
    "availability": AVAILABILITIES,
    "tenure": TENURES,
    "land_use": LAND_USES,
}
PROBLEMS: Mapping[str, LazyText] = {
    "not_a_number": lazy("“%(value)s” is not a number. Write one such as 12.5."),
    "not_whole": lazy("“%(value)s” is not a whole number."),
    "out_of_range": lazy("“%(value)s” is outside what is possible here."),
    "not_a_date": lazy("“%(value)s” is not a day. Write it as 2027-03-31."),
    "wrong_count": lazy("“%(value)s” has too many or too few numbers."),
    "swapped_corners": lazy("“%(value)s”: the corners are swapped. Give west, south, east, north."),
    "self_crossing": lazy("The drawn area crosses itself. Draw it without crossing lines."),
    "not_a_polygon": lazy("The drawn area is not a polygon."),
    "too_many_vertices": lazy("The drawn area has more than 100 corners. Draw it with fewer."),
    "too_long": lazy("This is too long. Shorten it."),
    "too_many": lazy("Too many values. The first 50 count."),
    "repeated": lazy("Given twice. The first value counts, not “%(value)s”."),
    "unknown_code": lazy("“%(value)s” is not known here and finds nothing."),
    "missing": lazy("A place and a radius belong together: give both."),
    "below_least": lazy("“%(value)s” is less than the least area asked for."),
}
SORTS: Mapping[str, LazyText] = {
    "match": lazy("Best match"),
    "-area_ha": lazy("Largest first"),
    "area_ha": lazy("Smallest first"),
    "price_eur_m2": lazy("Lowest price first"),
    "-confirmed_on": lazy("Latest confirmed first"),
    "distance": lazy("Nearest first"),
}


def problem_words(problem: Problem) -> str:
    """What is wrong with a value and how to mend it."""
    message = PROBLEMS[problem.code]
    if problem.parameter == "sort" and problem.code == "unknown_code":
        message = lazy("“%(value)s” is no order known here. The usual order is used.")
    return _fill(message, value=problem.value)


def _fill(message: LazyText, **values: object) -> str:
    text = str(message)
    return text % values if "%(" in text else text


def figure_words(column: str, value: Any) -> str:
    """A value with its unit, as a verdict or a filter in force says it."""
    if column in ("rail_km", "motorway_km"):
        return i18n.distance(float(value) * 1000)
    if isinstance(value, date):
        return i18n.date(value)
    return i18n.quantity(value, UNITS.get(column, ""))


def verdict_words(verdict: Verdict, *, error: float = 0.0, placed: bool = True) -> str:
    """A verdict in words: value and gap, or what is not known; `error` in the value's unit, 0 where exact."""
    label = str(SHORT[verdict.asked.column])
    if verdict.value is None:
        if verdict.asked.need.uncertain and not placed:
            return _("%(what)s: place unknown", what=label)
        return _("%(what)s not stated", what=label)
    if verdict.asked.is_flag:
        return _("Own rail siding") if verdict.value else _("No rail siding")
    if error:
        return _inexact_words(verdict, label, error)
    shown = f"{label} {figure_words(verdict.asked.column, verdict.value)}"
    return f"{shown}, {_gap(verdict)}" if verdict.answer is Answer.FAIL else shown


def _inexact_words(verdict: Verdict, label: str, error: float) -> str:
    column = verdict.asked.column
    shown = f"{label} ~{figure_words(column, verdict.value)}"
    if verdict.answer is Answer.PASS and verdict.value < error:
        most = figure_words(column, verdict.value + error)
        return _("%(value)s, at most %(reach)s", value=shown, reach=most)
    return _("%(value)s, place inexact", value=shown) if verdict.answer is Answer.UNKNOWN else shown


def _gap(verdict: Verdict) -> str:
    gap = verdict.gap or 0.0
    if isinstance(verdict.asked.bound, date):
        return i18n.ngettext("%(n)s day late", "%(n)s days late", int(gap))
    amount = i18n.number(gap)
    if verdict.asked.need.at_least:
        return _("%(gap)s short", gap=amount)
    return _("%(gap)s too much", gap=amount)


def need_words(asked: Asked) -> str:
    """A need as a filter in force: "at least 8 ha", "railway within 5 km"."""
    if asked.is_flag:
        return _("Own rail siding")
    if asked.parameter == "confirmed_within":
        return _("Confirmed since %(day)s", day=i18n.date(asked.bound))
    if asked.parameter == "available_by":
        return _("Available by %(day)s", day=i18n.date(asked.bound))
    shown = figure_words(asked.column, asked.bound)
    if asked.need.uncertain:
        return _("%(what)s within %(value)s", what=SHORT[asked.column], value=shown)
    if asked.need.at_least:
        return _("%(what)s at least %(value)s", what=SHORT[asked.column], value=shown)
    return _("%(what)s at most %(value)s", what=SHORT[asked.column], value=shown)


def unstated_words(asked: Asked, number: int) -> str:
    """How many sites were left out because they do not state this."""
    return i18n.ngettext(
        "%(n)s more does not state this: %(what)s.",
        "%(n)s more do not state this: %(what)s.",
        number,
        what=i18n.lower_first(SHORT[asked.column]),
    )


def code_words(parameter: str, code: str, places: Places) -> i18n.Text:
    """The label of a code of a list filter; the code itself where it is unknown."""
    if parameter in CODES:
        return i18n.Text(str(CODES[parameter].get(code, code)), i18n.current())
    place = (places.municipalities if parameter == "municipality" else places.zones).get(code)
    return i18n.Text(code) if place is None else i18n.pick(dict(place.names))


def other_words(parameter: str, params: SearchParams) -> str:
    """A filter by text or place, in words."""
    if parameter == "q":
        return f"“{params.q}”"
    if parameter == "near_km" and params.near and params.near_km:
        lon, lat = params.near
        return _(
            "Within %(km)s of %(lat)s, %(lon)s",
            km=i18n.distance(params.near_km * 1000),
            lat=f"{lat:.4f}",
            lon=f"{lon:.4f}",
        )
    return str(LABELS[parameter])


def short_freshness(confirmed_on: date | None, source_on: date | None, today: date) -> tuple[str, str]:
    """State of the confirmation and a few words, for a card."""
    state = freshness(confirmed_on, today)
    if confirmed_on is not None:
        day = i18n.date(confirmed_on)
        message = {
            Freshness.CONFIRMED: lazy("Confirmed %(day)s"),
            Freshness.DUE: lazy("Confirmed %(day)s, due again"),
        }.get(state, lazy("Confirmed %(day)s, out of date"))
        return state.value, _fill(message, day=day)
    if source_on is None:
        return state.value, _("Unconfirmed, source undated")
    return state.value, _("Unconfirmed, source %(when)s", when=newest_day(source_on))


def in_force_words(parameter: str) -> str:
    """A filter inside a sentence: "without the filter …"."""
    return i18n.lower_first(LABELS["near" if parameter == "near_km" else parameter])
