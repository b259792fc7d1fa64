"""The catalogues of fields: declared once, complete against the data sheet."""

import pytest

from portal.companies.fields import CATALOGUE as COMPANY
from portal.education.fields import INSTITUTION_CATALOGUE, PROGRAMME_CATALOGUE
from portal.i18n import use
from portal.records.fields import Catalogue, Field, FieldType
from portal.sites.fields import CATALOGUE as SITE
from portal.zones.fields import CATALOGUE as ZONE

# The keys of the data sheet of a site, in its order.
SHEET = """
id predecessors successors name kind zone municipality address cadastral_numbers boundary availability
availability_on reserved_until available_from confirmed_on confirmed_by contact area_ha net_area_ha
rect_m divisible_min_ha divisible_max_ha expansion_ha slope_pct owner_type tenure tenure_years
price_eur_m2 rent_eur_ha_year procedure encumbrances plan land_use coverage_pct floor_ratio height_m
hours_24 sanitary_zone_m eia tier permit_months gap_eur power_mw power_kv substation_km power_later_mw
power_later_on renewable_mw gas_m3h water_m3d wastewater_m3d storm_l_s heat_mw fibre_gbit_s frontage_m
axle_t motorway_km motorway_min rail_siding rail_km rail_gauge airport_km port_km bus_stop_m bearing_kpa
groundwater_m contamination flood protection labour_60min graduates_60min wages incentives neighbours
documents floor_area_m2 clear_height_m floor_load_t_m2 docks crane_t built_year
"""
ALL = {
    "site": SITE,
    "zone": ZONE,
    "company": COMPANY,
    "institution": INSTITUTION_CATALOGUE,
    "programme": PROGRAMME_CATALOGUE,
}


def test_every_field_of_the_data_sheet_is_declared():
    assert set(SHEET.split()) <= SITE.keys


def test_shapefile_names_are_unique_and_have_at_most_ten_letters():
    short = [field.short for field in SITE if field.short]
    assert len(set(short)) == len(short)
    assert all(len(name) <= 10 for name in short)


@pytest.mark.parametrize("name", ALL)
def test_note_fields_exist_and_every_label_has_words(name):
    for field in ALL[name]:
        assert not field.note_key or ALL[name][field.note_key].type is FieldType.NOTE
        for language in ("en", "lt", "de"):
            with use(language):
                assert str(field.label)


def test_a_catalogue_refuses_a_key_declared_twice():
    twice = Field("area_ha", "size", FieldType.NUMBER, "Area")
    with pytest.raises(ValueError, match="repeats a key"):
        Catalogue({"size": "Size"}, (twice, twice))
