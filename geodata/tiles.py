"""Vector tiles and the archive that holds them: Mapbox Vector Tile 2.1 layers in a PMTiles 3 file.

Written here rather than by GDAL, whose writer takes one layer and one zoom range a file as pyogrio offers it.
The same input gives the same bytes: ids, keys and tiles are ordered, and compression carries no time.
"""

import gzip
import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

POINT, LINE, POLYGON = 1, 2, 3
MOVE_TO, LINE_TO, CLOSE_PATH = 1, 2, 7
LEAF_SIZE = 2048
"""Entries in one leaf directory; the root then stays inside the first 16 KB that readers fetch."""

Value = str | int
Feature = tuple[BaseGeometry, Mapping[str, Value]]
"""A geometry in tile units (y down) with the attributes that are drawn."""


def varint(value: int) -> bytes:
    """An unsigned integer in protobuf's base 128."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value: int) -> int:
    """A signed integer as an unsigned one, small where the value is near zero."""
    return value << 1 if value >= 0 else (-value << 1) - 1


def field(number: int, payload: bytes) -> bytes:
    """A length-delimited protobuf field."""
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def whole_coordinates(part: BaseGeometry) -> list[tuple[int, int]]:
    """The part's vertices on the integer grid, without repeats."""
    grid = np.rint(shapely.get_coordinates(part)).astype(int)
    if len(grid) > 1:
        keep = np.ones(len(grid), dtype=bool)
        keep[1:] = np.any(grid[1:] != grid[:-1], axis=1)
        grid = grid[keep]
    return [(int(x), int(y)) for x, y in grid]


def twice_area(ring: Sequence[tuple[int, int]]) -> int:
    """Twice the signed area of a closed ring; positive for an outer ring in tile coordinates."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


class Pen:
    """Writes the commands of one geometry, each step relative to the last."""

    def __init__(self) -> None:
        self.commands = bytearray()
        self.x = self.y = 0

    def step(self, command: int, points: Sequence[tuple[int, int]]) -> None:
        """Move or draw to each point in turn."""
        self.commands += varint(len(points) << 3 | command)
        for x, y in points:
            self.commands += varint(zigzag(x - self.x)) + varint(zigzag(y - self.y))
            self.x, self.y = x, y

    def line(self, points: Sequence[tuple[int, int]]) -> None:
        """A line of at least two points; a shorter one leaves nothing."""
        if len(points) >= 2:
            self.step(MOVE_TO, points[:1])
            self.step(LINE_TO, points[1:])

    def ring(self, points: Sequence[tuple[int, int]]) -> None:
        """A closed ring, given with its first point repeated at the end."""
        self.step(MOVE_TO, points[:1])
        self.step(LINE_TO, points[1:-1])
        self.commands += varint(1 << 3 | CLOSE_PATH)


def draw_polygon(pen: Pen, polygon: BaseGeometry) -> None:
    """Outer ring and holes; a polygon that vanishes on the grid leaves nothing."""
    outer, *holes = [whole_coordinates(ring) for ring in shapely.get_rings(polygon)]
    if len(outer) < 4 or twice_area(outer) == 0:
        return
    pen.ring(outer if twice_area(outer) > 0 else outer[::-1])
    for hole in holes:
        if len(hole) >= 4 and twice_area(hole) != 0:
            pen.ring(hole if twice_area(hole) < 0 else hole[::-1])


def geometry_commands(geometry: BaseGeometry) -> tuple[int, bytes]:
    """The type of a geometry and its commands; no commands where nothing of it is left on the grid."""
    pen, dimension = Pen(), shapely.get_dimensions(geometry)
    parts = shapely.get_parts(geometry)
    if dimension == 0:
        pen.step(MOVE_TO, [whole_coordinates(part)[0] for part in parts])
        return POINT, bytes(pen.commands)
    for part in parts:
        if dimension == 1:
            pen.line(whole_coordinates(part))
        elif shapely.get_dimensions(part) == 2:
            draw_polygon(pen, part)
    return (LINE if dimension == 1 else POLYGON), bytes(pen.commands)


def encode_value(value: Value) -> bytes:
    """An attribute: text, or a whole number of at least zero."""
    if isinstance(value, str):
        return field(1, value.encode())
    return varint(5 << 3) + varint(value)


def encode_layer(name: str, features: Iterable[Feature], extent: int) -> bytes:
    """One layer as the bytes of a tile's field; empty bytes where no feature is left."""
    keys: dict[str, int] = {}
    values: dict[Value, int] = {}
    body = bytearray()
    for geometry, attributes in features:
        kind, commands = geometry_commands(geometry)
        if not commands:
            continue
        tags = b"".join(
            varint(keys.setdefault(key, len(keys))) + varint(values.setdefault(value, len(values)))
            for key, value in attributes.items()
        )
        body += field(
            2, (field(2, tags) if tags else b"") + varint(3 << 3) + varint(kind) + field(4, commands)
        )
    if not body:
        return b""
    head = varint(15 << 3) + varint(2) + field(1, name.encode())
    tables = b"".join(field(3, key.encode()) for key in keys)
    tables += b"".join(field(4, encode_value(value)) for value in values)
    return field(3, head + bytes(body) + tables + varint(5 << 3) + varint(extent))


