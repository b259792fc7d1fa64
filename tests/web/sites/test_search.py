"""Searching on both engines: the same ids, totals and counts, and what each rule of the search means."""

from datetime import timedelta

import pytest
from engines import on_both_engines
from seeded_searches import TODAY, seeded_searches
from sqlalchemy import select, update

from portal.places.models import Municipality
from portal.records.models import Record
from portal.records.states import RecordState, Visibility
from portal.sites.facets import count_facets, count_without, find_nearest, find_open_ids
from portal.sites.models import Site
from portal.sites.needs import Answer
from portal.sites.queries import (
    conditions_of,
    count_found,
    find_newest,
    find_overview,
    find_page,
    find_places,
    page_of_nums,
)
from portal.sites.search import SearchParams


def found(session, params, limit=1000, offset=0, today=TODAY):
    search = conditions_of(params, find_places(session), today)
    return find_page(session, search, limit=limit, offset=offset)


def ids(session, **params):
    return [site.id for site in found(session, SearchParams(**params))]


def counts(session, **params):
    return count_facets(session, conditions_of(SearchParams(**params), find_places(session), TODAY))


def _answer(session, params):
    search = conditions_of(params, find_places(session), TODAY)
    counted = count_facets(session, search)
    facets = {name: {code: n for code, n in codes.items() if n} for name, codes in counted.facets.items()}
    sites = [site.id for site in find_page(session, search, limit=1000, offset=0)]
    return sites, counted.total, dict(counted.left_out), facets, count_without(session, search)


@pytest.mark.pg
def test_both_engines_answer_two_hundred_searches_alike(made_databases):
    searches = seeded_searches()
    answers = {}
    for engine in ("sqlite", "postgresql"):
        with made_databases(engine).reading() as session:
            answers[engine] = [_answer(session, params) for params in searches]
    for params, one, other in zip(searches, answers["sqlite"], answers["postgresql"], strict=True):
        assert one == other, params.to_query()
    assert sum(1 for answer in answers["sqlite"] if answer[0]) > 100


def test_totals_facets_and_verdicts_agree_with_the_list(made):
    for params in seeded_searches(80):
        sites, total, _left, facets, _without = _answer(made, params)
        assert total == len(sites) == len(set(sites))
        for name in ("kind", "availability", "municipality"):
            chosen = getattr(params, name)
            shown = {code: n for code, n in facets[name].items() if not chosen or code in chosen}
            if name == "availability" and not chosen:
                shown.pop("taken", None)
            assert sum(shown.values()) == total, (name, params.to_query())
        for site in found(made, params):
            for verdict in site.verdicts(params, TODAY):
                passes = (
                    (Answer.PASS, Answer.UNKNOWN) if params.lets_pass(verdict.asked.prop) else (Answer.PASS,)
                )
                assert verdict.answer in passes, (site.id, params.to_query())


def test_pages_are_cut_from_one_order(made):
    whole = [site.id for site in found(made, SearchParams(sort="-area_ha"))]
    pages = [
        site.id
        for n in range(0, len(whole), 50)
        for site in found(made, SearchParams(sort="-area_ha"), 50, n)
    ]
    assert pages == whole


@pytest.mark.parametrize("sort", ["area_ha", "-area_ha", "price_eur_m2", "-confirmed_on"])
def test_unknown_values_come_last_in_every_order(made, sort):
    key = sort.removeprefix("-")
    values = [site.figures[key] for site in found(made, SearchParams(sort=sort))]
    known = [value for value in values if value is not None]
    assert values == known + [None] * (len(values) - len(known))
    assert known == sorted(known, reverse=sort.startswith("-"))


def test_nearest_first_is_by_distance_and_places_nobody_knows_come_last(made):
    sites = found(made, SearchParams(near=(24.36, 55.73), sort="distance"))
    metres = [site.distance_m for site in sites if site.distance_m is not None]
    assert metres == sorted(metres)
    assert [site.distance_m for site in sites[len(metres) :]] == [None] * (len(sites) - len(metres))
    assert len(metres) < len(sites)


def test_within_a_radius_every_result_is_within_it_and_nobody_else(made):
    inside = {site.id for site in found(made, SearchParams(near=(24.36, 55.73), near_km=12.0))}
    everyone = found(made, SearchParams(near=(24.36, 55.73), sort="distance"))
    assert inside == {
        site.id for site in everyone if site.distance_m is not None and site.distance_m <= 12_000
    }


def test_without_a_filter_the_best_known_come_first_and_unconfirmed_after_confirmed(made):
    sites = found(made, SearchParams())
    confirmed = [site.confirmed_on is not None for site in sites]
    assert confirmed == sorted(confirmed, reverse=True)
    assert all(site.availability != "taken" for site in sites)


def test_a_listing_confirmed_once_and_lapsed_leaves_the_default_search(made):
    days = 180
    assert all(
        site.confirmed_on is None or (TODAY - site.confirmed_on).days <= days
        for site in found(made, SearchParams())
    )
    old = [site for site in found(made, SearchParams(confirmed_within=400)) if site.confirmed_on]
    assert any((TODAY - site.confirmed_on).days > days for site in old)


