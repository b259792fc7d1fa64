import orjson
import shapely

from portal.records.geojson import collection, etag_of, feature, geometry_of, with_base


def test_a_ring_runs_counter_clockwise_at_six_decimals():
    clockwise = shapely.Polygon([(24.12345678, 55), (24.12345678, 56), (25, 56), (25, 55)])
    ring = geometry_of(clockwise)["coordinates"][0]
    assert shapely.LinearRing(ring).is_ccw
    assert [24.123457, 55] in ring


def test_a_feature_without_a_place_has_a_null_geometry():
    assert orjson.loads(feature("pan-08", None, {"area_ha": None}))["geometry"] is None


def test_the_address_is_filled_in_when_a_body_is_sent():
    body = feature("pfez-02", shapely.Point(24, 55), {"name": "Ąžuolų g."}, "en/sites/pfez-02")
    sent = orjson.loads(with_base(body, "https://portal.example/"))
    assert sent["properties"]["url"] == "https://portal.example/en/sites/pfez-02"
    assert sent["properties"]["name"] == "Ąžuolų g."


def test_a_collection_joins_stored_bodies_with_its_members():
    bodies = [feature(id_, None, {"id": id_}) for id_ in ("a-1", "b-2")]
    whole = orjson.loads(collection(bodies, "https://portal.example", {"numberMatched": 7}))
    assert [item["id"] for item in whole["features"]] == ["a-1", "b-2"]
    assert whole["numberMatched"] == 7
    assert orjson.loads(collection([], ""))["features"] == []


def test_equal_bodies_have_equal_fingerprints():
    assert etag_of(b"one") == etag_of(b"one") != etag_of(b"two")
