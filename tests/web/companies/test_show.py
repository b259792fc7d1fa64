"""The profile of a company."""

import json
import re

import pytest
from engines import on_both_engines


def json_ld(page):
    return json.loads("".join(page.all("script", type="application/ld+json")[0].itertext()))


@on_both_engines
@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_a_profile_is_a_sound_page_in_each_language(visit, lang):
    assert visit(f"/{lang}/companies/aq-wiring-systems").h1 == "AQ Wiring Systems"


def test_each_figure_carries_its_year_level_and_source(visit):
    page = visit("/en/companies/aq-wiring-systems")
    assert "1,191" in page.text
    assert "Declared" in page.text
    assert "lafez.lt + 2, 2024" in page.text


def test_announced_jobs_stand_apart_from_employees(visit):
    page = visit("/en/companies/aq-wiring-systems")
    section = page.all("section", id="announced")[0]
    assert "planned: 1,300" in " ".join("".join(section.itertext()).split())
    size = page.all("section", id="size")[0]
    assert "1,300" not in "".join(size.itertext())


def test_what_is_not_stated_can_be_asked_for(visit):
    page = visit("/en/companies/komex")
    links = [a.get("href") for a in page.all("a") if "not stated: ask" in "".join(a.itertext())]
    assert "/en/inquire?site=komex&question=employees" in links


def test_json_ld_says_only_what_is_known(visit):
    known = json_ld(visit("/en/companies/aq-wiring-systems"))
    assert known["numberOfEmployees"]["value"] == 1191
    assert known["location"]["geo"]["latitude"] == pytest.approx(55.7056, abs=0.001)
    bare = json_ld(visit("/en/companies/komex"))
    assert "numberOfEmployees" not in bare
    assert "location" not in bare  # its place is known to the zone only


def test_a_company_known_from_a_map_alone_says_so(visit):
    page = visit("/en/companies/osm-ab-vilniaus-duona")
    assert "Name and place from OpenStreetMap, nothing else known." in page.text


def test_sites_around_leave_out_what_is_taken_and_mark_inexact_distances(visit):
    page = visit("/en/companies/aq-wiring-systems")
    shown = [row.get("data-result") for row in page.all("tr", data_result=True)]
    assert "pfez-02" in shown
    assert "pfez-04" not in shown
    assert "~" in page.text
    assert "last known state" in page.text


def test_sites_around_stand_in_the_order_of_the_distances_they_show(visit):
    cells = [
        "".join(cell.itertext()).replace("\u00a0", " ")
        for cell in visit("/en/companies/harju-elekter").all("td", data_label="Distance")
    ]
    shown = [float(re.search(r"([\d.]+) km", words)[1]) for words in cells]
    assert shown == sorted(shown)
    assert any(words.startswith("at most ~") for words in cells)


def test_a_name_is_never_executed(visit, change):
    change("siulas", names={"lt": "</script><script>alert(1)</script>${7*7}"})
    page = visit("/lt/companies/siulas")
    assert "<script>alert" not in page.html
    assert json_ld(page)["name"] == "</script><script>alert(1)</script>${7*7}"


@pytest.mark.parametrize("id_", ["nobody", "pfez-02", "panevezio-kolegija", "a" * 300])
def test_only_companies_have_a_profile(visit, id_):
    visit(f"/en/companies/{id_}", status=404)


def test_a_website_that_is_no_web_address_is_no_link(visit, change):
    change("siulas", {"website": "javascript:alert(1)"})
    page = visit("/en/companies/siulas")
    assert not [a for a in page.all("a") if (a.get("href") or "").startswith("javascript")]
