"""The code lists of a site, each with its words."""

from __future__ import annotations

from portal.i18n import lazy
from portal.zones.fields import AVAILABILITIES, LAND_USES, OWNER_TYPES, TENURES

__all__ = ["AVAILABILITIES", "EIA_STAGES", "KINDS", "LAND_USES", "OWNER_TYPES", "RAIL_GAUGES", "TENURES"]

KINDS = {
    "plot": lazy("Plot"),
    "brownfield": lazy("Brownfield"),
    "building": lazy("Building"),
}
EIA_STAGES = {
    "not_needed": lazy("Not needed"),
    "screening": lazy("Screening needed"),
    "needed": lazy("Full assessment needed"),
    "done": lazy("Done"),
}
RAIL_GAUGES = {
    "1520": lazy("1,520 mm (broad)"),
    "1435": lazy("1,435 mm (European)"),
    "both": lazy("both gauges"),
}
DEFAULT_AVAILABILITIES = tuple(code for code in AVAILABILITIES if code != "taken")
