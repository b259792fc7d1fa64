"""Boxes, exact tests and distances answer the same on both engines."""

import pytest
import shapely
from engines import on_both_engines
from sqlalchemy import select

from portal.db.spatial import box_hit, geodesic_m, intersects
from portal.records.models import RECORD_SHAPE, Record

pytestmark = on_both_engines


def ids(session, condition):
    return set(session.scalars(select(Record.id).where(condition)))


def test_a_box_finds_what_touches_it_and_nothing_outside(session):
    zone = (24.27, 55.73, 24.30, 55.75)
    exact = intersects(RECORD_SHAPE, shapely.box(*zone))
    found = ids(session, box_hit(Record.num, RECORD_SHAPE, zone) & exact)
    assert {"pfez-00", "pfez-02", "devold"} <= found
    assert "bir-01" not in found
    assert found == ids(session, exact)


def test_a_polygon_finds_by_its_true_shape_not_by_its_box(session):
    # A triangle whose box holds the zone but which passes by north-east of it.
    triangle = shapely.Polygon([(24.20, 55.80), (24.40, 55.80), (24.40, 55.73)])
    inside_box = ids(session, box_hit(Record.num, RECORD_SHAPE, triangle.bounds))
    inside = ids(session, intersects(RECORD_SHAPE, triangle))
    assert "pfez-02" in inside_box
    assert "pfez-02" not in inside


@pytest.mark.parametrize(("record_id", "metres"), [("pfez-02", 0.0), ("pfez-00", 0.0)])
def test_a_distance_is_measured_on_the_ellipsoid_from_the_nearest_point(session, record_id, metres):
    distance = geodesic_m(RECORD_SHAPE, 24.28909, 55.74125)
    assert session.scalar(select(distance).where(Record.id == record_id)) == pytest.approx(metres, abs=0.5)


def test_a_known_distance_comes_out_the_same(session):
    # Laisvės square in Panevėžys to the Devold plant: 4.44 km by Vincenty's formula.
    distance = geodesic_m(RECORD_SHAPE, 24.35781, 55.7345)
    assert session.scalar(select(distance).where(Record.id == "devold")) == pytest.approx(4387, rel=0.01)


def test_a_record_without_a_place_is_never_found_by_place(session):
    session.execute(
        Record.__table__.update()
        .where(Record.id == "devold")
        .values(position=None, minx=None, miny=None, maxx=None, maxy=None)
    )
    assert "devold" not in ids(session, box_hit(Record.num, RECORD_SHAPE, (20, 50, 30, 60)))
