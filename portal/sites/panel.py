"""The filter panel and the filters in force, as plain values for the template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import ngettext
from portal.sites import parameters as read
from portal.sites.codes import DEFAULT_AVAILABILITIES
from portal.sites.conditions import FACETS
from portal.sites.facets import Counts
from portal.sites.needs import NEED_NAMES, asked_needs
from portal.sites.parameters import plain
from portal.sites.queries import Places
from portal.sites.search import LISTS, Problem, SearchParams
from portal.sites.wording import CODES, LABELS, SHORT, code_words, need_words, other_words, problem_words
from portal.web.choices import Option, options

MAIN_NUMBERS = (("area_ha_min", "ha"), ("power_mw_min", "MW"))
MORE_NUMBERS = (
    ("area_ha_max", "ha"),
    ("floor_area_m2_min", "m²"),
    ("price_eur_m2_max", "€/m²"),
    ("gas_m3h_min", "m³/h"),
    ("water_m3d_min", "m³/d"),
    ("wastewater_m3d_min", "m³/d"),
    ("motorway_km_max", "km"),
)
MAIN_FACETS, MORE_FACETS = ("availability", "kind", "municipality"), ("zone", "tenure", "land_use")
FIELDS = frozenset(
    {
        *LISTS,
        *(name for name, _unit in (*MAIN_NUMBERS, *MORE_NUMBERS)),
        *("q", "rail", "tier_min", "available_by", "confirmed_within", "near", "near_km", "sort"),
    }
)
"""Parameters with a field of their own; the others ride along unseen."""
MORE = frozenset(
    {
        *(name for name, _unit in MORE_NUMBERS),
        *MORE_FACETS,
        *("tier_min", "available_by", "confirmed_within", "near", "near_km"),
    }
)


@dataclass(frozen=True)
class NumberField:
    """A figure one can ask for."""

    name: str
    label: str
    value: str
    unit: str
    problem: str


@dataclass(frozen=True)
class Facet:
    """A list filter with its boxes."""

    name: str
    label: str
    options: Sequence[Option]
    problem: str


@dataclass(frozen=True)
class InForce:
    """A filter in force and the search without it."""

    words: str
    without: SearchParams


@dataclass(frozen=True)
class Panel:
    """Everything the filter panel shows."""

    typed: Mapping[str, str]
    problems: Mapping[str, str]
    numbers: Sequence[NumberField]
    more_numbers: Sequence[NumberField]
    facets: Sequence[Facet]
    more_facets: Sequence[Facet]
    kept: Sequence[tuple[str, str]]
    more_open: bool
    elsewhere: Sequence[tuple[str, str]] = field(default_factory=tuple)
    """(label, problem) of parameters without a field."""

    @property
    def all_problems(self) -> list[tuple[str, str]]:
        """(label, problem) of all of them, for the head of the list."""
        return [(str(LABELS[name]), words) for name, words in self.problems.items()]


def panel(
    params: SearchParams,
    typed: Mapping[str, str],
    problems: Iterable[Problem],
    counts: Counts,
    places: Places,
) -> Panel:
    """The panel for one search; `typed` is what stands in the address, so that nothing typed is lost."""
    said: dict[str, str] = {}
    for problem in problems:
        said.setdefault(problem.parameter, problem_words(problem))

    def number(item: tuple[str, str]) -> NumberField:
        name, unit = item
        return NumberField(name, str(LABELS[name]), typed.get(name, ""), unit, said.get(name, ""))

    def facet(name: str) -> Facet:
        boxes = _options(params, name, counts.facets[name], places)
        return Facet(name, str(LABELS[name]), boxes, said.get(name, ""))

    given = {name for name, _text in params.items()} | set(said)
    return Panel(
        typed=typed,
        problems=said,
        numbers=[number(item) for item in MAIN_NUMBERS],
        more_numbers=[number(item) for item in MORE_NUMBERS],
        facets=[facet(name) for name in MAIN_FACETS],
        more_facets=[facet(name) for name in MORE_FACETS],
        kept=[(name, text) for name, text in params.items() if _rides_along(name, text)],
        more_open=bool(given & MORE),
        elsewhere=[(str(LABELS[name]), words) for name, words in said.items() if name not in FIELDS],
    )


def _rides_along(name: str, text: str) -> bool:
    if name == "unknown":
        return text != "any"
    return name not in FIELDS and name not in ("page", "sort")


def _options(params: SearchParams, name: str, counts: Mapping[str, int], places: Places) -> list[Option]:
    chosen = getattr(params, name)
    if name == "availability" and not chosen:
        chosen = DEFAULT_AVAILABILITIES
    known: Iterable[str] = CODES.get(name) or (
        places.municipalities if name == "municipality" else places.zones
    )
    codes = [*known, *(code for code in chosen if code not in known)]
    glyph: Callable[[str], str] = {
        "availability": lambda code: f"site-plot-{code}",
        "kind": lambda code: f"kind-{code}",
    }.get(name, lambda code: "")
    return options(
        codes,
        chosen,
        counts,
        lambda code: code_words(name, code, places),
        lambda code: glyph(code) if code in known else "",
    )


def unknown_places(params: SearchParams, places: Places) -> list[Problem]:
    """Municipalities and zones asked for that do not exist."""
    known = {"municipality": places.municipalities, "zone": places.zones}
    return [
        Problem(name, "unknown_code", code)
        for name, places_ in known.items()
        for code in getattr(params, name)
        if code not in places_
    ]


def in_force(params: SearchParams, places: Places, today: date) -> list[InForce]:
    """Every filter in force, in the order of the requirement, each with the search without it."""
    found = [
        InForce(need_words(asked), params.without(asked.parameter)) for asked in asked_needs(params, today)
    ]
    found += [InForce(_may_be_unstated(prop), _less(params, "unknown", prop)) for prop in params.unknown]
    for name in ("q", "near_km", "bbox", "within"):
        if getattr(params, name):
            gone = ("near", "near_km") if name == "near_km" else (name,)
            found.append(InForce(other_words(name, params), _without_place(params, *gone)))
    for name in FACETS:
        found += [
            InForce(str(code_words(name, code, places)), _less(params, name, code))
            for code in getattr(params, name)
        ]
    return found


def _without_place(params: SearchParams, *names: str) -> SearchParams:
    left = params.without(*names)
    return left.changed(sort="") if "near" in names and left.sort == "distance" else left


def _less(params: SearchParams, name: str, code: str) -> SearchParams:
    return params.changed(**{name: tuple(item for item in getattr(params, name) if item != code)})


def _may_be_unstated(prop: str) -> str:
    if prop == "any":
        return _("Also not stated")
    return _("%(what)s may be not stated", what=SHORT["rail_km" if prop == "rail" else prop])


def filter_count(params: SearchParams) -> int:
    """How many parameters narrow the search."""
    return len(params.narrowing)


def typed_values(params: SearchParams, given: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What each single field shows: the value in the reader's language, else what was typed."""
    shown: dict[str, str] = {}
    for name, texts in given.items():
        if texts and name in LABELS and name not in LISTS:
            shown[name] = read.clean(texts[0])
    for name in NEED_NAMES | {"near_km"}:
        value = getattr(params, name)
        if isinstance(value, float):
            shown[name] = i18n.number(value, 6)
    if isinstance(params.rail, float):
        shown["rail"] = plain(params.rail)
    if params.q:
        shown["q"] = params.q
    return shown


def choices(params: SearchParams) -> dict[str, list[tuple[str, str]]]:
    """The options of the parameters chosen from a list, (value, words), the present value among them."""
    rail = {plain(km): i18n.distance(km * 1000) for km in (1, 5, 10, 20)}
    if isinstance(params.rail, float):
        rail.setdefault(plain(params.rail), i18n.distance(params.rail * 1000))
    days = {days: ngettext("%(n)s day", "%(n)s days", days) for days in (30, 90, 180, 365)}
    if params.confirmed_within is not None:
        days.setdefault(params.confirmed_within, ngettext("%(n)s day", "%(n)s days", params.confirmed_within))
    return {
        "rail": [("", _("any")), ("siding", _("own siding")), *rail.items()],
        "tier_min": [("", _("any")), *((str(tier), str(tier)) for tier in range(1, 6))],
        "confirmed_within": [("", _("any time")), *((str(number), words) for number, words in days.items())],
    }
