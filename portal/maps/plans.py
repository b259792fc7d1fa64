"""A map as plain values: where it starts, and which layers it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MapLayer:
    """One layer: its name, where its data are, whether it is shown at first."""

    key: str
    url: str
    shown: bool = True


@dataclass(frozen=True)
class MapPlan:
    """A kind of map: its name, where it starts (longitude, latitude, zoom), the region's corners (latitude
    first), its layers from below to above, and the addresses of the basemap's archives."""

    name: str
    centre: tuple[float, float]
    zoom: int
    bounds: tuple[tuple[float, float], tuple[float, float]]
    layers: tuple[MapLayer, ...]
    basemap: Mapping[str, str]
