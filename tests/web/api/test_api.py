"""The read API on both engines: documents, features, paging, filters, errors, caching."""

import json
from urllib.parse import urlsplit

import pytest
from engines import on_both_engines
from sqlalchemy import update

from portal.api.collections import COLLECTIONS
from portal.records.models import Record
from portal.records.projection import raise_data_version
from portal.records.states import RecordState

pytestmark = on_both_engines
ITEMS = "/api/collections/{}/items"


@pytest.fixture
def get(client):
    """`get(path, status=200)` -> the JSON of an answer."""

    def fetch(path, status=200, **options):
        response = client.get(path, **options)
        assert response.status_code == status, response.get_data(as_text=True)
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in response.headers
        kind = "application/problem+json" if status >= 400 else None
        assert kind in (None, response.mimetype)
        return response.get_json(force=True)

    return fetch


def ids(collection):
    return [feature["id"] for feature in collection["features"]]


def links(document):
    return {link["rel"]: link["href"] for link in document["links"]}


def local(address):
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_every_link_of_the_landing_page_leads_somewhere(get, client):
    for address in ("/api", "/api/"):
        document = get(address)
        assert {"self", "service-desc", "service-doc", "conformance", "data"} <= set(links(document))
    for href in links(document).values():
        assert client.get(local(href)).status_code == 200, href


def test_only_what_works_is_claimed(get):
    claimed = get("/api/conformance")["conformsTo"]
    assert {uri.rsplit("/", 1)[1] for uri in claimed} == {"core", "oas30", "geojson"}


def test_there_are_five_collections_with_their_items(get):
    document = get("/api/collections")
    assert [item["id"] for item in document["collections"]] == [
        "sites",
        "zones",
        "companies",
        "institutions",
        "municipalities",
    ]
    for item in document["collections"]:
        assert get(local(links(item)["self"]))["id"] == item["id"]
        page = get(local(links(item)["items"]) + "?limit=2")
        assert page["type"] == "FeatureCollection"
        assert page["numberReturned"] == len(page["features"]) == min(2, page["numberMatched"])
        assert page["numberMatched"] > 0


def test_a_feature_has_the_property_names_of_the_contract(get):
    feature = get(ITEMS.format("sites") + "/pfez-02")
    names = (
        "id name kind municipality zone availability area_ha floor_area_m2 tenure price_eur_m2 power_mw"
        " gas_m3h water_m3d wastewater_m3d rail_siding rail_km motorway_km tier available_from confirmed_on"
        " position_accuracy url"
    )
    assert set(names.split()) <= set(feature["properties"])
    assert feature["properties"]["power_mw"] is None
    assert feature["properties"]["url"].endswith("/en/sites/pfez-02")
    assert feature["geometry"]["type"] == "Point"
    assert {"self", "collection"} <= set(links(feature))


def test_following_next_visits_everything_once_and_prev_leads_back(get):
    address, seen = ITEMS.format("sites") + "?limit=3&kind=plot&kind=brownfield", []
    while address:
        page = get(address)
        seen += ids(page)
        previous, address = address, local(links(page)["next"]) if "next" in links(page) else None
    whole = get(ITEMS.format("sites") + "?kind=plot&kind=brownfield&limit=1000")
    assert seen == ids(whole)
    assert len(seen) == len(set(seen)) == whole["numberMatched"]
    assert "prev" in links(get(previous))


def test_beyond_the_end_there_is_nothing(get):
    page = get(ITEMS.format("sites") + "?offset=100000")
    assert page["features"] == []
    assert "next" not in links(page)
    assert page["numberMatched"] > 0


def test_a_search_finds_the_same_as_the_page(get, visit):
    for query in (
        "area_ha_min=2&rail=5",
        "q=ekranas",
        "municipality=kupiskis&sort=-area_ha",
        "bbox=24,55.6,24.5,55.9",
    ):
        page = visit(f"/en/explore?{query}")
        shown = [item.get("data-result") for item in page.all("li", data_result=True)]
        assert ids(get(ITEMS.format("sites") + f"?{query}")) == shown


