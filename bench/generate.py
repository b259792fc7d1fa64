"""Made sites, companies and institutions: the same seed and size give the same bytes, on every machine.

Everything comes from `Generator.random`, whose stream numpy keeps stable, and is rounded before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import numpy as np
import orjson
import shapely

SEED = 20261124
LAST_DAY = date(2026, 11, 1)
TOWNS = (
    ("panevezys-city", 24.3578, 55.7345, 0.34),
    ("panevezys-district", 24.3000, 55.6100, 0.18),
    ("birzai", 24.7620, 56.2000, 0.12),
    ("kupiskis", 24.9730, 55.8370, 0.12),
    ("pasvalys", 24.4030, 56.0600, 0.12),
    ("rokiskis", 25.5890, 55.9560, 0.12),
)
KINDS = (("plot", 0.62), ("brownfield", 0.2), ("building", 0.18))
AVAILABILITIES = (
    ("available", 0.45),
    ("reserved", 0.1),
    ("under_offer", 0.05),
    ("planned", 0.15),
    ("unknown", 0.1),
    ("taken", 0.15),
)
TENURES = (("sale",), ("lease",), ("sale", "lease"), ("lease", "auction"), ("sublease",))
LAND_USES = ("production", "warehousing", "logistics", "offices", "commercial", "research")
ACCURACIES = (("boundary", 0.7), ("point", 0.15), ("street", 0.08), ("town", 0.04), ("none", 0.03))
ERRORS_M = {"boundary": 0.0, "point": 50.0, "street": 1000.0, "town": 3000.0}
STREETS = (
    "Pramonės g.",
    "Šiaulių g.",
    "Ramygalos g.",
    "Plento g.",
    "Tiekimo g.",
    "Savitiškio g.",
    "Žvaigždžių g.",
)
SECTORS = ("mt", "el", "au", "fd", "tx", "wd", "pl", "cn", "tr")
TYPES = ("vocational", "gymnasium", "college", "training")
ZONES = 20
METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class MadeRecord:
    """One record with its facts (key to value), before it meets a database."""

    kind: str
    id: str
    names: Mapping[str, str]
    municipality: str
    position_accuracy: str
    accuracy_m: float | None
    shape_wkt: str | None
    confirmed_on: str | None
    facts: Mapping[str, Any]


class Dice:
    """Seeded choices."""

    def __init__(self, *seed: int) -> None:
        self._rng = np.random.Generator(np.random.PCG64(list(seed)))

    def share(self) -> float:
        return float(self._rng.random())

    def chance(self, probability: float) -> bool:
        return self.share() < probability

    def between(self, low: float, high: float, digits: int) -> float:
        return round(low + (high - low) * self.share(), digits)

    def log_between(self, low: float, high: float, digits: int) -> float:
        return round(float(low * (high / low) ** self.share()), digits)

    def one(self, items: Sequence[Any]) -> Any:
        return items[int(self.share() * len(items))]

    def weighted(self, items: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
        at = self.share() * sum(item[-1] for item in items)
        for item in items:
            at -= item[-1]
            if at < 0:
                return item
        return items[-1]

    def around(self, spread: float) -> float:
        """A value around 0, dense in the middle: the mean of four even ones."""
        return spread * (sum(self.share() for _ in range(4)) - 2)


def made_records(sites: int, seed: int = SEED) -> Iterator[MadeRecord]:
    """Zones, `sites` sites, a fifth as many companies, a hundredth as many institutions."""
    for number in range(ZONES):
        yield _zone(Dice(seed, 1, number), number)
    for number in range(sites):
        yield _site(Dice(seed, 2, number), number)
    for number in range(sites // 5):
        yield _company(Dice(seed, 3, number), number)
    for number in range(sites // 100):
        yield _institution(Dice(seed, 4, number), number)


def digest(records: Iterator[MadeRecord]) -> str:
    """SHA-256 of all records, to compare two runs."""
    total = sha256()
    for record in records:
        total.update(orjson.dumps(record, option=orjson.OPT_SORT_KEYS))
    return total.hexdigest()


def _place(dice: Dice, spread: float = 0.12) -> tuple[str, float, float]:
    town, lon, lat, _ = dice.weighted(TOWNS)
    return town, round(lon + dice.around(spread * 1.7), 6), round(lat + dice.around(spread), 6)


def _outline(dice: Dice, lon: float, lat: float, area_ha: float) -> str:
    """A four-sided plot of about this area around a point."""
    long_m = (area_ha * 10_000 * dice.between(1, 2.5, 3)) ** 0.5
    wide_m = area_ha * 10_000 / long_m
    dy = long_m / METRES_PER_DEGREE / 2
    dx = wide_m / (METRES_PER_DEGREE * 0.563) / 2
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    ring = [
        (round(lon + dx * x * dice.between(0.9, 1, 3), 6), round(lat + dy * y * dice.between(0.9, 1, 3), 6))
        for x, y in corners
    ]
    return str(shapely.Polygon(ring).wkt)


def _zone(dice: Dice, number: int) -> MadeRecord:
    town, lon, lat = _place(dice, 0.05)
    name = f"Made park {number + 1}"
    facts = {"regime": "industrial_park", "area_ha": dice.between(20, 120, 1)}
    return MadeRecord(
        "zone",
        f"made-zone-{number:02d}",
        {"en": name},
        town,
        "point",
        50.0,
        f"POINT ({lon} {lat})",
        None,
        facts,
    )


def _site(dice: Dice, number: int) -> MadeRecord:
    town, lon, lat = _place(dice)
    kind = dice.weighted(KINDS)[0]
    accuracy = dice.weighted(ACCURACIES)[0]
    area_ha = dice.log_between(0.3, 60, 2)
    street = f"{dice.one(STREETS)} {int(dice.share() * 90) + 1}"
    shape = None
    if accuracy != "none":
        shape = _outline(dice, lon, lat, area_ha) if accuracy == "boundary" else f"POINT ({lon} {lat})"
    confirmed = LAST_DAY - timedelta(days=int(dice.share() * 260)) if dice.chance(0.6) else None
    return MadeRecord(
        "site",
        f"made-{number:06d}",
        {"en": f"Made site {number}, {street}", "lt": f"Sklypas {number}, {street}"},
        town,
        accuracy,
        ERRORS_M.get(accuracy) or None,
        shape,
        confirmed.isoformat() if confirmed else None,
        _site_facts(dice, kind, area_ha, street),
    )


def _site_facts(dice: Dice, kind: str, area_ha: float, street: str) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": kind,
        "availability": dice.weighted(AVAILABILITIES)[0],
        "address": {"lt": street},
        "tenure": list(dice.one(TENURES)),
        "land_use": [use for use in LAND_USES if dice.chance(0.3)] or ["production"],
    }
    optional: tuple[tuple[str, float, Any], ...] = (
        ("zone", 0.25, f"made-zone-{int(dice.share() * ZONES):02d}"),
        ("area_ha", 0.95, area_ha),
        ("floor_area_m2", 0.9 if kind == "building" else 0.0, dice.log_between(200, 40_000, 0)),
        ("price_eur_m2", 0.5, dice.log_between(2, 80, 2)),
        ("power_mw", 0.5, dice.log_between(0.1, 60, 2)),
        ("gas_m3h", 0.4, dice.log_between(50, 5000, 0)),
        ("water_m3d", 0.4, dice.log_between(10, 3000, 0)),
        ("wastewater_m3d", 0.35, dice.log_between(10, 3000, 0)),
        ("rail_siding", 0.3, dice.chance(0.2)),
        ("rail_km", 0.9, dice.log_between(0.02, 40, 2)),
        ("motorway_km", 0.9, dice.log_between(0.02, 60, 2)),
        ("tier", 0.6, 1 + int(dice.share() * 5)),
        ("available_from", 0.4, (LAST_DAY + timedelta(days=int(dice.share() * 700))).isoformat()),
    )
    return facts | {key: value for key, probability, value in optional if dice.chance(probability)}


def _company(dice: Dice, number: int) -> MadeRecord:
    town, lon, lat = _place(dice)
    facts = {"sector": dice.one(SECTORS), "employees": int(dice.log_between(3, 1800, 0))}
    names = {"lt": f"UAB Įmonė {number}"}
    return MadeRecord(
        "company", f"made-co-{number:05d}", names, town, "point", 50.0, f"POINT ({lon} {lat})", None, facts
    )


def _institution(dice: Dice, number: int) -> MadeRecord:
    town, lon, lat = _place(dice, 0.05)
    facts = {"type": dice.one(TYPES), "students": int(dice.log_between(80, 1500, 0))}
    names = {"en": f"Made school {number}"}
    return MadeRecord(
        "institution",
        f"made-in-{number:04d}",
        names,
        town,
        "point",
        50.0,
        f"POINT ({lon} {lat})",
        None,
        facts,
    )
