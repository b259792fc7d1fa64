"""Distances and how they are said."""

import pytest
import shapely

from portal import i18n
from portal.nearby.rules import box_around, distance_words, distances_m

CITY = shapely.Point(24.35781, 55.7345)


def test_distances_are_metres_from_the_nearest_point():
    square = shapely.box(24.30, 55.70, 24.40, 55.80)
    inside, east = shapely.Point(24.35, 55.75), shapely.Point(24.41, 55.75)
    assert distances_m(square, [inside]) == [0.0]
    assert distances_m(square, [east])[0] == pytest.approx(628, abs=3)


def test_distances_keep_the_order_of_the_others_and_take_outlines():
    far, near = shapely.Point(24.1, 56.95), shapely.box(24.36, 55.73, 24.37, 55.74)
    metres = distances_m(CITY, [far, near])
    assert metres[0] > 130_000
    assert metres[1] < 200
    assert distances_m(CITY, []) == []


def test_the_box_holds_everything_in_the_radius():
    west, south, east, north = box_around(CITY, 10)
    for corner in ((west, CITY.y), (east, CITY.y), (CITY.x, south), (CITY.x, north)):
        assert distances_m(CITY, [shapely.Point(corner)])[0] >= 9_990


@pytest.mark.parametrize(
    ("metres", "error_m", "said"),
    [
        (20, 0, "20 m"),
        (4_620, 0, "4.6 km"),
        (133_400, 100, "133 km"),
        (4_620, 200, "~4.6 km"),
        (4_620, 1_000, "~5 km"),
        (640, 1_000, "under 2 km"),
        (2_000, 3_000, "under 5 km"),
    ],
)
def test_an_inexact_place_claims_no_more_than_is_known(metres, error_m, said):
    with i18n.use("en"):
        assert distance_words(metres, error_m).replace("\xa0", " ") == said
