"""The rows of a data sheet from facts, without a database."""

from datetime import UTC, date, datetime

import pytest
import shapely

from portal import i18n
from portal.companies.fields import CATALOGUE as COMPANY
from portal.records.models import Source
from portal.records.sheet import Sheet, Words
from portal.records.sheet_words import dated_label, source_label
from portal.records.shown import SourceList
from portal.records.states import Level, PositionAccuracy, Qualifier, RecordState, Visibility
from portal.records.views import EvidenceView, FactView, RecordView
from portal.sites.fields import CATALOGUE

PRESS = Source(
    id="press",
    title="A title",
    publisher="vz.lt",
    published_from=date(2019, 5, 7),
    published_to=date(2019, 5, 7),
)
MAP = Source(
    id="map",
    title="OpenStreetMap extract",
    publisher="OpenStreetMap contributors",
    published_from=date(2021, 8, 5),
    published_to=date(2021, 8, 6),
)


@pytest.fixture(autouse=True)
def english():
    with i18n.use("en"):
        yield


def fact(key, value, *, unit="", qualifier="exact", level="declared", sources=(PRESS,), **more):
    return FactView(
        key,
        value,
        unit,
        Qualifier(qualifier),
        Level(level),
        more.pop("first", date(2019, 5, 1)),
        more.pop("last", date(2019, 5, 31)),
        tuple(item if isinstance(item, EvidenceView) else EvidenceView(item) for item in sources),
        **more,
    )


def sheet(*facts, catalogue=CATALOGUE, **options):
    view = RecordView(
        num=1,
        id="site-1",
        kind="site",
        names={"en": "A site"},
        municipality_id=None,
        state=RecordState.PUBLISHED,
        visibility=Visibility.PUBLIC,
        position=shapely.Point(24.3, 55.7),
        boundary=None,
        position_accuracy=PositionAccuracy.TOWN,
        accuracy_m=900,
        confirmed_on=None,
        edited_at=datetime(2026, 11, 23, tzinfo=UTC),
        published_at=None,
        version=1,
        facts={item.key: item for item in facts},
    )
    return Sheet(view, catalogue, SourceList(), **options)


def test_a_figure_stands_apart_from_its_unit():
    row = sheet(fact("area_ha", 17.5)).row("area_ha")
    assert (row.before, row.figure, row.unit, row.ask) == ("", "17.5", "ha", "")


def test_what_nobody_stated_keeps_its_row_and_asks():
    row = sheet().row("power_mw")
    assert not row.is_stated
    assert row.ask == "not stated: ask"
    assert row.level == ""


def test_unknown_as_a_value_is_not_stated():
    assert not sheet(fact("availability", "unknown")).row("availability").is_stated


def test_half_known_is_said_and_the_figure_is_asked_for():
    row = sheet(fact("power_note", {"en": "connected"})).row("power_mw")
    assert (row.note, row.ask) == ("Connected", "capacity not stated: ask")
    assert row.level == "declared"
    assert row.sources


def test_a_note_that_repeats_its_code_is_not_shown_twice():
    both = sheet(fact("owner_type", "private"), fact("owner_note", {"en": "private"}))
    assert both.row("owner_type").note == ""


def test_a_derived_distance_from_a_coarse_place_is_rounded_and_marked():
    rows = sheet(
        fact("substation_km", 1.95, qualifier="about", level="derived", sources=(MAP,)),
        fact("motorway_km", 0.02, qualifier="about", level="derived", sources=(MAP,)),
    )
    coarse, short = rows.row("substation_km"), rows.row("motorway_km")
    assert (coarse.before, coarse.figure, coarse.unit) == ("~", "2", "km")
    assert (short.before, short.figure, short.unit) == ("~", "20", "m")


def test_a_day_known_to_the_month_is_shown_as_the_month():
    assert sheet(fact("availability_on", "2019-05-01")).row("availability_on").text == "May\xa02019"


def test_the_source_is_short_and_counts_the_others():
    assert source_label(fact("area_ha", 1)) == "vz.lt, 7 May 2019"
    assert source_label(fact("rail_km", 1, sources=(PRESS, MAP))) == "OpenStreetMap, August\xa02021\xa0+\xa01"


def test_sources_that_disagree_are_shown_side_by_side():
    said = (EvidenceView(PRESS, 47), EvidenceView(MAP, 93))
    row = sheet(fact("area_ha", 47, sources=said)).row("area_ha")
    assert row.disagreement == (("vz.lt", "47\xa0ha"), ("OpenStreetMap contributors", "93\xa0ha"))


def test_every_field_has_a_row_in_the_order_of_the_catalogue():
    keys = [row.key for group in sheet().groups() for row in group.rows]
    expected = [item.key for item in CATALOGUE if item.type.value != "note"]
    assert keys == expected


def test_groups_count_what_is_stated():
    groups = {group.id: group for group in sheet(fact("tier", 3), given={"id": Words("SITE-1")}).groups()}
    assert (groups["readiness"].stated, groups["readiness"].fields) == (1, 3)


def test_german_nouns_keep_their_capitals_in_a_list():
    with i18n.use("de"):
        text = sheet(fact("land_use", ["production", "warehousing"])).row("land_use").text
    assert all(word[0].isupper() for word in text.split(", "))


def test_people_are_named_by_the_label_alone():
    row = sheet(fact("employees", 1191, unit="people"), catalogue=COMPANY).row("employees")
    assert (row.label, row.figure, row.unit) == ("Employees", "1,191", "")


def test_a_code_can_be_given_words():
    countries = fact("capital_country", ["NO"])
    assert sheet(countries, catalogue=COMPANY).row("capital_country").text == "NO"
    told = sheet(countries, catalogue=COMPANY, words={"capital_country": "Norway"}).row("capital_country")
    assert (told.text, told.level) == ("Norway", "declared")


def test_an_address_of_the_web_is_a_link_without_its_scheme():
    row = sheet(fact("website", "https://example.org"), catalogue=COMPANY).row("website")
    assert (row.text, row.href) == ("example.org", "https://example.org")
    row = sheet(fact("website", "javascript:alert(1)"), catalogue=COMPANY).row("website")
    assert row.href == ""


def test_a_label_can_name_the_years_of_the_fact_instead_of_its_newest_source():
    staff = fact("employees", 5, first=date(2024, 1, 1), last=date(2024, 12, 31), sources=(PRESS, MAP))
    assert dated_label(staff) == "vz.lt\xa0+\xa01, 2024"
    (note,) = sheet(staff, catalogue=COMPANY, label=dated_label).row("employees").sources
    assert note["label"] == dated_label(staff)
