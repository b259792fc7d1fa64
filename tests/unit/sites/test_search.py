"""The typed search: what is read, what is named, and that the canonical query reads back the same."""

from datetime import date
from urllib.parse import parse_qs

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from portal.sites.search import SORTS, UNSTATED, Problem, SearchParams, parse


def read(query, lang=None):
    return parse(parse_qs(query, keep_blank_values=True), lang=lang)


amounts = st.one_of(
    st.none(),
    st.floats(0, 1e9, allow_nan=False).map(lambda x: round(x, 9) + 0.0),
    st.integers(0, 10**9).map(float),
)
kilometres = st.floats(0, 500).map(lambda x: round(x, 9) + 0.0)
codes = st.lists(st.from_regex(r"[a-z0-9-]{3,12}", fullmatch=True), max_size=4, unique=True).map(tuple)
degrees = st.tuples(
    st.floats(-180, 180).map(lambda x: round(x, 6) + 0.0), st.floats(-90, 90).map(lambda x: round(x, 6) + 0.0)
)


@st.composite
def boxes(draw):
    first, second = draw(degrees), draw(degrees)
    west, east = sorted((first[0], second[0]))
    south, north = sorted((first[1], second[1]))
    return (west, south, east, north)


@st.composite
def polygons(draw):
    lon, lat = draw(st.tuples(st.integers(-170, 170), st.integers(-80, 80)))
    size = draw(st.integers(1, 90_000)) / 10_000
    ring = [(lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat)]
    return shapely.Polygon([(round(x, 5), round(y, 5)) for x, y in ring])


@st.composite
def searches(draw):
    near = draw(st.one_of(st.none(), degrees))
    low, high = draw(amounts), draw(amounts)
    if low is not None and high is not None and low > high:
        low, high = high, low
    sorts = [s for s in SORTS if s != "match" and (s != "distance" or near)]
    return SearchParams(
        q=" ".join(draw(st.text(st.characters(categories=["L", "Nd", "P"]), max_size=60)).split()),
        kind=draw(codes),
        municipality=draw(codes),
        availability=draw(st.sampled_from([(), ("taken",), ("available", "planned"), ("x-y",)])),
        unknown=draw(st.lists(st.sampled_from(UNSTATED), max_size=3, unique=True).map(tuple)),
        area_ha_min=low,
        area_ha_max=high,
        power_mw_min=draw(amounts),
        rail=draw(st.one_of(st.none(), st.just("siding"), kilometres)),
        tier_min=draw(st.one_of(st.none(), st.integers(1, 5))),
        available_by=draw(st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2200, 12, 31)))),
        confirmed_within=draw(st.one_of(st.none(), st.integers(0, 36500))),
        bbox=draw(st.one_of(st.none(), boxes())),
        within=draw(st.one_of(st.none(), polygons())),
        near=near,
        near_km=draw(st.floats(0.001, 500).map(lambda x: round(x, 9))) if near else None,
        sort=draw(st.sampled_from(["", *sorts])),
        page=draw(st.integers(1, 100_000)),
        limit=draw(st.integers(1, 100)),
        map=draw(st.sampled_from(["", "11.25/55.7345/24.35781", "5/-3.5/170"])),
    )


@given(searches())
def test_the_canonical_query_reads_back_as_the_same_search(search):
    again, problems = read(search.to_query())
    assert [p for p in problems if p.code != "unknown_code"] == []
    assert again == search
    assert again.to_query() == search.to_query()


@given(
    st.dictionaries(st.sampled_from(list(SearchParams.__dataclass_fields__)), st.lists(st.text(max_size=50)))
)
def test_no_text_in_an_address_makes_reading_fail(args):
    search, problems = parse(args, lang="lt")
    assert parse(parse_qs(search.to_query()))[0] == search
    assert all(isinstance(problem, Problem) for problem in problems)


