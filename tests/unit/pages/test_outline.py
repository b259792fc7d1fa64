"""The region drawn from its municipalities."""

import shapely

from portal.pages.outline import WIDTH, region_outline
from portal.places.models import Municipality


def place(id_, *bounds):
    return Municipality(id=id_, name_j={}, boundary=None if not bounds else shapely.box(*bounds))


def test_neighbours_keep_their_common_border_and_labels_lie_inside():
    outline = region_outline([place("west", 24, 55, 24.5, 56), place("east", 24.5, 55, 25, 56)])
    assert [piece.id for piece in outline.pieces] == ["west", "east"]
    west, east = outline.pieces
    assert 16 < west.x < WIDTH / 2 < east.x < WIDTH - 16
    assert outline.height > outline.width  # a degree of latitude is longer than one of longitude
    assert outline.edge.count("M") == 1


def test_without_borders_nothing_is_drawn():
    assert region_outline([]) is None
    assert region_outline([place("nowhere")]) is None
