"""The basemap's tiles and archives: what is encoded can be read back, the same input gives the same bytes."""

import gzip
import struct
from pathlib import Path

import pytest
import shapely

from geodata import basemap, basemap_layers, basemap_region, tiles
from geodata.basemap_layers import Layer, world_units

ROOT = Path(__file__).resolve().parents[3]
INPUTS = basemap_layers.Inputs(ROOT / "geodata" / "panevezys" / "sources" / "geo")
BUILT = ROOT / "static" / "basemap"
PANEVEZYS = (24.3578, 55.7345)


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def read_fields(data: bytes) -> list[tuple[int, int | bytes]]:
    """Protobuf fields in order; only varints and byte strings occur in tiles."""
    fields, at = [], 0
    while at < len(data):
        head, at = read_varint(data, at)
        if head & 7 == 0:
            value, at = read_varint(data, at)
            fields.append((head >> 3, value))
        else:
            length, at = read_varint(data, at)
            fields.append((head >> 3, data[at : at + length]))
            at += length
    return fields


def layer_names(tile: bytes) -> list[str]:
    return [dict(read_fields(layer))[1].decode() for _, layer in read_fields(tile)]


def read_archive(path: Path) -> tuple[tuple, dict[int, bytes]]:
    """Header numbers and the tiles by id."""
    data = path.read_bytes()
    head = struct.unpack("<7sB8Q3Q", data[:96])
    root, root_length, _, _, leaves, _, tile_data, _ = head[2:10]

    def entries(start: int, length: int) -> list[tuple[int, int, int, int]]:
        body, at, columns = gzip.decompress(data[start : start + length]), 0, []
        count, at = read_varint(body, at)
        for _ in range(4):
            column = []
            for _ in range(count):
                value, at = read_varint(body, at)
                column.append(value)
            columns.append(column)
        ids = [sum(columns[0][: i + 1]) for i in range(count)]
        return [(ids[i], columns[1][i], columns[2][i], columns[3][i] - 1) for i in range(count)]

    found = {}
    pointers = entries(root, root_length)
    if pointers and pointers[0][1] == 0:
        pointers = [entry for p in pointers for entry in entries(leaves + p[3], p[2])]
    for number, _, length, offset in pointers:
        found[number] = gzip.decompress(data[tile_data + offset : tile_data + offset + length])
    return head, found


@pytest.mark.parametrize(
    ("key", "number"),
    [((0, 0, 0), 0), ((1, 0, 0), 1), ((1, 0, 1), 2), ((1, 1, 1), 3), ((1, 1, 0), 4), ((2, 0, 0), 5)],
)
def test_tiles_are_numbered_along_the_hilbert_curve(key, number):
    assert tiles.tile_id(*key) == number


def test_every_tile_of_a_zoom_has_its_own_number():
    numbers = {tiles.tile_id(4, x, y) for x in range(16) for y in range(16)}
    assert numbers == set(range(85, 341))


def read_rings(commands: bytes) -> list[list[tuple[int, int]]]:
    rings, x, y, at = [], 0, 0, 0
    while at < len(commands):
        head, at = read_varint(commands, at)
        if head & 7 == tiles.CLOSE_PATH:
            rings[-1].append(rings[-1][0])
            continue
        if head & 7 == tiles.MOVE_TO:
            rings.append([])
        for _ in range(head >> 3):
            dx, at = read_varint(commands, at)
            dy, at = read_varint(commands, at)
            x, y = x + ((dx >> 1) ^ -(dx & 1)), y + ((dy >> 1) ^ -(dy & 1))
            rings[-1].append((x, y))
    return rings


@pytest.mark.parametrize("turn", [1, -1])
def test_an_outer_ring_has_a_positive_area_and_a_hole_a_negative_one(turn):
    outer, hole = [(0, 0), (0, 9), (9, 9), (9, 0)], [(3, 3), (6, 3), (6, 6), (3, 6)]
    kind, commands = tiles.geometry_commands(shapely.Polygon(outer[::turn], [hole[::turn]]))
    assert kind == tiles.POLYGON
    assert [tiles.twice_area(ring) for ring in read_rings(commands)] == [162, -18]


def test_what_vanishes_on_the_grid_leaves_no_feature():
    speck = shapely.Polygon([(0, 0), (0.2, 0), (0.2, 0.2)])
    assert tiles.encode_layer("building", [(speck, {})], 4096) == b""


