"""The layers of the maps, on both engines where they come from SQL."""

import pytest
from engines import on_both_engines

from portal.maps.layers import SHOWN


def features(client, path, **query):
    response = client.get(path, query_string=query)
    assert response.status_code == 200
    assert response.mimetype == "application/geo+json"
    return response.json["features"]


def ids(found):
    return [feature["id"] for feature in found]


@on_both_engines
def test_the_sites_layer_takes_the_search_parameters(client):
    all_sites = features(client, "/maps/layers/sites.geojson")
    available = features(client, "/maps/layers/sites.geojson", availability="available")

    assert 0 < len(available) < len(all_sites)
    assert {feature["properties"]["availability"] for feature in available} == {"available"}
    assert set(ids(available)) < set(ids(all_sites))


@on_both_engines
def test_the_map_holds_as_many_sites_as_the_list_counts(client):
    found = features(client, "/maps/layers/sites.geojson", municipality="kupiskis")

    page = client.get("/en/explore?municipality=kupiskis").get_data(as_text=True)
    assert f"<b>{len(found)} sites fit.</b>" in page


@on_both_engines
def test_taken_sites_are_not_on_the_map_unless_asked_for(client):
    assert "pfez-04" not in ids(features(client, "/maps/layers/sites.geojson"))
    assert "pfez-04" in ids(features(client, "/maps/layers/sites.geojson", availability="taken"))


def test_what_is_malformed_is_left_out_of_the_search(client):
    everything = ids(features(client, "/maps/layers/sites.geojson"))

    assert (
        ids(features(client, "/maps/layers/sites.geojson", bbox="east,west", area_ha_min="many"))
        == everything
    )


@on_both_engines
@pytest.mark.parametrize("key", ["zones", "companies", "institutions", "municipalities", "nodes"])
def test_each_layer_has_features_with_names(client, key):
    found = features(client, f"/maps/layers/{key}.geojson")

    assert found
    assert all(feature["properties"]["names"] for feature in found)
    assert len(set(ids(found))) == len(found)


def test_industrial_land_comes_from_the_pack(client):
    found = features(client, "/maps/layers/industrial.geojson")

    assert {feature["properties"]["class"] for feature in found} == {"industrial", "commercial"}


def test_six_municipalities_share_their_borders_after_simplification(client):
    from shapely.geometry import shape
    from shapely.ops import unary_union

    outlines = [
        shape(feature["geometry"]) for feature in features(client, "/maps/layers/municipalities.geojson")
    ]

    assert len(outlines) == 6
    assert sum(outline.area for outline in outlines) == pytest.approx(unary_union(outlines).area, rel=1e-6)


@on_both_engines
def test_a_site_comes_first_and_with_its_zone(client):
    found = ids(features(client, "/maps/records/pfez-02.geojson"))

    assert found == ["pfez-02", "pfez-00"]


@on_both_engines
def test_a_zone_comes_with_its_sites_taken_ones_too(client):
    found = ids(features(client, "/maps/records/pfez-00.geojson"))

    assert found[0] == "pfez-00"
    assert {"pfez-02", "pfez-04"} <= set(found)


@pytest.mark.parametrize(
    "path", ["/maps/layers/secrets.geojson", "/maps/records/nothing.geojson", "/maps/other.js"]
)
def test_what_is_not_there_is_404(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/maps/explore.js", "/maps/layers/sites.geojson", "/maps/records/pfez-02.geojson"]
)
def test_an_unchanged_answer_is_not_sent_again(client, path):
    tag = client.get(path).headers["ETag"]

    again = client.get(path, headers={"If-None-Match": tag})

    assert (again.status_code, again.get_data()) == (304, b"")


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_each_map_has_a_script(client, name):
    response = client.get(f"/maps/{name}.js")

    assert response.mimetype == "text/javascript"
    assert f"Portal.ready(map_{name});" in response.get_data(as_text=True)