def test_taken_sites_are_there_when_asked_for(get):
    assert "pfez-04" not in ids(get(ITEMS.format("sites")))
    assert "pfez-04" in ids(get(ITEMS.format("sites") + "?availability=taken"))
    assert get(ITEMS.format("sites") + "/pfez-04")["properties"]["availability"] == "taken"


def test_a_box_may_have_heights_and_be_beyond_the_antimeridian(get):
    flat = get(ITEMS.format("companies") + "?bbox=24.2,55.6,24.5,55.9&limit=1000")
    assert 0 < flat["numberMatched"] < get(ITEMS.format("companies"))["numberMatched"]
    assert ids(get(ITEMS.format("companies") + "?bbox=24.2,55.6,0,24.5,55.9,100&limit=1000")) == ids(flat)
    assert get(ITEMS.format("municipalities") + "?bbox=179,-10,-179,10")["numberMatched"] == 0
    assert "panevezys-city" in ids(get(ITEMS.format("municipalities") + "?bbox=24.3,55.7,24.4,55.8"))


def test_property_filters_narrow_other_collections(get):
    large = get(ITEMS.format("companies") + "?employees_min=500")
    assert large["numberMatched"] > 0
    assert all(feature["properties"]["employees"] >= 500 for feature in large["features"])
    metal = get(ITEMS.format("companies") + "?sector=mt&limit=1000")
    assert {feature["properties"]["sector"] for feature in metal["features"]} == {"mt"}
    assert get(ITEMS.format("zones") + "?q=laisvoji")["numberMatched"] + 1
    assert get(ITEMS.format("institutions") + "?type=college")["numberMatched"] > 0


def test_a_code_nobody_knows_finds_nothing_and_is_named(get):
    page = get(ITEMS.format("sites") + "?kind=castle&municipality=atlantis")
    assert page["features"] == []
    assert {note["parameter"] for note in page["notes"]} == {"kind", "municipality"}


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=ten", "limit"),
        ("limit=0", "limit"),
        ("limit=2.5", "limit"),
        ("offset=-1", "offset"),
        ("offset=x", "offset"),
        ("bbox=1,2,3", "bbox"),
        ("bbox=25,55,24,56", "bbox"),
        ("bbox=24,56,25,55", "bbox"),
        ("bbox=a,b,c,d", "bbox"),
        ("area_ha_min=big", "area_ha_min"),
        ("area_ha_min=1e400", "area_ha_min"),
        ("area_ha_min=1,5", "area_ha_min"),
        ("available_by=2027-02-31", "available_by"),
        ("within=POLYGON((0 0,1 1,1 0,0 1,0 0))", "within"),
        ("near=24.3,55.7", "near_km"),
        ("sort=colour", "sort"),
        ("datetime=yesterday", "datetime"),
        ("colour=red", "colour"),
        ("f=xml", "f"),
        ("crs=http://example.org/none", "crs"),
        ("filter=a%3D1", "filter"),
    ],
)
def test_a_bad_parameter_is_a_400_that_names_it(get, query, parameter):
    problem = get(ITEMS.format("sites") + f"?{query}", status=400)
    assert problem["status"] == 400
    assert parameter in {item["parameter"] for item in problem["problems"]}
    assert parameter in problem["detail"]


def test_a_large_limit_is_taken_as_the_largest(get):
    assert get(ITEMS.format("companies") + "?limit=100000")["numberReturned"] > 100


@pytest.mark.parametrize(
    "path",
    [
        "/api/nothing",
        "/api/collections/castles",
        "/api/collections/castles/items",
        "/api/collections/sites/items/no-such-site",
        "/api/collections/sites/items/%00",
        "/api/collections/sites/items/pfez-00",
        "/api/collections/municipalities/items/atlantis",
    ],
)
def test_what_is_not_there_is_a_404_problem(get, path):
    assert get(path, status=404)["status"] == 404


