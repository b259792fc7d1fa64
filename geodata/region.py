"""region.toml -> Region, with every missing or wrong setting named."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from geodata.pack_model import Basemap, Credit, Desk, Region, Sector
from geodata.problems import Problem
from geodata.tables import read_text

FILE = "region.toml"


class Settings:
    """Settings read by dotted name; wrong ones are noted, and a harmless value stands in for them."""

    def __init__(self, tree: Mapping[str, Any], problems: list[Problem]) -> None:
        self.tree = tree
        self.problems = problems

    def _take(self, name: str, expected: str, sound: Callable[[Any], bool], stand_in: Any) -> Any:
        value: Any = self.tree
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if sound(value):
            return value
        self.problems.append(Problem(FILE, 0, name, "bad_setting", {"name": name, "expected": expected}))
        return stand_in

    def text(self, name: str) -> str:
        return str(self._take(name, "a text", lambda v: isinstance(v, str) and bool(v), ""))

    def texts(self, name: str) -> dict[str, str]:
        value = self._take(name, "a text by language", _is_texts, {})
        return {str(language): str(text) for language, text in value.items()}

    def whole(self, name: str) -> int:
        return int(self._take(name, "a whole number", lambda v: type(v) is int, 0))

    def numbers(self, name: str, count: int) -> tuple[float, ...]:
        value = self._take(name, f"{count} numbers", lambda v: _is_numbers(v, count), [0.0] * count)
        return tuple(float(number) for number in value)

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(self._take(name, "a list of texts", lambda v: _is_list_of(v, str), []))

    def wholes(self, name: str) -> tuple[int, ...]:
        return tuple(self._take(name, "a list of whole numbers", lambda v: _is_list_of(v, int), []))

    def tables(self, name: str) -> list["Settings"]:
        value = self._take(name, "a list of tables", lambda v: _is_list_of(v, dict), [])
        return [Settings(table, self.problems) for table in value]


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(text, str) for text in value.values())


def _is_numbers(value: Any, count: int) -> bool:
    return isinstance(value, list) and len(value) == count and all(type(v) in (int, float) for v in value)


def _is_list_of(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


def read_region(directory: Path, problems: list[Problem]) -> Region | None:
    """The region's settings, or None where the file cannot be read at all."""
    text = read_text(directory / FILE, FILE, problems)
    if text is None:
        return None
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(FILE, 0, "", "bad_toml", {"reason": str(error)}))
        return None
    return _region(Settings(tree, problems))


def _region(take: Settings) -> Region:
    lon, lat = take.numbers("map.centre", 2)
    west, south, east, north = take.numbers("bbox", 4)
    left, bottom, right, top = take.numbers("map.bounds", 4)
    from_lon, from_lat = take.numbers("home.distances_from_point", 2)
    return Region(
        id=take.text("id"),
        names=take.texts("name"),
        short_names=take.texts("short_name"),
        tagline=take.texts("tagline"),
        headline=take.texts("headline"),
        country=take.text("country"),
        time_zone=take.text("time_zone"),
        languages=take.words("languages"),
        metric_crs=take.text("metric_crs"),
        centre=(lon, lat),
        bbox=(west, south, east, north),
        map_bounds=(left, bottom, right, top),
        start_zoom=take.whole("map.start_zoom"),
        min_zoom=take.whole("map.min_zoom"),
        max_zoom=take.whole("map.max_zoom"),
        key_figures=take.words("home.key_figures"),
        distances_from=take.texts("home.distances_from"),
        distances_from_point=(from_lon, from_lat),
        distance_nodes=take.words("home.distance_nodes"),
        home_incentives=take.words("home.incentives"),
        confirm_days=take.whole("freshness.confirm_days"),
        late_days=take.whole("freshness.late_days"),
        price_unit=take.text("units.price"),
        rent_unit=take.text("units.rent"),
        desk=_desk(take),
        credits=tuple(Credit(c.text("text"), c.text("url")) for c in take.tables("credits")),
        basemaps=tuple(_basemap(item) for item in take.tables("basemaps")),
        sectors=tuple(
            Sector(s.text("code"), s.texts("name"), s.words("nace")) for s in take.tables("sectors")
        ),
    )


def _desk(take: Settings) -> Desk:
    return Desk(
        organisation=take.texts("desk.organisation"),
        office=take.texts("desk.office"),
        languages=take.words("desk.languages"),
        office_days=take.wholes("desk.office_days"),
        opens_hour=take.whole("desk.opens_hour"),
        closes_hour=take.whole("desk.closes_hour"),
        answer_working_days=take.whole("desk.answer_working_days"),
    )


def _basemap(take: Settings) -> Basemap:
    return Basemap(take.text("id"), take.text("file"), take.whole("min_zoom"), take.whole("max_zoom"))
