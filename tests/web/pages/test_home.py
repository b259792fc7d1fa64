"""The start page says what the data hold, and no more."""

import re
from datetime import UTC, datetime

import pytest
from engines import on_both_engines
from sqlalchemy import select

from portal.companies.models import Company
from portal.figures.models import Observation
from portal.records.models import DataVersion, Record


def offers(page):
    section = page.all("section", id="offer")[0]
    return [row.get("data-result") for row in section.iter("tr") if row.get("data-result")]


@on_both_engines
@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_the_start_page_is_sound_in_each_language(visit, lang):
    assert visit(f"/{lang}/").h1


def test_the_counts_are_those_of_the_data(visit, change):
    assert "15 industrial sites, 43 schools and colleges and 111 companies" in visit("/en/").text
    change("pfez-03", state="archived")
    assert "14 industrial sites" in visit("/en/").text


def test_the_need_is_a_plain_form_to_the_search(visit):
    page = visit("/en/")
    form = next(form for form in page.all("form") if form.get("method") == "get")
    assert form.get("action") == "/en/explore"
    assert page.form("/en/explore") == {"area_ha_min": "", "power_mw_min": "", "rail": ""}


def test_taken_sites_are_not_on_offer(visit):
    shown = offers(visit("/en/"))
    assert "pfez-02" in shown
    assert not {"pfez-04", "pfez-05", "pfez-06", "kup-01"} & set(shown)


def test_a_size_nobody_states_can_be_asked_for(visit):
    links = [a.get("href") for a in visit("/en/").all("a")]
    assert "/en/inquire?site=pan-05&question=area_ha" in links


def test_the_note_on_confirmation_goes_when_an_owner_confirms(visit, change, clock):
    words = "No owner has confirmed a listing yet."
    assert words in visit("/en/").text
    change("pfez-02", confirmed_on=clock().date(), confirmed_by="the zone")
    assert words not in visit("/en/").text


def test_key_figures_carry_year_and_source(visit, session):
    page = visit("/en/")
    for words in ("211,189", "about 600", "25\u00a0%", "€3.6 bn", "€1,963", "2024 Q1"):
        assert words.replace("\u00a0", " ") in page.text.replace("\u00a0", " ")
    source = session.scalars(
        select(Observation).where(Observation.id == "population-panevezys-county-2020-01-01")
    ).one()
    assert f"/en/data#{source.sources_j[0]}" in [a.get("href") for a in page.all("a")]


def test_announced_jobs_never_rank_an_employer(visit, session):
    section = visit("/en/").all("section", id="employers")[0]
    shown = [a.get("href").rpartition("/")[2] for a in section.iter("a") if a.get("class") == "name"]
    stated = session.execute(
        select(Company.id, Company.employees)
        .where(Company.employees.is_not(None))
        .order_by(Company.employees.desc())
    ).all()
    assert shown == [id_ for id_, _employees in stated[:7]]
    assert "1,300" not in "".join(section.itertext())
    assert "undated" in "".join(section.itertext())


def test_distances_are_straight_lines_from_the_coordinates(visit):
    section = visit("/en/").all("section", id="distances")[0]
    text = " ".join("".join(section.itertext()).split())
    assert re.search(r"Riga Airport \(RIX\)\s?134\s?km", text)
    assert "straight line from Panevėžys" in text


def test_the_region_is_drawn_with_a_link_a_municipality(visit):
    page = visit("/en/")
    drawn = next(element for element in page.tree.iter() if element.get("class") == "outline")
    addresses = {element.get("href") for element in drawn.iter() if element.get("href")}
    assert "/en/explore?municipality=birzai" in addresses
    assert len(addresses) == 6


@on_both_engines
def test_the_start_page_asks_a_fixed_number_of_statements(visit, count_statements):
    with count_statements() as statements:
        visit("/en/")
    assert len(statements) <= 22


def test_an_empty_portal_still_has_a_start_page(visit, session):
    for record in session.scalars(select(Record)):
        record.state = "archived"
    session.commit()
    assert "0 industrial sites" in visit("/en/").text


def test_every_page_ends_with_the_day_of_its_data(visit, session):
    session.query(DataVersion).update({"changed_at": datetime(2026, 11, 23, 9, 0, tzinfo=UTC)})
    session.commit()
    assert "Data last changed 23 Nov 2026" in visit("/en/about").html
    assert "2026-11-23" in visit("/lt/about").html
