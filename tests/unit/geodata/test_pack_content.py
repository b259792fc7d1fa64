"""The region pack reads whole, and says what the collected facts say."""

from collections import Counter
from datetime import date

from shapely.geometry import Point

from geodata.schema import read_pack


def test_the_pack_holds_all_that_was_collected(pack):
    kinds = Counter(record.kind for record in pack.records)
    assert kinds == {"zone": 6, "site": 16, "company": 111, "institution": 43, "programme": 30}
    assert [m.id for m in pack.municipalities] == [
        "panevezys-city", "panevezys-district", "birzai", "kupiskis", "pasvalys", "rokiskis",
    ]  # fmt: skip
    counts = [len(pack.nodes), len(pack.observations), len(pack.incentives), len(pack.timeline)]
    assert counts == [66, 114, 32, 29]
    assert len(pack.stories) == 16


def test_every_site_says_kind_and_availability_and_only_the_historic_one_is_archived(pack, fact):
    sites = [record for record in pack.records if record.kind == "site"]
    for site in sites:
        assert fact(site.id, "kind").value in ("plot", "brownfield", "building")
        assert fact(site.id, "availability") is not None
    assert [site.id for site in sites if site.state == "archived"] == ["pan-04"]


def test_words_of_the_inputs_become_codes(fact):
    assert fact("pfez-04", "availability").value == "taken"
    assert fact("kup-01", "availability").value == "taken"
    assert fact("kup-03", "availability").value == "planned"
    assert fact("kup-04", "availability").value == "planned"
    assert fact("pan-03", "availability").value == "available"
    assert fact("pan-03", "tenure").value == ["sale"]
    assert fact("bir-01", "availability").value == "unknown"
    assert fact("bir-01", "tenure").value == ["lease", "auction"]
    assert fact("pfez-02", "zone").value == "pfez-00"


def test_availability_is_last_known_with_its_days(fact):
    stated = fact("pfez-02", "availability")
    assert stated.value == "available"
    assert (stated.as_of_from, stated.as_of_to) == (date(2019, 5, 1), date(2019, 5, 31))
    assert fact("pfez-02", "availability_on").value == "2019-05-01"


def test_network_words_stand_beside_capacities_that_nobody_stated(fact):
    assert fact("pfez-02", "power_note").text["en"] == "connected"
    assert fact("pfez-02", "power_mw") is None


def test_a_yearly_rent_without_an_area_is_no_rent_per_hectare(fact):
    assert fact("bir-01", "rent_eur_ha_year") is None
    assert "1,320" in fact("bir-01", "price_note").text["en"]
    assert fact("bir-01", "price_note").level == "documented"


def test_the_zone_outline_is_not_called_legal(record):
    zone = record("pfez-00")
    assert zone.boundary is not None
    assert zone.boundary_legal is False
    assert zone.position_accuracy == "boundary"


def test_a_plot_that_is_not_mapped_has_no_boundary_and_a_wide_radius(record):
    plot = record("pfez-02")
    assert plot.boundary is None
    assert plot.position_accuracy == "town"
    assert plot.accuracy_m == 900


def test_announced_jobs_are_never_employees(fact):
    assert fact("adax", "employees") is None
    assert fact("adax", "jobs_planned").value == 200
    assert fact("adax", "jobs_planned").qualifier == "planned"


def test_derived_distances_name_what_they_were_measured_to_and_from(fact):
    rail = fact("pfez-02", "rail_km")
    assert (rail.level, rail.qualifier, rail.value) == ("derived", "about", 0.02)
    assert "outline of the zone" in rail.says
    assert fact("pfez-00", "motorway_km").text["en"] == "A17 (E67, Via Baltica), trunk road"
    assert fact("pfez-00", "substation_km").value == 2.0
    assert fact("pfez-00", "airport_km").value["airport-sqq"] == 59


def test_the_nearest_of_several_points_is_not_named_where_the_place_is_too_vague(fact):
    assert fact("pan-05", "substation_km") is None
    assert fact("kup-01", "substation_km") is None


def test_a_railway_is_told_from_a_rough_place_too_and_says_that_it_is_about(fact):
    rail = fact("pan-05", "rail_km")
    assert (rail.value, rail.qualifier) == (1.2, "about")
    assert "centre of the town" in rail.says


def test_every_fact_names_sources_that_exist(pack):
    known = {source.id for source in pack.sources}
    for record in pack.records:
        for stated in record.facts:
            assert stated.sources, (record.id, stated.key)
            assert known.issuperset(stated.sources)


def test_the_planned_rail_station_is_one_node_with_the_keys_of_both_rows(pack):
    (node,) = [node for node in pack.nodes if node.id == "rb-panevezys-freight"]
    assert ("pack", "pan-08") in node.keys
    assert node.position is None


def test_positions_lie_in_their_region(pack):
    west, south, east, north = pack.region.bbox
    for record in pack.records:
        if record.position is not None:
            assert isinstance(record.position, Point)
            assert west <= record.position.x <= east
            assert south <= record.position.y <= north


def test_the_home_page_finds_its_figures(pack):
    observed = {observation.id: observation for observation in pack.observations}
    values = [observed[id_].value for id_ in pack.region.key_figures]
    assert values == [211189, 600, 25, 33, 3.6, 1963.3]


def test_hashes_follow_content_and_not_the_order_of_rows(pack, broken):
    before = {record.id: record.content_hash for record in pack.records}
    header, *facts = broken.rows("facts.csv")
    broken.write("facts.csv", [header, *reversed(facts)])
    assert {r.id: r.content_hash for r in read_pack(broken.directory).records} == before
    row = 1 + [header, *facts].index(next(f for f in facts if f[:2] == ["pfez-02", "area_ha"]))
    broken.write("facts.csv", [header, *facts])
    broken.set_cell("facts.csv", row, "value", "17.6")
    after = {record.id: record.content_hash for record in read_pack(broken.directory).records}
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"pfez-02"}


def test_a_changed_outline_changes_the_hash_of_its_record(pack, broken):
    before = {record.id: record.content_hash for record in pack.records}
    broken.replace("boundaries.geojson", '"legal":false', '"legal":true')
    after = {record.id: record.content_hash for record in read_pack(broken.directory).records}
    assert {id_ for id_ in after if after[id_] != before[id_]} == {"pfez-00"}


def test_no_owner_is_claimed_where_the_words_may_mean_a_manager(fact):
    assert fact("pfez-01", "owner_type") is None
    assert fact("kup-01", "owner_type").value == "state"


def test_texts_of_the_pack_speak_all_three_languages(pack):
    for record in pack.records:
        assert set(record.names) == {"en", "lt", "de"}, record.id
        for stated in record.facts:
            assert set(stated.text) in ({"en", "lt", "de"}, set()), (record.id, stated.key)


def test_numbers_in_quotation_marks_stay_text(fact):
    assert fact("aq-wiring-systems", "nace_code").value == "29.31"
    assert fact("panevezio-kolegija-accounting", "isced_f").value == "0411"
