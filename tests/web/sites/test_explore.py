"""The explore page: filters as form and links, answers in words, nothing typed is lost."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import update

from portal.records.models import Record
from portal.sites.models import Site


def results(page):
    return [item.get("data-result") for item in page.all("li", data_result=True)]


def suggestions(page):
    return [item.get("data-suggestion") for item in page.all("li", data_suggestion=True)]


def test_the_list_shows_what_is_on_offer_and_says_who_confirmed_it(visit):
    page = visit("/en/explore")
    assert page.h1 == "Sites"
    assert "pfez-02" in results(page)
    assert "pfez-04" not in results(page), "taken"
    assert "No owner has confirmed a listing yet: figures come from public sources dated" in page.text


def test_once_an_owner_confirmed_one_the_note_goes(visit, session):
    session.execute(update(Record).where(Record.id == "pfez-02").values(confirmed_on=date(2026, 11, 1)))
    session.execute(update(Site).where(Site.id == "pfez-02").values(confirmed_on=date(2026, 11, 1)))
    session.commit()
    page = visit("/en/explore")
    assert "No owner has confirmed" not in page.text
    assert results(page)[0] == "pfez-02"


def test_a_requirement_gives_verdicts_and_a_question_about_what_is_not_stated(visit):
    page = visit("/en/explore?area_ha_min=2&rail=5")
    assert results(page) == ["pfez-02", "pfez-03", "kup-03", "kup-02"]
    assert "4 sites meet both needs." in page.text
    assert "more do not state this: area" in page.text
    ask = next(href for words, href in page.links.items() if words.startswith("Ask about area"))
    assert parse_qs(urlsplit(ask).query)["question"] == ["area_ha"]
    assert parse_qs(urlsplit(ask).query)["site"]


def test_sites_that_do_not_state_a_figure_can_be_let_in(visit):
    strict = visit("/en/explore?power_mw_min=1")
    assert results(strict) == []
    let_in = visit("/en/explore?power_mw_min=1&unknown=power_mw")
    assert "pfez-02" in results(let_in)
    assert "Power not stated" in let_in.text


def test_an_empty_answer_says_what_stands_in_the_way_and_what_comes_near(visit):
    page = visit("/en/explore?area_ha_min=8&power_mw_min=12&rail=5")
    assert results(page) == []
    assert "No site meets all 3 needs." in page.text
    assert any("without “Power at least 12 MW”" in words.replace("\u00a0", " ") for words in page.links)
    assert suggestions(page)[0] == "pfez-02"
    assert "Rail ~20 m, at most 920 m" in page.text.replace("\u00a0", " ")
    assert any(words.startswith("Ask about power") for words in page.links)


def test_a_near_miss_says_by_how_much(visit):
    page = visit("/en/explore?area_ha_min=20")
    assert "Area 17.5 ha, 2.5 short" in page.text


def test_what_cannot_be_read_is_named_and_kept_in_its_field(visit):
    page = visit(
        "/en/explore?area_ha_min=twelve&kind=castle&bbox=25,55,24,56&within=POLYGON((0 0,1 1,1 0,0 1,0 0))"
    )
    assert "“twelve” is not a number" in page.text
    assert "“castle” is not known here" in page.text
    assert "corners are swapped" in page.text
    assert "crosses itself" in page.text
    (field,) = page.all("input", name="area_ha_min")
    assert field.get("value") == "twelve"
    assert field.get("aria-invalid") == "true"


@pytest.mark.parametrize(
    "query",
    [
        "q=%00%1B",
        "q=" + "a" * 5000,
        "area_ha_min=1e400&power_mw_min=NaN&tier_min=99999999999999999999",
        "page=99999999999&limit=-1",
        "municipality=%00&zone='; drop table site --",
        "within=POLYGON((NaN NaN,1 1,2 2,NaN NaN))",
        "near=0,0&near_km=500&sort=distance",
        "near=179.99,89.99&near_km=500",
        "bbox=-180,-90,180,90&sort=nothing&unknown=nothing",
        "q=<script>alert(1)</script>${7*7}{{7*7}}",
        "kind=plot&" * 300,
        "%ff=%fe&q=%ff",
    ],
)
def test_no_query_breaks_the_page(visit, query):
    page = visit(f"/lt/explore?{query}")
    assert "<script>alert" not in page.html


def test_an_unknown_parameter_is_ignored(visit):
    assert results(visit("/en/explore?colour=red")) == results(visit("/en/explore"))


def test_numbers_are_read_and_shown_as_the_language_writes_them(visit):
    page = visit("/lt/explore?area_ha_min=2,5")
    assert "pfez-02" in results(page)
    assert page.form("/lt/explore")["area_ha_min"] == "2,5"
    same = visit("/de/explore?area_ha_min=2.5")
    assert same.form("/de/explore")["area_ha_min"] == "2,5"
    assert results(same) == results(page)


def test_each_filter_in_force_has_a_link_without_it(visit):
    page = visit("/en/explore?area_ha_min=2&kind=plot&kind=brownfield&q=kup")
    links = {words: parse_qs(urlsplit(href).query) for words, href in page.links.items() if "Remove" in words}
    assert links["Remove filter: Plot"] == {"q": ["kup"], "kind": ["brownfield"], "area_ha_min": ["2"]}
    assert links["Remove filter: “kup”"] == {"kind": ["plot", "brownfield"], "area_ha_min": ["2"]}
    assert links["Remove filter: Area at least 2 ha"] == {"q": ["kup"], "kind": ["plot", "brownfield"]}


def test_the_form_keeps_what_it_has_no_field_for(visit):
    form = visit("/en/explore?bbox=23,55,26,57&map=9/55.7/24.4&unknown=power_mw").form("/en/explore")
    assert form["bbox"] == "23,55,26,57"
    assert form["map"] == "9/55.7/24.4"
    assert form["unknown"] == "power_mw"


def test_the_language_links_keep_the_search(visit):
    page = visit("/en/explore?kind=plot&q=kup")
    hrefs = [a.get("href") for a in page.all("a", hreflang="lt")]
    assert "/lt/explore?kind=plot&q=kup" in hrefs


def test_pages_go_on_where_the_last_one_ended(visit):
    first = visit("/en/explore?limit=4")
    second = visit("/en/explore?limit=4&page=2")
    assert len(results(first)) == len(results(second)) == 4
    assert not set(results(first)) & set(results(second))
    assert "past the end" in visit("/en/explore?page=50").text


def test_a_zone_is_never_a_result_but_can_be_asked_for(visit):
    page = visit("/en/explore?zone=pfez-00")
    assert results(page)
    assert "pfez-00" not in results(page)


def test_a_zero_count_stays_visible(visit):
    page = visit("/en/explore")
    counts = {
        box.get("value"): "".join(label.itertext()).strip()
        for label in page.all("label")
        for box in label.iter("input")
        if box.get("name") == "availability"
    }
    assert counts["under_offer"].endswith("0")


def test_scripts_in_a_name_stay_text(visit, session):
    session.execute(
        update(Record)
        .where(Record.id == "pfez-02")
        .values(name_j={"en": "<script>x</script>${1}", "lt": "{{7*7}}"})
    )
    session.commit()
    assert "<script>x</script>" not in visit("/en/explore").html
    assert "{{7*7}}" in visit("/lt/explore").html


@pytest.mark.parametrize(
    "query",
    ["", "area_ha_min=2&rail=5", "area_ha_min=8&power_mw_min=12&rail=5", "near=24.3,55.7&near_km=9", "q=zzz"],
)
def test_a_page_takes_at_most_six_statements(client, count_statements, query):
    with count_statements() as statements:
        assert client.get(f"/en/explore?{query}").status_code == 200
    assert len(statements) <= 6, "\n".join(statements)


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_every_state_of_the_page_is_well_made(visit, lang):
    for query in (
        "",
        "area_ha_min=2&rail=5&motorway_km_max=30&available_by=2027-01-01&tier_min=2&unknown=any",
        "area_ha_min=8&power_mw_min=12",
        "confirmed_within=30&rail=siding",
        "near=24.36,55.73&near_km=8&sort=distance",
        "q=zzzz",
    ):
        assert visit(f"/{lang}/explore?{query}").status == 200


def test_a_site_that_states_nothing_never_counts_as_meeting_the_need(visit):
    page = visit("/en/explore?area_ha_min=8&power_mw_min=12&unknown=power_mw")
    assert "No site meets both needs. 1 is shown although it does not state everything." in page.text
    assert "Ask about power for this site" in page.text


def test_the_next_act_asks_for_what_most_sites_shown_do_not_state(visit):
    page = visit("/en/explore?area_ha_min=4&power_mw_min=12&rail=5&unknown=any")
    assert "Ask about power for these 9" in page.text
