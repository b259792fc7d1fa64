"""The words of the maps in the page's language: a page hands them to its map's script as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from portal.companies.fields import SECTORS
from portal.education.fields import TYPES
from portal.education.rules import GLYPHS
from portal.i18n import current, lazy, ngettext
from portal.i18n import gettext as _
from portal.maps.layers import MOST_FEATURES
from portal.sites.codes import AVAILABILITIES, KINDS

NODES = {
    "airport": lazy("Airport"),
    "aerodrome": lazy("Aerodrome"),
    "port": lazy("Sea port"),
    "border": lazy("Border crossing"),
    "station": lazy("Railway station"),
    "station_planned": lazy("Railway station (planned)"),
    "substation": lazy("Transformer substation"),
    "gas_station": lazy("Gas distribution station"),
    "water_utility": lazy("Water utility"),
}
COUNTS = {"one": 1, "few": 2, "other": 10}
"""A number for each plural form of our languages, by the name that browsers give the form."""


def words() -> dict[str, Any]:
    """Everything a map says: code lists, sentences with `{name}` where a value stands, plurals by form."""
    return {
        "lang": current(),
        "kinds": _texts(KINDS),
        "availabilities": _texts(AVAILABILITIES),
        "sectors": _texts(SECTORS),
        "institutions": _texts(TYPES),
        "glyphs": dict(GLYPHS),
        "nodes": _texts(NODES),
        "say": _sentences(),
        "count": _plurals(),
        "most": MOST_FEATURES,
    }


def _texts(codes: Mapping[str, object]) -> dict[str, str]:
    return {code: str(word) for code, word in codes.items()}


def _sentences() -> dict[str, str]:
    return {
        "close": _("Close"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "zone": _("Zone or park"),
        "open": _("Open the page"),
        "show": _("Show on the map: %(name)s", name="{name}"),
        "not_stated": _("not stated"),
        "size_not_stated": _("size not stated"),
        "somewhere": _("Somewhere in the town"),
        "within": _("Within about %(distance)s", distance="{distance}"),
        "known_street": _("Place known to the street, within about %(distance)s.", distance="{distance}"),
        "known_town": _(
            "Place known to the zone or town only, within about %(distance)s.", distance="{distance}"
        ),
        "known_building": _("Place known to the building."),
        "zone_sites": _("In this zone; where in it is not stated."),
        "outline": _("Outline from open data, not the legal boundary."),
        "employees": _("%(number)s employees, %(year)s", number="{number}", year="{year}"),
        "students": _("%(number)s students, %(year)s", number="{number}", year="{year}"),
        "fingers": _("Use two fingers to move the map."),
        "industrial": _("Industrial land"),
        "no_place": _("No place of this name is known here. Type its longitude and latitude."),
        "failed": _("Part of the map could not be loaded. The list is complete."),
        "corners": _("Click the corners of the area; click the first one again to close it."),
        "point": _("Click the place on the map."),
        "bad_polygon": _(
            "This is not a polygon. Write POLYGON ((24.3 55.7, 24.4 55.7, 24.4 55.8, 24.3 55.7))."
        ),
        "too_many": _("An area may have at most 100 corners."),
        "credit_streets": _("OpenStreetMap contributors (ODbL)"),
        "credit_schema": _("schema"),
        "credit_boundaries": _("Boundaries:"),
        "first_only": _("The map shows the first %(number)s.", number="{number}"),
        "sheet": _("Whole list"),
        "radius": _("%(km)s km", km="{km}"),
    }


def _plurals() -> dict[str, dict[str, str]]:
    return {
        "sites": _forms(lambda n: ngettext("%(n)s site", "%(n)s sites", n)),
        "companies": _forms(lambda n: ngettext("%(n)s company", "%(n)s companies", n)),
        "institutions": _forms(lambda n: ngettext("%(n)s institution", "%(n)s institutions", n)),
        "more": _forms(lambda n: ngettext("and %(n)s more", "and %(n)s more", n)),
        "unplaced": _forms(
            lambda n: ngettext(
                "%(n)s site found has no known place and is not on the map.",
                "%(n)s sites found have no known place and are not on the map.",
                n,
            )
        ),
    }


def _forms(said_of: Callable[[int], str]) -> dict[str, str]:
    return {form: said_of(number).replace(str(number), "{n}", 1) for form, number in COUNTS.items()}
