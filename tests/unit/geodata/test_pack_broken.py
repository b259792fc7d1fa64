"""A broken pack is refused with every problem by file, row, column and mend."""

import pytest

from geodata.problems import MENDS, MESSAGES, PackError
from geodata.schema import read_pack

CELLS = [
    ("sites.csv", "municipality", "atlantis", "unknown_reference"),
    ("sites.csv", "municipality", "", "required"),
    ("sites.csv", "id", "Pfez 02", "bad_id"),
    ("sites.csv", "id", "ab", "bad_id"),
    ("sites.csv", "id", "a" * 41, "bad_id"),
    ("sites.csv", "lat", "55,74", "bad_number"),
    ("sites.csv", "lat", "955.7", "out_of_range"),
    ("sites.csv", "lat", "", "half_position"),
    ("sites.csv", "lat", "54.10", "outside_region"),
    ("sites.csv", "position_accuracy", "exact", "bad_code"),
    ("sites.csv", "position_accuracy", "none", "position_without_accuracy"),
    ("sites.csv", "accuracy_m", "wide", "bad_integer"),
    ("sites.csv", "state", "sold", "bad_code"),
    ("sites.csv", "keys", "no scheme", "bad_key_pair"),
    ("facts.csv", "as_of_from", "2019-05", "bad_date"),
    ("facts.csv", "as_of_from", "2031-02-30", "bad_date"),
    ("facts.csv", "as_of_from", "2099-01-01", "period_reversed"),
    ("facts.csv", "sources", "nobody-1999", "unknown_reference"),
    ("facts.csv", "sources", "", "fact_without_source"),
    ("facts.csv", "level", "rumour", "bad_code"),
    ("facts.csv", "record", "pfez-99", "unknown_reference"),
    ("facts.csv", "key", "Area (ha)", "bad_id"),
    ("facts.csv", "value", "1e999", "bad_number"),
    ("facts.csv", "says", "a\x07b", "control_character"),
    ("sources.csv", "url", "javascript:alert(1)", "bad_url"),
    ("sources.csv", "title", "", "required"),
    ("observations.csv", "value", "many", "bad_number"),
    ("observations.csv", "indicator", "happiness", "unknown_reference"),
    ("stories.csv", "company", "nobody", "unknown_reference"),
    ("nodes.csv", "kind", "spaceport", "bad_code"),
]


@pytest.mark.parametrize(("file", "column", "value", "code"), CELLS)
def test_a_bad_cell_is_named_by_file_row_and_column(broken, file, column, value, code):
    broken.set_cell(file, 3, column, value)
    found = [(p.file, p.row, p.code) for p in broken.problems()]
    assert (file, 3, code) in found


def test_all_problems_are_reported_together_and_each_has_a_mend(broken):
    broken.set_cell("sites.csv", 2, "municipality", "atlantis")
    broken.set_cell("companies.csv", 4, "lat", "north")
    broken.path("timeline.csv").unlink()
    broken.replace("region.toml", 'time_zone = "Europe/Vilnius"', "")
    problems = broken.problems()
    assert [(p.file, p.row, p.column, p.code) for p in problems if p.code != "half_position"] == [
        ("companies.csv", 4, "lat", "bad_number"),
        ("region.toml", 0, "time_zone", "bad_setting"),
        ("sites.csv", 2, "municipality", "unknown_reference"),
        ("timeline.csv", 0, "", "missing_file"),
    ]
    sentence = next(p for p in problems if p.file == "sites.csv").sentence()
    assert sentence == (
        "sites.csv, row 2, column municipality: atlantis is not in municipalities.csv. "
        "Correct the id or add the row it names."
    )


def test_every_code_has_a_message_and_a_mend():
    assert MESSAGES.keys() == MENDS.keys()


def test_an_id_used_twice_is_found_across_the_kinds_of_record(broken):
    broken.set_cell("companies.csv", 2, "id", "pfez-02")
    (problem,) = [p for p in broken.problems() if p.code == "duplicate_id"]
    assert problem.values == {"value": "pfez-02", "where": "sites.csv, 2"}


def test_the_same_field_stated_twice_is_refused(broken):
    rows = broken.rows("facts.csv")
    broken.write("facts.csv", [*rows, rows[1]])
    assert [(p.row, p.code) for p in broken.problems()] == [(len(rows) + 1, "duplicate_fact")]


def test_a_fact_that_says_nothing_is_refused(broken):
    rows = broken.rows("facts.csv")
    row = next(i for i, cells in enumerate(rows, start=1) if cells[1] == "availability")
    broken.set_cell("facts.csv", row, "value", "")
    assert [(p.row, p.code) for p in broken.problems()] == [(row, "fact_without_value")]


def test_a_field_no_catalogue_knows_is_refused_only_when_asked(broken):
    known = {"site": frozenset({"kind", "availability"})}
    codes = {p.code for p in broken.problems(known_keys=known)}
    assert codes == {"unknown_key"}
    assert read_pack(broken.directory).records


