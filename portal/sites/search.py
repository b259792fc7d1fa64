"""The typed search: one list of parameters for pages, API and whatever follows, read and written back.

`parse` never fails: what is malformed is dropped and named as a `Problem`; pages show it beside its field,
the API answers 400. `to_query` writes the canonical form, from which `parse` reads the same search again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import shapely

from portal.sites import parameters as read
from portal.sites.codes import AVAILABILITIES, KINDS, LAND_USES, TENURES
from portal.sites.parameters import Box, Malformed

PAGE_LIMIT, PAGE_LIMIT_MOST = 20, 100
PAGES_MOST = 100_000
LIST_MOST = 50
CONFIRMED_WITHIN_MOST = 36_500
SORTS = (
    "match",
    "-area_ha",
    "area_ha",
    "price_eur_m2",
    "-price_eur_m2",
    "distance",
    "-confirmed_on",
    "confirmed_on",
)
LISTS = ("kind", "municipality", "zone", "availability", "tenure", "land_use")
KNOWN_CODES: Mapping[str, Mapping[str, Any]] = {
    "kind": KINDS,
    "availability": AVAILABILITIES,
    "tenure": TENURES,
    "land_use": LAND_USES,
}
UNSTATED = (
    "any",
    "area_ha",
    "floor_area_m2",
    "price_eur_m2",
    "power_mw",
    "gas_m3h",
    "water_m3d",
    "wastewater_m3d",
    "rail",
    "motorway_km",
    "tier",
    "available_from",
    "confirmed_on",
)
"""Properties whose unknown values a search may let pass."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with one parameter: a code, and what was given."""

    parameter: str
    code: str
    value: str = ""


@dataclass(frozen=True)
class SearchParams:
    """One search. Empty lists and None do not narrow it."""

    q: str = ""
    kind: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    zone: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    tenure: tuple[str, ...] = ()
    land_use: tuple[str, ...] = ()
    area_ha_min: float | None = None
    area_ha_max: float | None = None
    floor_area_m2_min: float | None = None
    price_eur_m2_max: float | None = None
    power_mw_min: float | None = None
    gas_m3h_min: float | None = None
    water_m3d_min: float | None = None
    wastewater_m3d_min: float | None = None
    rail: float | str | None = None
    """`siding`, or the most kilometres to a railway."""
    motorway_km_max: float | None = None
    tier_min: int | None = None
    available_by: date | None = None
    confirmed_within: int | None = None
    """Days since the last confirmation, at most."""
    unknown: tuple[str, ...] = ()
    """Properties whose unknown values pass as well; `any` for all."""
    bbox: Box | None = None
    within: shapely.Polygon | None = None
    near: tuple[float, float] | None = None
    """Longitude, latitude."""
    near_km: float | None = None
    sort: str = ""
    page: int = 1
    limit: int = PAGE_LIMIT
    map: str = ""
    """Zoom, latitude and longitude of the map; narrows nothing."""

    def without(self, *names: str) -> SearchParams:
        """This search on its first page, with these parameters as if they had not been given."""
        return self.changed(**{name: _DEFAULTS[name] for name in names})

    def changed(self, **values: Any) -> SearchParams:
        """This search with other values, on its first page unless a page is given."""
        return replace(self, **{"page": 1, **values})

    def lets_pass(self, prop: str) -> bool:
        """Whether an unknown value of this property does not exclude a site."""
        return "any" in self.unknown or prop in self.unknown

    def items(self) -> list[tuple[str, str]]:
        """Names and texts of everything that is not as by default, in a fixed order."""
        found: list[tuple[str, str]] = []
        for name, default in _DEFAULTS.items():
            value = getattr(self, name)
            if value != default:
                found += [(name, text) for text in _written(value)]
        return found

    def to_query(self) -> str:
        """The canonical query string, without the question mark."""
        return urlencode(self.items(), safe="/,")

    @property
    def narrowing(self) -> tuple[str, ...]:
        """The names of the parameters given that narrow the search."""
        given = (name for name, default in _DEFAULTS.items() if getattr(self, name) != default)
        return tuple(name for name in given if name not in _NOT_NARROWING)


_DEFAULTS: Mapping[str, Any] = {item.name: item.default for item in fields(SearchParams)}
_NOT_NARROWING = frozenset({"sort", "page", "limit", "map", "near", "unknown"})
PARAMETERS = tuple(_DEFAULTS)


@dataclass
class _Reading:
    lang: str | None
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, name: str, code: str, value: str = "") -> None:
        self.problems.append(Problem(name, code, read.clean(value, 80)))


