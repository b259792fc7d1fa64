"""The page of a zone."""

import pytest
from engines import on_both_engines


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
@pytest.mark.parametrize("id_", ["pfez-00", "pfez-01", "pan-01"])
def test_a_zone_is_a_sound_page(visit, lang, id_):
    assert id_ in visit(f"/{lang}/zones/{id_}").text


@on_both_engines
def test_a_zone_lists_its_sites_parks_and_companies(visit):
    page = visit("/en/zones/pfez-00")
    assert page.links["Free remainder of the zone (May 2019 count)"] == "/en/sites/pfez-02"
    assert page.links["Panevėžys Industrial Park (prepared core of the zone)"] == "/en/zones/pfez-01"
    assert page.links["Devold AMT"].startswith("/en/companies/")


def test_the_states_of_its_sites_are_called_last_known(visit):
    section = visit("/en/zones/pfez-00").all("section", id="sites")[0]
    assert "sites, last known state" in "".join(section.itertext())


def test_a_mapped_outline_is_not_called_a_legal_boundary(visit):
    assert "outline as mapped, 93.09 ha. Not the legal boundary." in visit("/en/zones/pfez-00").text.replace(
        "\xa0", " "
    )


def test_sources_about_the_area_that_do_not_agree_are_told(visit):
    assert "area conflict" in visit("/en/zones/pfez-00").text


def test_what_is_no_zone_is_not_found(visit):
    visit("/en/zones/pfez-02", status=404)


def test_few_statements(visit, count_statements):
    visit("/en/zones/pfez-00")
    with count_statements() as statements:
        visit("/en/zones/pfez-00")
    assert len(statements) <= 12


def test_the_page_is_not_made_again_until_something_changes(client):
    first = client.get("/en/zones/pfez-00")
    assert (
        client.get("/en/zones/pfez-00", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    )


def test_a_zone_tells_its_rules_and_what_was_counted_in_it(visit):
    page = visit("/en/zones/pfez-00")
    assert "Law on the Fundamentals of FEZs" in page.text
    assert page.all("section", id="observed")
