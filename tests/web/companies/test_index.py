"""The directory of companies: narrowing, counting, sorting, and what cannot be read."""

import pytest
from engines import on_both_engines


def names(page):
    return [link for row in rows(page) for link in row]


def rows(page):
    found = []
    for row in page.all("tr", data_result=True):
        link = next(a for a in row.iter("a") if a.get("class") == "name")
        found.append(["".join(link.itertext())])
    return found


def ids(page):
    return [row.get("data-result") for row in page.all("tr", data_result=True)]


def count_of(page, name, value):
    """The number beside a choice of a filter."""
    for label in page.all("label"):
        box = label.find("input")
        if box is not None and (box.get("name"), box.get("value")) == (name, value):
            return int("".join(next(s for s in label.iter("span") if s.get("class") == "n").itertext()))
    raise AssertionError(f"no choice {name}={value}")


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_the_directory_is_a_sound_page_in_each_language(visit, lang):
    assert ids(visit(f"/{lang}/companies"))


@on_both_engines
def test_search_needs_no_diacritics_and_finds_products(visit):
    assert ids(visit("/en/companies?q=siulas")) == ["siulas"]
    assert "siulas" in ids(visit("/en/companies?q=LINEN"))
    assert ids(visit("/en/companies?q=100%25")) == []


@on_both_engines
def test_filters_add_up_and_each_count_comes_true(visit):
    page = visit("/en/companies?sector=fd&municipality=birzai")
    expected = count_of(visit("/en/companies?municipality=birzai"), "sector", "fd")
    assert len(ids(page)) == expected > 0
    assert count_of(page, "sector", "fd") == expected
    assert count_of(page, "sector", "mt") == len(ids(visit("/en/companies?sector=mt&municipality=birzai")))


@on_both_engines
def test_two_codes_of_one_filter_are_alternatives(visit):
    either = set(ids(visit("/en/companies?sector=au&sector=tx")))
    assert either == {*ids(visit("/en/companies?sector=au")), *ids(visit("/en/companies?sector=tx"))}


@on_both_engines
def test_capital_of_two_countries_is_found_under_both(visit):
    for country in ("FI", "IN"):
        assert "pkc-group-lithuania" in ids(visit(f"/en/companies?capital_country={country}"))


@on_both_engines
def test_unknown_employees_are_left_out_counted_and_offered(visit):
    page = visit("/en/companies?employees_min=300")
    assert ids(page) == [
        "aq-wiring-systems",
        "devold",
        "pkc-group-lithuania",
        "schmitz-cargobull-baltic",
        "siulas",
    ]
    unknown = (
        len(ids(visit("/en/companies?limit=100"))) + len(ids(visit("/en/companies?limit=100&page=2"))) - 11
    )
    assert page.links[f"{unknown} left out: employees not stated"] == "/en/companies"


@on_both_engines
def test_the_largest_come_first_and_the_unknown_last(visit):
    sorted_ids = ids(visit("/en/companies?sort=-employees"))
    assert sorted_ids[:2] == ["pkc-group-lithuania", "aq-wiring-systems"]
    assert sorted_ids.index("kupiskio-salyklas") == 10


def test_names_stand_in_lithuanian_order(visit, change):
    for id_, name in (("devold", "Žiema"), ("komex", "Zita"), ("siulas", "Šarka")):
        change(id_, names={"lt": name})
    ordered = ids(visit("/lt/companies?limit=100&page=2"))
    assert [id_ for id_ in ordered if id_ in ("devold", "komex", "siulas")][-2:] == ["komex", "devold"]
    first = names(visit("/lt/companies?q=sarka"))
    assert first == ["Šarka"]


def test_an_archived_company_is_in_no_list_and_no_count(visit, change):
    before = count_of(visit("/en/companies"), "sector", "tx")
    change("siulas", state="archived")
    assert count_of(visit("/en/companies"), "sector", "tx") == before - 1
    assert ids(visit("/en/companies?q=siulas")) == []
    visit("/en/companies/siulas", status=404)


def test_what_cannot_be_read_is_named_and_the_rest_runs(visit):
    page = visit("/en/companies?employees_min=many&sort=height&page=last&sector=tx&limit=x")
    for words in ("“many” is not a number", "“height” is not a choice", "“last” is not a whole number"):
        assert words in page.text
    assert ids(page) == ids(visit("/en/companies?sector=tx"))


def test_an_unknown_code_matches_nothing_and_is_named(visit):
    page = visit("/en/companies?sector=zz")
    assert ids(page) == []
    assert "“zz” is not known here" in page.text
    assert page.links["Show all companies"] == "/en/companies"


def test_an_unknown_parameter_is_ignored(visit):
    assert ids(visit("/en/companies?colour=blue")) == ids(visit("/en/companies"))


def test_pages_follow_each_other_and_keep_the_filters(visit):
    first = visit("/en/companies?limit=5&sector=fd")
    second = visit(first.links["Next"])
    assert len(ids(first)) == 5
    assert not set(ids(first)) & set(ids(second))
    assert "past the end" in visit("/en/companies?page=999").text


def test_a_filter_in_force_can_be_taken_away(visit):
    page = visit("/en/companies?sector=fd&q=pien")
    assert page.links["Remove filter: Food and drink"] == "/en/companies?q=pien"


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "x" * 5000,
        "q=%00%01",
        "sector=" + "&sector=".join(["y"] * 400),
        "employees_min=1e999",
        "employees_min=-5",
        "page=-1",
        "page=99999999999999999999",
        "capital_country=%25",
        "q=<script>alert(1)</script>",
    ],
)
def test_bad_input_is_harmless(visit, query):
    page = visit(f"/en/companies?{query}")
    assert "<script>alert" not in page.html


def test_companies_known_from_a_map_alone_say_so(visit):
    page = visit("/en/companies?q=vilniaus+duona")
    assert "name and place from OpenStreetMap, nothing else known" in page.text


@on_both_engines
def test_the_directory_asks_a_fixed_number_of_statements(visit, count_statements):
    with count_statements() as few:
        visit("/en/companies?limit=2")
    with count_statements() as many:
        visit("/en/companies?limit=100")
    assert len(many) <= len(few) + 1 <= 20  # names of zones are asked for where there are any