@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        ("area_ha_min=twelve", "area_ha_min", "not_a_number"),
        ("area_ha_min=NaN", "area_ha_min", "not_a_number"),
        ("area_ha_min=inf", "area_ha_min", "not_a_number"),
        ("area_ha_min=1e400", "area_ha_min", "out_of_range"),
        ("area_ha_min=-1", "area_ha_min", "out_of_range"),
        ("area_ha_min=5&area_ha_min=6", "area_ha_min", "repeated"),
        ("area_ha_min=9&area_ha_max=2", "area_ha_max", "below_least"),
        ("tier_min=2.5", "tier_min", "not_whole"),
        ("tier_min=6", "tier_min", "out_of_range"),
        ("available_by=2027-02-30", "available_by", "not_a_date"),
        ("rail=near", "rail", "not_a_number"),
        ("bbox=1,2,3", "bbox", "wrong_count"),
        ("bbox=25,55,24,56", "bbox", "swapped_corners"),
        ("bbox=24,56,25,55", "bbox", "swapped_corners"),
        ("bbox=24,55,25,91", "bbox", "out_of_range"),
        ("bbox=24,55,25,NaN", "bbox", "not_a_number"),
        ("within=POINT(24 55)", "within", "not_a_polygon"),
        ("within=hello", "within", "not_a_polygon"),
        ("within=POLYGON((24 55,25 56,25 55,24 56,24 55))", "within", "self_crossing"),
        ("within=POLYGON((24 55,250 56,25 57,24 55))", "within", "out_of_range"),
        ("within=POLYGON EMPTY", "within", "not_a_polygon"),
        ("within=CIRCULARSTRING(0 0,1 1,2 0)", "within", "not_a_polygon"),
        ("within=CURVEPOLYGON((0 0,1 1,1 0,0 0))", "within", "not_a_polygon"),
        ("near=24.3,55.7", "near_km", "missing"),
        ("near_km=5", "near", "missing"),
        ("near=24.3&near_km=5", "near", "wrong_count"),
        ("sort=distance", "near", "missing"),
        ("sort=colour", "sort", "unknown_code"),
        ("page=0", "page", "out_of_range"),
        ("limit=many", "limit", "not_whole"),
        ("q=" + "x" * 201, "q", "too_long"),
        ("unknown=colour", "unknown", "unknown_code"),
        ("map=9/55", "map", "wrong_count"),
    ],
)
def test_what_is_malformed_is_dropped_and_named(query, parameter, code):
    search, problems = read(query + "&kind=plot")
    assert (parameter, code) in [(p.parameter, p.code) for p in problems]
    assert search.kind == ("plot",)
    if code not in ("repeated", "below_least"):
        assert getattr(search, parameter) == getattr(SearchParams(), parameter)


def test_an_unknown_code_stays_in_the_search_and_is_named():
    search, problems = read("kind=castle&kind=plot")
    assert search.kind == ("castle", "plot")
    assert problems == [Problem("kind", "unknown_code", "castle")]


def test_numbers_may_be_written_as_in_the_language_of_the_page():
    assert read("area_ha_min=8,5", "lt")[0].area_ha_min == 8.5
    assert read("area_ha_min=8,5", "de")[0].area_ha_min == 8.5
    assert read("floor_area_m2_min=10,000", "en")[0].floor_area_m2_min == 10000
    assert read("area_ha_min=8.5", "lt")[0].area_ha_min == 8.5
    assert read("area_ha_min=8,5")[1] == [Problem("area_ha_min", "not_a_number", "8,5")]


def test_a_polygon_of_more_than_a_hundred_corners_is_named():
    ring = shapely.Point(24, 55).buffer(1, quad_segs=26)
    wkt = shapely.to_wkt(ring, rounding_precision=5)
    assert [p.code for p in read(f"within={wkt}")[1]] == ["too_many_vertices"]
    wkt = shapely.to_wkt(shapely.Point(24, 55).buffer(1, quad_segs=25), rounding_precision=5)
    assert read(f"within={wkt}")[1] == []


def test_a_box_across_the_antimeridian_is_understood():
    search, problems = read("bbox=179,-10,-179,10")
    assert search.bbox == (179, -10, -179, 10)
    assert problems == []


def test_control_characters_never_reach_the_search():
    search, _problems = read("q=a%00b%1B[31m&municipality=%00x")
    assert search.q == "ab[31m"
    assert search.municipality == ("x",)


def test_ticking_every_box_but_taken_is_the_usual_search():
    boxes_ = "&".join(
        f"availability={c}" for c in ("unknown", "available", "planned", "reserved", "under_offer")
    )
    assert read(boxes_)[0] == SearchParams()


def test_taking_a_parameter_away_starts_at_the_first_page():
    search = SearchParams(area_ha_min=5.0, page=3)
    assert search.without("area_ha_min") == SearchParams()
    assert search.changed(page=4).page == 4