def test_another_encoding_is_named_with_its_line(broken):
    path = broken.path("sites.csv")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1257", errors="replace"))
    found = [(p.row, p.code) for p in broken.problems() if p.file == "sites.csv"]
    assert found == [(2, "bad_encoding")]


def test_headers_are_checked_by_name(broken):
    rows = broken.rows("zones.csv")
    rows[0][rows[0].index("state")] = "status"
    broken.write("zones.csv", rows)
    found = [(p.row, p.column, p.code) for p in broken.problems() if p.file == "zones.csv"]
    assert found == [(1, "state", "missing_column"), (1, "status", "unknown_column")]


def test_a_row_with_a_cell_too_many_is_found(broken):
    rows = broken.rows("zones.csv")
    broken.write("zones.csv", [*rows[:2], [*rows[2], "one more"], *rows[3:]])
    assert [(p.row, p.code) for p in broken.problems()] == [(3, "wrong_cell_count")]


def test_a_line_too_long_is_refused_before_it_is_parsed(broken):
    with broken.path("stories.csv").open("a", encoding="utf-8") as file:
        file.write('x,"' + "a" * 200_000)
    (problem,) = [p for p in broken.problems() if p.file == "stories.csv"]
    assert problem.code == "line_too_long"


def test_an_open_quotation_mark_is_found(broken):
    with broken.path("stories.csv").open("a", encoding="utf-8") as file:
        file.write('x,"open\n')
    assert "bad_csv" in {p.code for p in broken.problems() if p.file == "stories.csv"}


def test_an_empty_table_is_found(broken):
    broken.path("stories.csv").write_text("", encoding="utf-8")
    assert [(p.file, p.code) for p in broken.problems()] == [("stories.csv", "empty_file")]


def test_formulas_and_scripts_are_text_and_nothing_else(broken):
    broken.set_cell("sites.csv", 2, "name_en", "=HYPERLINK(0)<script>${alert(1)}</script>")
    record = next(r for r in read_pack(broken.directory).records if r.id == "pfez-02")
    assert record.names["en"] == "=HYPERLINK(0)<script>${alert(1)}</script>"


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        ('{"type":"Polygon","coordinates":[[[24.2,55.7],[24.3,55.8],[24.3,55.7],[24.2,55.8],[24.2,55.7]]]}',
         "bad_geometry"),
        ('{"type":"Point","coordinates":[24.2,55.7]}', "bad_geometry"),
        ('{"type":"Polygon","coordinates":"none"}', "bad_geometry"),
        ("null", "bad_geometry"),
        ('{"type":"Polygon","coordinates":[[[55.7,24.2],[55.8,24.2],[55.8,24.3],[55.7,24.2]]]}',
         "outside_region"),
    ],
)  # fmt: skip
def test_a_boundary_must_be_a_sound_polygon_in_the_region(broken, geometry, code):
    feature = f'{{"type":"Feature","properties":{{"record":"pfez-00"}},"geometry":{geometry}}}'
    text = f'{{"type":"FeatureCollection","features":[{feature}]}}'
    broken.path("boundaries.geojson").write_text(text, encoding="utf-8")
    assert [(p.file, p.row, p.code) for p in broken.problems()] == [("boundaries.geojson", 1, code)]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"features": 7}'])
def test_a_layer_that_is_no_geojson_is_found(broken, text):
    broken.path("boundaries.geojson").write_text(text, encoding="utf-8")
    assert [(p.file, p.code) for p in broken.problems()] == [("boundaries.geojson", "bad_json")]


def test_a_boundary_of_nobody_is_found(broken):
    broken.replace("boundaries.geojson", '"pfez-00"', '"pfez-77"')
    assert ("boundaries.geojson", "unknown_reference") in {(p.file, p.code) for p in broken.problems()}


def test_a_municipality_without_an_outline_is_found(broken):
    broken.replace("municipalities.geojson", '"id":"birzai"', '"id":"elsewhere"')
    assert ("municipalities.csv", 4, "unknown_reference") in {
        (p.file, p.row, p.code) for p in broken.problems()
    }


def test_a_region_file_that_is_no_toml_is_found(broken):
    broken.path("region.toml").write_text("id = ", encoding="utf-8")
    assert [(p.file, p.code) for p in broken.problems()] == [("region.toml", "bad_toml")]


def test_the_home_page_may_only_name_what_exists(broken):
    broken.replace("region.toml", "airport-sqq", "airport-xyz")
    (problem,) = broken.problems()
    assert problem.values == {"value": "airport-xyz", "table": "nodes.csv"}


def test_an_empty_folder_names_every_missing_file(tmp_path):
    with pytest.raises(PackError) as refused:
        read_pack(tmp_path)
    assert {p.code for p in refused.value.problems} == {"missing_file"}
    assert len(refused.value.problems) == 17
