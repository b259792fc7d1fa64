"""Seeded searches that use every parameter, for comparing engines and answers."""

from datetime import date, timedelta
from random import Random

import shapely

from portal.sites.codes import AVAILABILITIES, KINDS, LAND_USES, TENURES
from portal.sites.search import SORTS, UNSTATED, SearchParams

SEED = 20261124
TODAY = date(2026, 11, 23)
WORDS = ("pramones", "Šiaulių", "made", "sklypas", "ramyg", "plento 1", "50%", "a_b", "nothing", "Žvaigždžių")
TOWNS = ("panevezys-city", "birzai", "kupiskis", "rokiskis", "no-such-town")


def seeded_searches(count=200):
    """The same searches in every run: few parameters each, so that many find something."""
    dice = Random(SEED)
    return [_search(dice) for _ in range(count)]


def _search(dice):
    makers = dice.sample(sorted(MAKERS), k=dice.choice((0, 1, 1, 2, 2, 3, 4)))
    values = {}
    for name in makers:
        values |= MAKERS[name](dice)
    sorts = [sort for sort in SORTS if sort not in ("match", "distance") or "near" in values]
    if dice.random() < 0.5:
        sort = dice.choice(sorts)
        values["sort"] = "" if sort == "match" else sort
    if dice.random() < 0.3:
        values["unknown"] = tuple(dice.sample(UNSTATED, k=2))
    return SearchParams(**values)


def _some(name, codes):
    return lambda dice: {name: tuple(dice.sample(sorted(codes), k=dice.choice((1, 1, 2))))}


def _least(name, low, high):
    return lambda dice: {name: round(dice.uniform(low, high), 2)}


def _box(dice):
    west, south = dice.uniform(23.9, 25.4), dice.uniform(55.4, 56.2)
    return {"bbox": (west, south, west + dice.uniform(0.01, 0.8), south + dice.uniform(0.01, 0.5))}


def _polygon(dice):
    lon, lat = dice.uniform(24, 25.4), dice.uniform(55.5, 56.2)
    star = [
        (lon + dice.uniform(0.05, 0.4) * x, lat + dice.uniform(0.05, 0.3) * y)
        for x, y in ((0, -1), (1, -0.5), (1, 0.5), (0, 1), (-1, 0.5), (-1, -0.5))
    ]
    shape = shapely.Polygon(star)
    return {"within": shape if shape.is_valid else shape.convex_hull}


def _near(dice):
    place = (round(dice.uniform(24, 25.4), 4), round(dice.uniform(55.5, 56.2), 4))
    return {"near": place, "near_km": round(dice.uniform(1, 40), 1)}


MAKERS = {
    "q": lambda dice: {"q": dice.choice(WORDS)},
    "kind": _some("kind", KINDS),
    "municipality": _some("municipality", TOWNS),
    "zone": lambda dice: {"zone": (f"made-zone-{dice.randrange(20):02d}",)},
    "availability": _some("availability", AVAILABILITIES),
    "tenure": _some("tenure", TENURES),
    "land_use": _some("land_use", LAND_USES),
    "area": _least("area_ha_min", 0.3, 30),
    "area_most": _least("area_ha_max", 1, 60),
    "floor": _least("floor_area_m2_min", 200, 20_000),
    "price": _least("price_eur_m2_max", 5, 80),
    "power": _least("power_mw_min", 0.1, 30),
    "gas": _least("gas_m3h_min", 50, 3000),
    "water": _least("water_m3d_min", 10, 2000),
    "wastewater": _least("wastewater_m3d_min", 10, 2000),
    "rail": lambda dice: {"rail": dice.choice(("siding", 1.0, 5.0, 20.0))},
    "motorway": _least("motorway_km_max", 1, 50),
    "tier": lambda dice: {"tier_min": dice.randint(1, 5)},
    "free": lambda dice: {"available_by": TODAY + timedelta(days=dice.randrange(700))},
    "confirmed": lambda dice: {"confirmed_within": dice.choice((30, 90, 200, 400))},
    "bbox": _box,
    "within": _polygon,
    "near": _near,
}