def test_a_write_is_refused(client):
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client, method)(ITEMS.format("sites"))
        assert response.status_code == 405
        assert response.mimetype == "application/problem+json"
        assert "GET" in response.headers["Allow"]
    assert client.options(ITEMS.format("sites")).headers["Access-Control-Allow-Methods"]


def test_an_answer_is_kept_until_the_data_change(client, session, clock):
    for path in (
        ITEMS.format("sites") + "?kind=plot",
        ITEMS.format("sites") + "/pfez-02",
        "/api/collections",
    ):
        etag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    path = ITEMS.format("sites") + "?kind=plot"
    etag = client.get(path).headers["ETag"]
    raise_data_version(session, clock())
    session.commit()
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_an_archived_site_is_gone_everywhere(get, session):
    session.execute(update(Record).where(Record.id == "pfez-02").values(state=RecordState.ARCHIVED))
    session.commit()
    assert "pfez-02" not in ids(get(ITEMS.format("sites")))
    get(ITEMS.format("sites") + "/pfez-02", status=404)


def test_a_time_applies_to_the_day_of_confirmation(get):
    assert get(ITEMS.format("sites") + "?datetime=2020-01-01/..")["numberMatched"] == 0
    assert get(ITEMS.format("companies") + "?datetime=2020-01-01/..")["numberMatched"] > 0


@pytest.mark.parametrize("name", list(COLLECTIONS))
def test_a_request_takes_at_most_six_statements(client, count_statements, name):
    first = client.get(ITEMS.format(name) + "?limit=1").get_json(force=True)["features"][0]["id"]
    for path in (ITEMS.format(name) + "?bbox=23,55,26,57", ITEMS.format(name) + f"/{first}"):
        with count_statements() as statements:
            assert client.get(path).status_code == 200
        assert len(statements) <= 6, "\n".join(statements)


def test_the_description_fits_the_routes(get, app):
    document = get("/api/openapi.json")
    assert document["openapi"].startswith("3.0")
    described = {path.rstrip("/") or "/" for path in document["paths"]}
    routes = {
        rule.rule.removeprefix("/api") or "/"
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
    }
    expected = set()
    for rule in routes:
        rule = rule.replace("<id>", "{featureId}").rstrip("/") or "/"
        expected |= {rule.replace("<collection>", name) for name in COLLECTIONS}
    assert described == expected


def test_the_description_is_whole(get):
    document = get("/api/openapi.json")
    for pointer in _references(document):
        part = document
        for step in pointer.removeprefix("#/").split("/"):
            part = part[step]
    operations = [item["get"]["operationId"] for item in document["paths"].values()]
    assert len(operations) == len(set(operations))
    for item in document["paths"].values():
        assert "200" in item["get"]["responses"]
        for parameter in item["get"]["parameters"]:
            assert "$ref" in parameter or {"name", "in", "schema"} <= set(parameter)


def _references(part):
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "$ref":
                yield value
            else:
                yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)


def test_no_described_parameter_is_unknown(client, get):
    document = get("/api/openapi.json")
    for name in COLLECTIONS:
        for parameter in document["paths"][f"/collections/{name}/items"]["get"]["parameters"]:
            key = parameter.get("name") or parameter["$ref"].rsplit("/", 1)[1]
            answer = client.get(ITEMS.format(name) + f"?{key}=")
            assert "not a parameter" not in answer.get_data(as_text=True), (name, key)


def test_properties_of_features_are_described(get):
    schemas = get("/api/openapi.json")["components"]["schemas"]
    for name in COLLECTIONS:
        described = schemas[f"{name}Feature"]["properties"]["properties"]["properties"]
        for feature in get(ITEMS.format(name) + "?limit=5")["features"]:
            assert set(feature["properties"]) <= set(described), name
            json.dumps(feature)