def tile_id(zoom: int, x: int, y: int) -> int:
    """The place of a tile along the Hilbert curves of all zooms, as PMTiles numbers them."""
    number, half = 0, 1 << zoom >> 1
    while half:
        right, lower = int(bool(x & half)), int(bool(y & half))
        number += half * half * ((3 * right) ^ lower)
        if not lower:
            if right:
                x, y = half - 1 - x, half - 1 - y
            x, y = y, x
        half >>= 1
    return number + ((1 << 2 * zoom) - 1) // 3


Entry = tuple[int, int, int]
"""Tile id, offset and length in bytes; length of the run is one, or zero for a leaf directory."""


def directory(entries: Sequence[Entry], run_length: int) -> bytes:
    """A compressed directory: four columns of varints."""
    out = bytearray(varint(len(entries)))
    last = 0
    for number, _, _ in entries:
        out += varint(number - last)
        last = number
    out += varint(run_length) * len(entries)
    out += b"".join(varint(length) for _, _, length in entries)
    out += b"".join(varint(offset + 1) for _, offset, _ in entries)
    return gzip.compress(bytes(out), 9, mtime=0)


def directories(entries: Sequence[Entry]) -> tuple[bytes, bytes]:
    """The root directory and the leaves it points to; no leaves for a small archive."""
    if len(entries) <= LEAF_SIZE:
        return directory(entries, 1), b""
    leaves, pointers = bytearray(), []
    for start in range(0, len(entries), LEAF_SIZE):
        leaf = directory(entries[start : start + LEAF_SIZE], 1)
        pointers.append((entries[start][0], len(leaves), len(leaf)))
        leaves += leaf
    return directory(pointers, 0), bytes(leaves)


Tiles = Mapping[tuple[int, int, int], bytes]
"""(zoom, x, y) -> the encoded tile, not yet compressed."""


def write_pmtiles(
    path: Path, tiles: Tiles, metadata: Mapping[str, object], bounds: tuple[float, float, float, float]
) -> None:
    """Write the archive; `bounds` are degrees (west, south, east, north). Equal tiles are stored once."""
    order = sorted((tile_id(*key), key) for key in tiles)
    data, places, entries = bytearray(), dict[bytes, tuple[int, int]](), list[Entry]()
    for number, key in order:
        body = gzip.compress(tiles[key], 9, mtime=0)
        if body not in places:
            places[body] = (len(data), len(body))
            data += body
        entries.append((number, *places[body]))
    root, leaves = directories(entries)
    notes = gzip.compress(json.dumps(metadata, ensure_ascii=False, sort_keys=True).encode(), 9, mtime=0)
    zooms = [key[0] for key in tiles]
    sizes = (len(root), len(notes), len(leaves), len(data))
    counts = (len(entries), len(entries), len(places))
    head = header(sizes, counts, (min(zooms), max(zooms)), bounds)
    path.write_bytes(head + root + notes + leaves + bytes(data))


def header(
    sizes: tuple[int, int, int, int],
    counts: tuple[int, int, int],
    zooms: tuple[int, int],
    bounds: tuple[float, float, float, float],
) -> bytes:
    """The 127 bytes that open an archive: where root, metadata, leaves and tiles lie, and what they cover."""
    spans, offset = [], 127
    for size in sizes:
        spans += [offset, size]
        offset += size
    west, south, east, north = (round(degrees * 1e7) for degrees in bounds)
    gzip_code, vector_tiles, clustered = 2, 1, 1
    return (
        struct.pack("<7sB8Q3Q", b"PMTiles", 3, *spans, *counts)
        + struct.pack("<6B", clustered, gzip_code, gzip_code, vector_tiles, *zooms)
        + struct.pack("<4iB2i", west, south, east, north, zooms[0], (west + east) // 2, (south + north) // 2)
    )
