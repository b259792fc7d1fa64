"""Layers of a region pack that are shown and never searched: `overlays/<name>.geojson.gz`."""

import gzip
import json
from pathlib import Path
from typing import Any

MOST_BYTES = 50_000_000


def read_overlay(directory: Path, name: str) -> list[dict[str, Any]]:
    """The features of an overlay, in WGS 84; none where the pack has no such layer."""
    path = directory / "overlays" / f"{name}.geojson.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rb") as packed:
        features: list[dict[str, Any]] = json.loads(packed.read(MOST_BYTES))["features"]
    return features
