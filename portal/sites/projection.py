"""A site's search columns and public properties, from its public facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.records.registry import Projection, RecordKind
from portal.records.views import RecordView
from portal.sites.fields import CATALOGUE
from portal.sites.models import Site
from portal.sites.rules import completeness_pct, spoken_of_on

NUMBERS = (
    "area_ha",
    "net_area_ha",
    "floor_area_m2",
    "price_eur_m2",
    "rent_eur_ha_year",
    "power_mw",
    "gas_m3h",
    "water_m3d",
    "wastewater_m3d",
    "rail_km",
    "motorway_km",
    "tier",
    "rail_siding",
)
DAYS = ("availability_on", "reserved_until", "available_from")
LISTS = ("tenure", "land_use")


def project_site(view: RecordView) -> Projection:
    """Columns for the table `site` and properties for its GeoJSON body; `view` holds public facts only."""
    columns: dict[str, Any] = {
        "kind": view.value("kind", "plot"),
        "zone_id": view.value("zone"),
        "availability": view.value("availability", "unknown"),
        "completeness": completeness_pct(view),
        "confirmed_on": view.confirmed_on,
        "source_on": spoken_of_on(view),
        "search_text": view.search_words(
            "address", "land_use_note", further=[view.id, *(view.value("cadastral_numbers") or [])]
        ),
    }
    columns |= {key: view.value(key) for key in NUMBERS}
    columns |= {key: _day(view.value(key)) for key in DAYS}
    columns |= {key: packed(view.value(key)) for key in LISTS}
    return Projection(columns, _properties(view, columns))


def packed(codes: list[str] | None) -> str | None:
    """Codes as `|sale|lease|`, so that one LIKE finds a code on both engines."""
    return f"|{'|'.join(codes)}|" if codes else None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _properties(view: RecordView, columns: dict[str, Any]) -> dict[str, Any]:
    names = dict(view.names)
    return {
        "id": view.id,
        "name": names.get("en") or next(iter(names.values()), view.id),
        "names": names,
        "kind": columns["kind"],
        "municipality": view.municipality_id,
        "zone": columns["zone_id"],
        "availability": columns["availability"],
        "availability_on": view.value("availability_on"),
        "area_ha": columns["area_ha"],
        "net_area_ha": columns["net_area_ha"],
        "floor_area_m2": columns["floor_area_m2"],
        "tenure": view.value("tenure"),
        "land_use": view.value("land_use"),
        "price_eur_m2": columns["price_eur_m2"],
        "rent_eur_ha_year": columns["rent_eur_ha_year"],
        "power_mw": columns["power_mw"],
        "gas_m3h": columns["gas_m3h"],
        "water_m3d": columns["water_m3d"],
        "wastewater_m3d": columns["wastewater_m3d"],
        "rail_siding": columns["rail_siding"],
        "rail_km": columns["rail_km"],
        "motorway_km": columns["motorway_km"],
        "tier": columns["tier"],
        "available_from": view.value("available_from"),
        "reserved_until": view.value("reserved_until"),
        "confirmed_on": None if view.confirmed_on is None else view.confirmed_on.isoformat(),
        "source_on": None if columns["source_on"] is None else columns["source_on"].isoformat(),
        "position_accuracy": view.position_accuracy.value,
        "accuracy_m": view.accuracy_m,
    }


KIND = RecordKind("site", CATALOGUE, Site, project_site, page_path="sites/")
