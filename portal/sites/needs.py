"""What a search asks of a site in figures, and whether a site meets it: pass, fail or unknown.

The same table gives the SQL of the filters (`conditions.py`) and the verdicts on a card, so that they agree.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal.sites.search import SearchParams

COARSE_ERROR_M: Mapping[str, float] = {"street": 1000.0, "town": 3000.0}
"""How far a distance measured from a coarse place may be wrong, where the place says nothing narrower."""


class Answer(enum.StrEnum):
    """A site's answer to one need; unknown never counts as pass."""

    PASS = "pass"  # noqa: S105 - a verdict
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Need:
    """A figure asked for: which parameter, which property, at least or at most."""

    parameter: str
    column: str
    at_least: bool
    uncertain: bool = False
    """Measured from the site's place, and only as exact as that."""


NEEDS = (
    Need("area_ha_min", "area_ha", True),
    Need("area_ha_max", "area_ha", False),
    Need("floor_area_m2_min", "floor_area_m2", True),
    Need("power_mw_min", "power_mw", True),
    Need("rail", "rail_km", False, uncertain=True),
    Need("motorway_km_max", "motorway_km", False, uncertain=True),
    Need("gas_m3h_min", "gas_m3h", True),
    Need("water_m3d_min", "water_m3d", True),
    Need("wastewater_m3d_min", "wastewater_m3d", True),
    Need("price_eur_m2_max", "price_eur_m2", False),
    Need("tier_min", "tier", True),
    Need("available_by", "available_from", False),
    Need("confirmed_within", "confirmed_on", True),
)
"""In the order in which verdicts are shown."""

NEED_NAMES = frozenset(need.parameter for need in NEEDS)


@dataclass(frozen=True)
class Asked:
    """One need of one search, with the bound to compare with."""

    need: Need
    column: str
    bound: Any

    @property
    def parameter(self) -> str:
        return self.need.parameter

    @property
    def prop(self) -> str:
        """The property as `unknown=` names it."""
        return "rail" if self.parameter == "rail" else self.column

    @property
    def is_flag(self) -> bool:
        return self.column == "rail_siding"


@dataclass(frozen=True)
class Verdict:
    """How one site answers one need: its value, and by how much it misses."""

    asked: Asked
    answer: Answer
    value: Any = None
    gap: float | None = None
    """Positive: how much is missing or too much, in the property's unit (days for dates); None on a pass."""


def asked_needs(params: SearchParams, today: date) -> tuple[Asked, ...]:
    """The needs that this search states, in the order of `NEEDS`."""
    return tuple(
        _asked(need, value, today) for need in NEEDS if (value := getattr(params, need.parameter)) is not None
    )


def _asked(need: Need, value: Any, today: date) -> Asked:
    if need.parameter == "rail" and value == "siding":
        return Asked(need, "rail_siding", True)
    if need.parameter == "confirmed_within":
        return Asked(need, need.column, today - timedelta(days=value))
    return Asked(need, need.column, value)


def error_km(position_accuracy: str, accuracy_m: float | None) -> float:
    """How far a distance from this place may be wrong, in kilometres; 0 for an exact place."""
    if position_accuracy not in COARSE_ERROR_M:
        return 0.0
    return (COARSE_ERROR_M[position_accuracy] if accuracy_m is None else accuracy_m) / 1000


def verdict(asked: Asked, value: Any, error: float = 0.0) -> Verdict:
    """The answer for one value; `error` in the value's unit, where it is uncertain."""
    if value is None:
        return Verdict(asked, Answer.UNKNOWN)
    if asked.is_flag:
        return Verdict(asked, Answer.PASS if value else Answer.FAIL, bool(value))
    missing = _difference(asked, value)
    if not error:
        return (
            Verdict(asked, Answer.FAIL, value, missing) if missing > 0 else Verdict(asked, Answer.PASS, value)
        )
    if value + error <= asked.bound:
        return Verdict(asked, Answer.PASS, value)
    return (
        Verdict(asked, Answer.FAIL, value, missing) if value - error > asked.bound else _doubt(asked, value)
    )


def _doubt(asked: Asked, value: Any) -> Verdict:
    return Verdict(asked, Answer.UNKNOWN, value)


def _difference(asked: Asked, value: Any) -> float:
    ahead = asked.bound - value if asked.need.at_least else value - asked.bound
    return float(ahead.days if isinstance(ahead, timedelta) else ahead)
