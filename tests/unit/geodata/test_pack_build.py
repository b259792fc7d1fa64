"""The committed tables are what the scripts make of the inputs, and the package says what they hold."""

import csv
import gzip
import json
from datetime import date
from pathlib import Path

import pytest

import geodata
from geodata.pack_tables import TABLES
from geodata.panevezys.build.__main__ import build
from geodata.panevezys.build.citations import Citations
from geodata.panevezys.build.days import span
from geodata.panevezys.build.values import json_cell, short_id

PACK = Path(geodata.__file__).parent / "panevezys"


def _content(path: Path) -> bytes:
    """What a file holds: two builds of the compressor may pack the same bytes differently."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def test_building_again_gives_the_committed_files(tmp_path):
    build(tmp_path)
    built = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    for path in sorted(built):
        assert _content(tmp_path / path) == _content(PACK / path), path
    assert {path.name for path in built} >= {*TABLES, "datapackage.json", "industrial.geojson.gz"}


def test_the_package_lists_every_table_with_its_columns():
    package = json.loads((PACK / "datapackage.json").read_text(encoding="utf-8"))
    assert package["profile"] == "data-package"
    assert {licence["name"] for licence in package["licenses"]} == {"ODbL-1.0", "CC-BY-4.0"}
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    for resource in package["resources"]:
        path = PACK / resource["path"]
        assert path.is_file()
        assert resource["licenses"]
        if resource["format"] == "csv":
            with path.open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_keys_between_tables_point_to_tables_of_the_package():
    package = json.loads((PACK / "datapackage.json").read_text(encoding="utf-8"))
    names = {resource["name"] for resource in package["resources"]}
    for resource in package["resources"]:
        for key in resource.get("schema", {}).get("foreignKeys", []):
            assert key["reference"]["resource"] in names


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("2019-05-07", date(2019, 5, 7), date(2019, 5, 7)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2015/2020", date(2015, 1, 1), date(2020, 12, 31)),
        ("about 2014-2015", date(2014, 1, 1), date(2015, 12, 31)),
        ("about 2025-01-31", date(2025, 1, 31), date(2025, 1, 31)),
        ("", None, None),
    ],
)
def test_days_are_read_as_sources_give_them(text, first, last):
    assert span(text) == (first, last)


def test_a_source_has_the_same_id_wherever_it_is_cited():
    citations = Citations()
    note = "A title | vz.lt | 2019-05-07 | https://www.vz.lt/a"
    (first,) = citations.ids(note)
    assert citations.ids(f"Other | x.lt | https://x.lt/b ; {note}")[1] == first
    assert citations.rows[first]["published_from"] == "2019-05-07"
    assert citations.ids("general knowledge, to be verified") == ("general-knowledge",)


def test_long_ids_are_cut_but_stay_different():
    one = short_id("a-very-long-name-of-a-company-in-panevezys")
    other = short_id("a-very-long-name-of-a-company-in-panevezys-2")
    assert len(one) <= 40
    assert one != other


def test_a_text_that_reads_as_json_is_quoted():
    assert json_cell("29.31") == '"29.31"'
    assert json_cell("plot") == "plot"
    assert json_cell(["lease"]) == '["lease"]'