def parse(
    args: Mapping[str, Sequence[str]], *, lang: str | None = None
) -> tuple[SearchParams, list[Problem]]:
    """The search that these parameters ask for, and what was wrong with them.

    `args`: name to all its values. `lang`: numbers may also be written as in this language. Names that are no
    search parameters are not looked at. Unknown codes stay in the search, match nothing and are named.
    """
    reading = _Reading(lang)
    for name in LISTS:
        _read_list(reading, name, args.get(name, ()), KNOWN_CODES.get(name))
    _read_list(reading, "unknown", args.get("unknown", ()), dict.fromkeys(UNSTATED), keep=False)
    for name, reader in _READERS.items():
        _read_single(reading, name, args.get(name, ()), reader)
    _settle(reading)
    if set(reading.values["availability"]) == set(AVAILABILITIES) - {"taken"}:
        reading.values["availability"] = ()  # the default, ticked box by box
    return SearchParams(**reading.values), reading.problems


def _read_list(
    reading: _Reading, name: str, texts: Sequence[str], known: Mapping[str, Any] | None, keep: bool = True
) -> None:
    codes = [code.strip() for text in texts for code in text.split(",") if code.strip()]
    codes = list(dict.fromkeys(read.clean(code, read.CODE_LENGTH) or "?" for code in codes))
    if len(codes) > LIST_MOST:
        reading.refuse(name, "too_many")
        codes = codes[:LIST_MOST]
    for code in codes:
        if known is not None and code not in known:
            reading.refuse(name, "unknown_code", code)
    reading.values[name] = tuple(code for code in codes if keep or known is None or code in known)


def _read_single(
    reading: _Reading, name: str, texts: Sequence[str], reader: Callable[[str, str | None], Any]
) -> None:
    given = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if not given:
        return
    if len(given) > 1:
        reading.refuse(name, "repeated", given[1])
    try:
        reading.values[name] = reader(given[0], reading.lang)
    except Malformed as error:
        reading.refuse(name, error.code, given[0])


def _settle(reading: _Reading) -> None:
    values = reading.values
    if "near" in values and "near_km" not in values and values.get("sort") != "distance":
        if not any(problem.parameter == "near_km" for problem in reading.problems):
            reading.refuse("near_km", "missing")
        del values["near"]
    if "near" not in values:
        for name, wanted in (("near_km", values.get("near_km")), ("sort", values.get("sort") == "distance")):
            if wanted:
                values.pop(name)
                if not any(problem.parameter.startswith("near") for problem in reading.problems):
                    reading.refuse("near", "missing")
    low, high = values.get("area_ha_min"), values.get("area_ha_max")
    if low is not None and high is not None and low > high:
        reading.refuse("area_ha_max", "below_least", read.plain(high))
        del values["area_ha_max"]


def _amount(most: float = read.LARGEST) -> Callable[[str, str | None], float]:
    return lambda text, lang: read.amount(text, lang, most)


def _rail(text: str, lang: str | None) -> float | str:
    return "siding" if text == "siding" else read.amount(text, lang, read.NEAR_KM_MOST)


def _sort(text: str, _lang: str | None) -> str:
    if text not in SORTS:
        raise Malformed("unknown_code")
    return "" if text == "match" else text


def _near_km(text: str, lang: str | None) -> float:
    km = read.amount(text, lang, read.NEAR_KM_MOST)
    if km < 0.001:
        raise Malformed("out_of_range")
    return km


_READERS: Mapping[str, Callable[[str, str | None], Any]] = {
    "q": lambda text, _: read.text(text),
    "area_ha_min": _amount(),
    "area_ha_max": _amount(),
    "floor_area_m2_min": _amount(),
    "price_eur_m2_max": _amount(),
    "power_mw_min": _amount(),
    "gas_m3h_min": _amount(),
    "water_m3d_min": _amount(),
    "wastewater_m3d_min": _amount(),
    "rail": _rail,
    "motorway_km_max": _amount(),
    "tier_min": lambda text, _: read.whole(text, 1, 5),
    "available_by": lambda text, _: read.day(text),
    "confirmed_within": lambda text, _: read.whole(text, 0, CONFIRMED_WITHIN_MOST),
    "bbox": lambda text, _: read.box(text),
    "within": lambda text, _: read.polygon(text),
    "near": lambda text, _: read.point(text),
    "near_km": _near_km,
    "sort": _sort,
    "page": lambda text, _: read.whole(text, 1, PAGES_MOST),
    "limit": lambda text, _: min(read.whole(text, 1, 1_000_000), PAGE_LIMIT_MOST),
    "map": lambda text, _: read.map_view(text),
}


def _written(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, shapely.Polygon):
        return [shapely.to_wkt(value, rounding_precision=read.POLYGON_DECIMALS, trim=True)]
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, tuple):
        if all(isinstance(part, str) for part in value):
            return list(value)
        return [",".join(read.plain(part) for part in value)]
    return [read.plain(value)]
