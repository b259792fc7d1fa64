"""Reading one search parameter: text from an address -> a value, or the code of what is wrong with it.

A reader raises `Malformed(code)`. Nothing here knows a language but the number reader of pages.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date

import shapely
from shapely.errors import ShapelyError

from portal import i18n

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east crosses the antimeridian."""

TEXT_LENGTH = 200
CODE_LENGTH = 60
VERTICES = 100
WKT_LENGTH = 6000
POLYGON_DECIMALS = 5
POINT_DECIMALS = 6
AMOUNT_DECIMALS = 9
LARGEST = 1e9
NEAR_KM_MOST = 500.0
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
_PLAIN = re.compile(r"[-+]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})([eE][-+]?\d{1,3})?")


class Malformed(ValueError):
    """A value that cannot be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def clean(text: str, most: int = TEXT_LENGTH) -> str:
    """One line without control characters, at most `most` characters."""
    kept = (" " if char in "\t\n\r" else char for char in text)
    shown = "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn"))
    return " ".join(shown.split())[:most]


def text(value: str) -> str:
    """Words to look for."""
    if len(value) > TEXT_LENGTH:
        raise Malformed("too_long")
    return clean(value)


def plain_number(value: str) -> float:
    """A finite number in the form of programs: `12.5`, `1e3`."""
    if not _PLAIN.fullmatch(value.strip()):
        raise Malformed("not_a_number")
    number = float(value)
    if not math.isfinite(number):
        raise Malformed("out_of_range")
    return number


def number(value: str, lang: str | None = None) -> float:
    """A number; with `lang` as people of that language write it (`12,5`), else in the form of programs."""
    if lang is None or _PLAIN.fullmatch(value.strip()):
        return plain_number(value)
    try:
        return float(i18n.parse_decimal(value[:40], lang))
    except ValueError:
        raise Malformed("not_a_number") from None


def amount(value: str, lang: str | None = None, most: float = LARGEST) -> float:
    """A number from 0 to `most`, at nine decimals."""
    found = number(value, lang)
    if not 0 <= found <= most:
        raise Malformed("out_of_range")
    return round(found, AMOUNT_DECIMALS) + 0.0  # no -0.0


def whole(value: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    if not re.fullmatch(r"[-+]?\d{1,9}", value.strip()):
        raise Malformed("not_whole")
    found = int(value)
    if not least <= found <= most:
        raise Malformed("out_of_range")
    return found


def day(value: str) -> date:
    """A day as `2027-03-31`."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
        raise Malformed("not_a_date")
    try:
        found = date.fromisoformat(value.strip())
    except ValueError:
        raise Malformed("not_a_date") from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise Malformed("out_of_range")
    return found


def numbers(value: str, *counts: int) -> list[float]:
    """Numbers with commas between them, as many as one of `counts`."""
    parts = value.split(",")
    if len(parts) not in counts:
        raise Malformed("wrong_count")
    return [plain_number(part) for part in parts]


def _degrees(lon: float, lat: float) -> tuple[float, float]:
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Malformed("out_of_range")
    return round(lon, POINT_DECIMALS) + 0.0, round(lat, POINT_DECIMALS) + 0.0


def point(value: str) -> tuple[float, float]:
    """Longitude and latitude."""
    lon, lat = numbers(value, 2)
    return _degrees(lon, lat)


def box(value: str) -> Box:
    """`west,south,east,north`, or six numbers with heights, which are not looked at.

    West may exceed east where the box crosses the antimeridian; a box that would then span more than
    half the globe has its corners swapped.
    """
    found = numbers(value, 4, 6)
    west, south, east, north = found if len(found) == 4 else (found[0], found[1], found[3], found[4])
    west, south = _degrees(west, south)
    east, north = _degrees(east, north)
    if south > north or 0 < west - east < 180:
        raise Malformed("swapped_corners")
    return west, south, east, north


def polygon(value: str) -> shapely.Polygon:
    """A valid polygon of at most 100 vertices from WKT, rounded to five decimals (1 m)."""
    if len(value) > WKT_LENGTH:
        raise Malformed("too_long")
    try:
        shape = shapely.from_wkt(value)
    except (ShapelyError, ValueError, TypeError, NotImplementedError):  # the last for curves
        raise Malformed("not_a_polygon") from None
    if not isinstance(shape, shapely.Polygon) or shape.is_empty:
        raise Malformed("not_a_polygon")
    return _checked(shapely.force_2d(shape))


def _checked(shape: shapely.Polygon) -> shapely.Polygon:
    coordinates = shapely.get_coordinates(shape)
    if not all(math.isfinite(x) and abs(x) <= 180 and abs(y) <= 90 for x, y in coordinates):
        raise Malformed("out_of_range")
    if len(coordinates) - 1 - len(shape.interiors) > VERTICES:
        raise Malformed("too_many_vertices")
    rounded = shapely.transform(shape, lambda xy: xy.round(POLYGON_DECIMALS) + 0.0)
    if not rounded.is_valid:
        crossing = "Self-intersection" in shapely.is_valid_reason(rounded)
        raise Malformed("self_crossing" if crossing else "not_a_polygon")
    if rounded.area == 0:
        raise Malformed("not_a_polygon")
    return rounded


def map_view(value: str) -> str:
    """`zoom/latitude/longitude` of the map, as it stands in the address."""
    parts = value.split("/")
    if len(parts) != 3:
        raise Malformed("wrong_count")
    zoom, lat, lon = (plain_number(part) for part in parts)
    if not 0 <= zoom <= 24:
        raise Malformed("out_of_range")
    lon, lat = _degrees(lon, lat)
    return f"{plain(round(zoom, 2))}/{plain(round(lat, 5) + 0.0)}/{plain(round(lon, 5) + 0.0)}"


def plain(value: float) -> str:
    """A number as text that reads back as the same number, without an exponent where that is short."""
    shown = f"{value:.15g}"
    shown = shown if float(shown) == value else repr(value)
    if "e" in shown and abs(value) >= 1e-9:
        shown = f"{value:.15f}".rstrip("0").rstrip(".") if float(f"{value:.15f}") == value else shown
    return shown
