"""A zone's columns and public properties."""

from __future__ import annotations

from portal.records.registry import Projection, RecordKind
from portal.records.views import RecordView
from portal.zones.fields import CATALOGUE
from portal.zones.models import Zone


def project_zone(view: RecordView) -> Projection:
    """Columns for the table `zone` and properties for its GeoJSON body."""
    columns = {
        "regime": view.value("regime"),
        "parent_id": view.value("zone"),
        "availability": view.value("availability"),
        "area_ha": view.value("area_ha"),
        "floor_area_m2": view.value("floor_area_m2"),
    }
    names = dict(view.names)
    properties = {
        "id": view.id,
        "name": names.get("en") or next(iter(names.values()), view.id),
        "names": names,
        "regime": columns["regime"],
        "zone": columns["parent_id"],
        "municipality": view.municipality_id,
        "availability": columns["availability"],
        "area_ha": columns["area_ha"],
        "floor_area_m2": columns["floor_area_m2"],
        "position_accuracy": view.position_accuracy.value,
        "accuracy_m": view.accuracy_m,
    }
    return Projection(columns, properties)


KIND = RecordKind("zone", CATALOGUE, Zone, project_zone, page_path="zones/")
