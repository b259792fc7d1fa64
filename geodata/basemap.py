"""Builds the basemap: a pack's map inputs become two PMTiles archives.

`python -m geodata.basemap PACK_DIRECTORY OUTPUT_DIRECTORY` writes `baltic.pmtiles` and `region.pmtiles`. The
same inputs give the same bytes, so the archives are rebuilt only when an input changes.
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap_layers import CONTEXT_BOX, REGION_BOX, Inputs, Layer, baltic_layers, world_units
from geodata.basemap_region import region_layers
from geodata.tiles import Feature, encode_layer, write_pmtiles

EXTENT = 8192
"""Steps across a tile: at the last data zoom one step is a third of a metre, as in the source."""

TILE_PX = 512
ATTRIBUTION = (
    "© OpenStreetMap contributors (ODbL) · schema © OpenMapTiles · "
    "Boundaries: Registrų centras (CC BY 4.0) · Natural Earth"
)

Cut = dict[tuple[int, int], list[Feature]]
"""The features of one layer in each tile (x, y) of one zoom."""


def generalise(geometries: list[BaseGeometry], layer: Layer, zoom: int) -> list[BaseGeometry]:
    """World units to steps of that zoom, simplified; what is too small to see becomes empty."""
    steps_per_px = EXTENT / TILE_PX
    scaled = shapely.transform(np.array(geometries, dtype=object), lambda c: c * (EXTENT * 2**zoom))
    simple = shapely.simplify(scaled, layer.tolerance_px * steps_per_px, preserve_topology=True)
    if layer.smallest_px:
        widths = np.ptp(shapely.bounds(simple).reshape(-1, 2, 2), axis=1)
        small = np.max(widths, axis=1) < layer.smallest_px * steps_per_px
        simple = np.where(small, shapely.GeometryCollection(), simple)
    return list(simple)


def clip(geometry: BaseGeometry, box: tuple[float, float, float, float]) -> BaseGeometry:
    """The part of a geometry inside a box; an invalid outline is mended first."""
    try:
        return shapely.clip_by_rect(geometry, *box)
    except shapely.errors.GEOSException:
        return shapely.intersection(shapely.make_valid(geometry), shapely.box(*box))


def cut_tiles(layer: Layer, geometries: list[BaseGeometry], zoom: int) -> Cut:
    """The layer's features of one zoom, clipped to each tile they touch, in that tile's own steps."""
    cut: Cut = defaultdict(list)
    margin = layer.buffer_px * EXTENT / TILE_PX
    for geometry, (_, attributes) in zip(generalise(geometries, layer, zoom), layer.rows, strict=True):
        if geometry.is_empty:
            continue
        west, north, east, south = geometry.bounds
        for x in range(int((west - margin) // EXTENT), int((east + margin) // EXTENT) + 1):
            for y in range(int((north - margin) // EXTENT), int((south + margin) // EXTENT) + 1):
                left, top = x * EXTENT, y * EXTENT
                box = (left - margin, top - margin, left + EXTENT + margin, top + EXTENT + margin)
                part = clip(geometry, box)
                if not part.is_empty:
                    moved = shapely.transform(part, lambda c, o=(left, top): c - o)
                    cut[x, y].append((moved, attributes))
    return cut


def build_tiles(layers: list[Layer]) -> dict[tuple[int, int, int], bytes]:
    """Every tile of an archive; layers of one name and zoom are joined in the given order."""
    gathered: dict[tuple[int, int, int], dict[str, list[Feature]]] = defaultdict(lambda: defaultdict(list))
    for layer in layers:
        geometries = world_units([geometry for geometry, _ in layer.rows])
        for zoom in range(layer.zooms[0], layer.zooms[1] + 1):
            for (x, y), features in cut_tiles(layer, geometries, zoom).items():
                gathered[zoom, x, y][layer.name] += features
    encoded = {
        key: b"".join(encode_layer(name, features, EXTENT) for name, features in named.items())
        for key, named in gathered.items()
    }
    return {key: body for key, body in encoded.items() if body}


def metadata(name: str, layers: list[Layer]) -> dict[str, object]:
    """What a reader of the archive is told: its name, layers, credit and the licence of its data."""
    zooms: dict[str, tuple[int, int]] = {}
    for layer in layers:
        low, high = zooms.get(layer.name, layer.zooms)
        zooms[layer.name] = (min(low, layer.zooms[0]), max(high, layer.zooms[1]))
    described = [
        {"id": key, "fields": {}, "minzoom": low, "maxzoom": high} for key, (low, high) in zooms.items()
    ]
    return {"name": name, "attribution": ATTRIBUTION, "licence": "ODbL 1.0", "vector_layers": described}


def build(pack: Path, output: Path) -> list[Path]:
    """Write both archives from `pack`/sources/geo into `output`; returns their paths."""
    inputs = Inputs(pack / "sources" / "geo")
    archives = (("baltic", baltic_layers, CONTEXT_BOX), ("region", region_layers, REGION_BOX))
    written = []
    for name, layers_of, bounds in archives:
        layers = layers_of(inputs)
        path = output / f"{name}.pmtiles"
        write_pmtiles(path, build_tiles(layers), metadata(name, layers), bounds)
        written.append(path)
    return written


if __name__ == "__main__":
    for archive in build(Path(sys.argv[1]), Path(sys.argv[2])):
        sys.stdout.write(f"{archive.name} {archive.stat().st_size / 1e6:.2f} MB\n")