def test_counts_of_a_facet_apply_all_other_filters(made):
    plain = counts(made)
    narrowed = counts(made, kind=("plot",))
    assert narrowed.facets["kind"] == plain.facets["kind"]
    assert narrowed.total == plain.facets["kind"]["plot"]
    assert sum(narrowed.facets["tenure"].values()) < sum(plain.facets["tenure"].values())


def test_sites_left_out_for_an_unknown_value_are_counted_and_can_be_let_in(made):
    strict = counts(made, area_ha_min=5.0, power_mw_min=5.0)
    let_in = counts(made, area_ha_min=5.0, power_mw_min=5.0, unknown=("power_mw",))
    assert strict.left_out["power_mw_min"] > 0
    assert let_in.total == strict.total + strict.left_out["power_mw_min"]
    search = conditions_of(SearchParams(area_ha_min=5.0, power_mw_min=5.0), find_places(made), TODAY)
    open_ids = find_open_ids(made, search, "power_mw_min", 1000)
    assert len(open_ids) == strict.left_out["power_mw_min"]


def test_where_nothing_is_found_each_filter_taken_away_says_what_it_would_give(made):
    params = SearchParams(area_ha_min=50.0, power_mw_min=59.9, kind=("building",))
    search = conditions_of(params, find_places(made), TODAY)
    assert count_found(made, search) == 0
    for name, number in count_without(made, search).items():
        assert number == len(found(made, params.without(name))), name


def test_the_nearest_misses_miss_by_little(made):
    params = SearchParams(area_ha_min=70.0)
    search = conditions_of(params, find_places(made), TODAY)
    misses = find_nearest(made, search, limit=400)
    fails = [site.verdicts(params, TODAY)[0] for site in misses]
    gaps = [verdict.gap for verdict in fails if verdict.answer is Answer.FAIL]
    assert gaps == sorted(gaps)
    assert gaps[0] < 15


def test_wildcards_in_a_search_mean_themselves(made):
    assert ids(made, q="%") == ids(made, q="a_b") == ids(made, q="\\") == []
    assert ids(made, q="siauliu") == ids(made, q="ŠIAULIŲ") != []


def test_a_word_is_found_by_its_beginning_alone(made):
    assert ids(made, q="iauliu") == []
    assert set(ids(made, q="made siaul")) == set(ids(made, q="siaul"))


def test_a_box_finds_what_touches_it_also_across_the_antimeridian(made):
    world = ids(made, bbox=(-180.0, -90.0, 180.0, 90.0))
    assert set(world) < set(ids(made))
    assert set(ids(made, bbox=(170.0, -90.0, 26.0, 90.0))) == set(world)


@on_both_engines
def test_only_published_public_sites_are_found(session, engine_name):
    before = {site.id for site in found(session, SearchParams())}
    one, other, third = sorted(before)[:3]
    for id_, values in (
        (one, {"state": RecordState.ARCHIVED}),
        (other, {"visibility": Visibility.LINK_ONLY}),
        (third, {"state": RecordState.DRAFT}),
    ):
        session.execute(update(Record).where(Record.id == id_).values(**values))
    after = {site.id for site in found(session, SearchParams())}
    assert after == before - {one, other, third}
    assert counts(session).total == len(after)


@on_both_engines
def test_each_municipality_says_when_its_listings_lapse(session, engine_name):
    num, town = session.execute(
        select(Record.num, Record.municipality_id).where(Record.kind == "site", Record.id == "pfez-02")
    ).one()
    session.execute(
        update(Site).where(Site.record_num == num).values(confirmed_on=TODAY - timedelta(days=100))
    )
    assert "pfez-02" in ids(session)
    session.execute(update(Municipality).where(Municipality.id == town).values(late_days=60))
    assert "pfez-02" not in ids(session)


@on_both_engines
def test_the_overview_counts_what_is_listed(session, engine_name):
    overview = find_overview(session)
    assert not overview.has_confirmed
    assert overview.sites >= len(found(session, SearchParams()))
    assert overview.source_from <= overview.source_to
    newest = find_newest(session, find_places(session), TODAY, 3)
    assert [site.source_on for site in newest] == sorted((s.source_on for s in newest), reverse=True)


def test_a_box_is_answered_from_the_spatial_index(made_databases):
    with made_databases("sqlite").reading() as session:
        params = SearchParams(bbox=(24.3, 55.7, 24.4, 55.8))
        search = conditions_of(params, find_places(session), TODAY)
        plan = _plan(session, page_of_nums(search, 20, 0))
    assert "SCAN record_rtree VIRTUAL TABLE INDEX" in plan
    assert "SCAN site" not in plan
    assert "SCAN record\n" not in plan


def _plan(session, query):
    compiled = query.compile(session.get_bind())
    processors = compiled._bind_processors
    values = compiled.construct_params()
    given = [
        processors[name](values[name]) if name in processors else values[name]
        for name in compiled.positiontup
    ]
    rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", tuple(given))
    return "\n".join(str(row[-1]) for row in rows) + "\n"
