"""Layers that are shown and never searched."""

import gzip
import json
from pathlib import Path
from typing import Any

from geodata.panevezys.build.inputs import layer
from geodata.panevezys.build.places import MUNICIPALITIES

Feature = dict[str, Any]
IDS = {register_name: id_ for id_, register_name, *_names in MUNICIPALITIES}


def write(directory: Path) -> None:
    """Writes `overlays/industrial.geojson.gz`, without a time in it."""
    folder = directory / "overlays"
    folder.mkdir(exist_ok=True)
    text = json.dumps({"type": "FeatureCollection", "features": industrial()}, ensure_ascii=False)
    (folder / "industrial.geojson.gz").write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def industrial() -> list[Feature]:
    """Industrial and commercial land as mapped in OpenStreetMap: class, name, hectares, municipality."""
    return [_industrial(feature) for feature in layer("landuse_industrial_commercial")["features"]]


def _industrial(feature: Feature) -> Feature:
    stated = feature["properties"]
    properties = {
        key: stated[key] for key in ("class", "name", "area_ha", "nearest_place") if stated.get(key)
    }
    if municipality := IDS.get(stated.get("municipality", "")):
        properties["municipality"] = municipality
    return {"type": "Feature", "properties": properties, "geometry": feature["geometry"]}
