"""Metres and hectares are right, whatever the axis order."""

import os

import pyogrio
import pytest
import shapely
from shapely.geometry import Point, box

from geodata.crs import LKS94, WGS84, to_metric, transformer
from geodata.measure import adjoining, area_ha, distance_m, geodesic_m, metric_layer, nearest, reach_m

CITY = Point(24.35781, 55.7345)


def in_degrees(metric):
    change = transformer(LKS94, WGS84)
    return shapely.transform(metric, lambda x, y: change.transform(x, y), interleaved=False)


def test_longitude_comes_first_and_easting_comes_first():
    metric = to_metric(Point(24.0, 55.0))
    assert metric.x == pytest.approx(500_000.0, abs=1e-6)
    assert metric.y == pytest.approx(6_096_010.866937, abs=1e-6)


def test_there_and_back_loses_nothing():
    for lon, lat in [(20.95, 53.9), (24.0, 55.0), (26.8, 56.45)]:
        back = in_degrees(to_metric(Point(lon, lat)))
        assert back.x == pytest.approx(lon, abs=1e-9)
        assert back.y == pytest.approx(lat, abs=1e-9)


def test_one_square_kilometre_on_the_grid_is_a_hundred_hectares():
    square = in_degrees(box(500_000, 6_096_000, 501_000, 6_097_000))
    assert area_ha(square) == pytest.approx(100.0, abs=1e-4)


def test_swapped_coordinates_land_far_away():
    x, y = transformer("EPSG:4326", LKS94).transform(55.0, 24.0)
    assert not (296_000 <= x <= 690_000 and 5_968_000 <= y <= 6_267_000)


def test_the_grid_and_the_ellipsoid_agree_within_the_region():
    birzai = Point(24.75711, 56.19991)
    assert distance_m(CITY, birzai) == pytest.approx(geodesic_m(CITY, birzai), rel=5e-4)


def test_known_distances():
    assert geodesic_m(CITY, Point(25.28778, 54.6359)) == pytest.approx(135_900, abs=300)
    assert geodesic_m(CITY, Point(24.0881, 57.0078)) == pytest.approx(142_700, abs=300)


def test_the_zone_outline_has_the_area_the_inputs_state(record):
    assert area_ha(record("pfez-00").boundary) == pytest.approx(93.09, abs=0.02)


def test_distance_is_nothing_where_things_touch_and_a_radius_reaches_the_corner():
    square = in_degrees(box(500_000, 6_096_000, 501_000, 6_097_000))
    centre = in_degrees(Point(500_500, 6_096_500))
    assert distance_m(centre, square) == 0
    assert reach_m(centre, square) == pytest.approx(707.1, abs=0.1)


def _features(**points: tuple[float, float]) -> list[dict]:
    return [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Point", "coordinates": at}}
        for name, at in points.items()
    ]


def test_the_nearest_is_found_with_its_properties():
    layer = metric_layer(_features(far=(25.0, 56.0), near=(24.36, 55.74), wide=(21.0, 55.7)))
    found = nearest(CITY, layer)
    assert found.properties == {"name": "near"}
    assert found.distance_m == pytest.approx(geodesic_m(CITY, Point(24.36, 55.74)), rel=1e-3)


def test_nothing_is_near_where_nothing_is():
    layer = metric_layer(_features(one=(24.36, 55.74)))
    assert nearest(CITY, layer.iloc[:0]) is None


def test_adjoining_land_is_found_within_a_metre():
    here = in_degrees(box(500_000, 6_096_000, 500_100, 6_096_100))
    beside = in_degrees(box(500_100.5, 6_096_000, 500_200, 6_096_100))
    apart = in_degrees(box(500_110, 6_096_000, 500_200, 6_096_100))
    features = [
        {"type": "Feature", "properties": {}, "geometry": g.__geo_interface__} for g in (apart, beside)
    ]
    assert adjoining(here, metric_layer(features)) == [1]


def test_gdal_never_sees_its_dangerous_drivers():
    assert "OGR_VRT" in os.environ["OGR_SKIP"].split(",")
    assert "GDALG" not in pyogrio.list_drivers()
