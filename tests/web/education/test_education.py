"""The directory of education and the profile of an institution."""

import json

import pytest
from engines import on_both_engines
from proofreading import words

from portal.i18n import sort_key


def ids(page):
    return [row.get("data-result") for row in page.all("tr", data_result=True)]


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_the_pages_are_sound_in_each_language(visit, lang):
    assert ids(visit(f"/{lang}/education"))
    assert visit(f"/{lang}/education/panevezio-kolegija").h1


@on_both_engines
def test_a_broad_field_finds_who_teaches_anything_in_it(visit):
    engineering = ids(visit("/en/education?isced_f=07"))
    assert "panevezio-kolegija" in engineering
    assert set(ids(visit("/en/education?isced_f=0714"))) < set(engineering)
    assert ids(visit("/en/education?isced_f=03")) == []


@on_both_engines
def test_counts_of_fields_come_true(visit):
    page = visit("/en/education")
    for code in ("04", "07", "10"):
        label = next(
            label
            for label in page.all("label")
            if label.find("input") is not None and label.find("input").get("value") == code
        )
        count = int("".join(next(s for s in label.iter("span") if s.get("class") == "n").itertext()))
        assert len(ids(visit(f"/en/education?isced_f={code}"))) == count


@on_both_engines
def test_filters_add_up(visit):
    found = ids(visit("/en/education?type=gymnasium&municipality=birzai&q=saules"))
    assert len(found) == 1


@on_both_engines
def test_most_students_come_first(visit):
    assert ids(visit("/en/education?sort=-students"))[0] == "panevezio-kolegija"


def test_what_cannot_be_read_is_named(visit):
    page = visit("/en/education?type=circus&sort=x&page=y")
    assert ids(page) == []
    for said in ("“circus” is not known here", "“x” is not a choice", "“y” is not a whole number"):
        assert said in page.text


def test_programmes_stand_under_their_field_in_the_page_language(visit):
    assert "Engineering, manufacturing and construction" in visit("/en/education/panevezio-kolegija").text
    assert "Inžinerija, gamyba ir statyba" in visit("/lt/education/panevezio-kolegija").text
    assert "Ingenieurwesen" in visit("/de/education/panevezio-kolegija").text


def test_graduates_are_drawn_only_where_a_source_states_them(visit):
    bars = visit("/en/education/panevezio-kolegija").all("section", id="graduates")[0]
    assert "Logistics" in "".join(bars.itertext())
    assert "Electromechanics" not in "".join(bars.itertext())
    assert not visit("/en/education/robolabas").all("section", id="graduates")


def test_a_figure_that_nobody_states_can_be_asked_for(visit):
    page = visit("/en/education/ktu-ptvf")
    links = [a.get("href") for a in page.all("a") if "not stated: ask" in "".join(a.itertext())]
    assert "/en/inquire?site=ktu-ptvf&question=students" in links


def test_an_archived_programme_is_neither_shown_nor_searched(visit, change):
    assert "panevezio-kolegija" in ids(visit("/en/education?isced_f=1041"))
    change("panevezio-kolegija-logistics", kind="programme", state="archived")
    assert "panevezio-kolegija" not in ids(visit("/en/education?isced_f=1041"))
    programmes = visit("/en/education/panevezio-kolegija").all("section", id="programmes")[0]
    assert "Electromechanics" in "".join(programmes.itertext())
    assert "Logistics" not in "".join(programmes.itertext())


def test_json_ld_says_only_what_is_known(visit):
    page = visit("/en/education/panevezio-kolegija")
    found = json.loads("".join(page.all("script", type="application/ld+json")[0].itertext()))
    assert found["@type"] == "EducationalOrganization"
    assert found["url"] == "https://panko.lt"


@on_both_engines
def test_the_directory_asks_a_fixed_number_of_statements(visit, count_statements):
    with count_statements() as few:
        visit("/en/education?limit=2")
    with count_statements() as many:
        visit("/en/education?limit=100")
    assert len(few) == len(many) <= 18


@pytest.mark.parametrize("id_", ["nobody", "devold"])
def test_only_institutions_have_a_profile(visit, id_):
    visit(f"/en/education/{id_}", status=404)


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_names_stand_in_the_order_of_the_language_they_are_shown_in(visit, lang):
    page = visit(f"/{lang}/education?limit=100")
    names = [words(link) for link in page.all("a", class_="name")]
    assert len(names) > 20
    assert names == sorted(names, key=lambda name: sort_key(name, lang))