def test_a_layer_keeps_name_attributes_and_extent():
    layer = tiles.encode_layer(
        "road", [(shapely.LineString([(0, 0), (5, 5)]), {"name": "Šilo g.", "ramp": 1})], 8192
    )
    fields = read_fields(dict(read_fields(layer))[3])
    assert (1, b"road") in fields
    assert (5, 8192) in fields
    assert [value.decode() for number, value in fields if number == 3] == ["name", "ramp"]


def test_a_large_archive_keeps_its_root_directory_small(tmp_path):
    many = {(7, x, y): bytes([x, y]) for x in range(64) for y in range(64)}
    tiles.write_pmtiles(tmp_path / "many.pmtiles", many, {"name": "many"}, (0, 0, 1, 1))
    head, found = read_archive(tmp_path / "many.pmtiles")
    assert head[3] < 16384 - 127
    assert found == {tiles.tile_id(*key): body for key, body in many.items()}


def test_a_line_over_a_tile_edge_is_in_both_tiles_with_its_margin():
    line = shapely.LineString([(-20, 45), (20, 45)])
    layer = Layer("road", ((line, {"class": "trunk"}),), (1, 1))
    cut = basemap.cut_tiles(layer, world_units([line]), 1)
    assert set(cut) == {(0, 0), (1, 0)}
    right = cut[1, 0][0][0]
    assert right.bounds[0] == pytest.approx(-16 * basemap.EXTENT / basemap.TILE_PX)


def test_equal_layers_are_joined_and_built_the_same_twice():
    def layers() -> list[Layer]:
        dots = [(shapely.Point(24, 55), {"name": "A"}), (shapely.Point(24.1, 55), {"name": "B"})]
        return [Layer("place", (dot,), (3, 4), buffer_px=0) for dot in dots]

    built = basemap.build_tiles(layers())
    assert built == basemap.build_tiles(layers())
    assert all(layer_names(body) == ["place"] for body in built.values())


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({"ref": "A17", "e_road": "E67"}, "A17 · E67"),
        ({"ref": "A2;A8", "e_road": "E272;E67"}, "A2/A8 · E272/E67"),
        ({"ref": "122"}, "122"),
        ({"e_road": "E67"}, None),
    ],
)
def test_a_shield_says_the_national_and_the_european_number(attributes, text):
    assert basemap_region.shield_text(attributes) == text


def test_the_region_is_one_area_without_slivers():
    region = basemap_layers.region_area(INPUTS)
    assert region.geom_type == "Polygon"
    assert not region.interiors


def test_only_the_five_seats_and_large_cities_are_labelled_first():
    rank = basemap_layers.ranks(INPUTS)
    assert rank["Panevėžys"] == 0
    assert {name for name in ("Biržai", "Kupiškis", "Pasvalys", "Rokiškis") if rank[name] == 1} == {
        "Biržai",
        "Kupiškis",
        "Pasvalys",
        "Rokiškis",
    }


def tile_at(zoom: int, place: tuple[float, float]) -> int:
    point = world_units([shapely.Point(place)])[0]
    return tiles.tile_id(zoom, int(point.x * 2**zoom), int(point.y * 2**zoom))


def test_the_built_archives_hold_what_the_map_draws_in_the_city():
    _, found = read_archive(BUILT / "region.pmtiles")
    city = layer_names(found[tile_at(13, PANEVEZYS)])
    assert {"road", "building", "industry", "builtup", "water", "rail"} <= set(city)
    region = layer_names(found[tile_at(8, PANEVEZYS)])
    assert {"road", "wood", "municipality", "region", "place", "shield"} <= set(region)
    assert "building" not in region


def test_the_built_archives_cover_the_sea_and_the_country():
    _, found = read_archive(BUILT / "baltic.pmtiles")
    assert "sea" in layer_names(found[tile_at(6, (20.5, 56.0))])
    assert "outside" in layer_names(found[tile_at(6, (26.0, 57.5))])


def test_the_built_archives_stay_under_their_limit_of_15_mb():
    assert sum(path.stat().st_size for path in BUILT.glob("*.pmtiles")) < 15_000_000


def test_the_overview_is_the_one_its_inputs_give(tmp_path):
    layers = basemap_layers.baltic_layers(INPUTS)
    path = tmp_path / "baltic.pmtiles"
    tiles.write_pmtiles(
        path, basemap.build_tiles(layers), basemap.metadata("baltic", layers), basemap_layers.CONTEXT_BOX
    )
    assert read_archive(path)[1] == read_archive(BUILT / "baltic.pmtiles")[1]
