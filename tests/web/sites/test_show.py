"""The page of a site and what lies around it."""

import json
from datetime import timedelta

import pytest
from engines import on_both_engines
from sqlalchemy import select

from portal.records.actions import change_records
from portal.records.changes import FactChange, RecordChange
from portal.records.models import Record, Succession
from portal.records.states import Level
from portal.sites.fields import CATALOGUE

SITE = "/en/sites/pfez-02"


@pytest.fixture
def change(session, clock):
    """`change("pfez-02", facts={…}, state=…)` as an editor would."""

    def apply(id_, facts=None, **columns):
        clock.advance(hours=1)
        changes = [RecordChange(id_, "site", columns, facts or {})]
        change_records(session, changes, kind="edit", by="person:secret@example.org", now=clock())
        session.commit()

    return apply


def row(page, key):
    return page.all("div", id=f"row-{key}")[0]


def words(element):
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
@pytest.mark.parametrize("id_", ["pfez-02", "bir-01", "pan-05", "kup-01", "pfez-07"])
def test_every_kind_of_site_is_a_sound_page(visit, lang, id_):
    page = visit(f"/{lang}/sites/{id_}")
    assert id_ in page.text


@on_both_engines
def test_the_sheet_shows_every_field_of_the_catalogue(visit):
    page = visit("/en/sites/pan-02")
    shown = [div.get("id") for div in page.all("div") if (div.get("id") or "").startswith("row-")]
    hidden = {"reserved_until", "confirmed_by"}
    expected = [
        f"row-{item.key}" for item in CATALOGUE if item.type.value != "note" and item.key not in hidden
    ]
    notes = {"row-status_note", "row-notes"}
    assert [key for key in shown if key not in notes] == expected


def test_what_is_unknown_is_a_question_about_this_field(visit):
    page = visit(SITE)
    link = next(row(page, "gas_m3h").iter("a"))
    assert words(link).startswith("not stated: ask")
    assert link.get("href") == "/en/inquire?site=pfez-02&question=gas_m3h"


def test_half_known_says_what_is_known(visit):
    page = visit(SITE)
    assert "Connected; capacity not stated: ask" in words(row(page, "power_mw"))
    assert "management company; details not stated: ask" in words(row(page, "owner_type"))


def test_a_figure_stands_with_level_source_and_day(visit):
    page = visit(SITE)
    said = words(row(page, "area_ha"))
    assert "17.5 ha" in said
    assert "Declared" in said
    assert "vz.lt, 7 May 2019" in said
    link = next(a for a in row(page, "area_ha").iter("a") if a.get("class") == "source-link")
    assert page.all("li", id=link.get("href")[1:])


def test_availability_is_last_known_with_its_day(visit):
    page = visit(SITE)
    assert "Available, last known, May 2019" in page.text
    assert "Never confirmed by the owner; source of May 2019" in page.text


def test_the_state_in_words_warns_before_the_figures(visit):
    page = visit(SITE)
    assert page.text.index("partly taken since") < page.text.index("Identity and status")
    assert "Ask what is free now" in page.links


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("pfez-02", "Somewhere in Panevėžys Free Economic Zone (whole zone): the plot itself is not mapped."),
        ("bir-01", "Place known to the street: within about 1 km."),
        ("pan-05", "Place known to the town only: within about 3 km."),
    ],
)
def test_the_page_says_how_exact_the_place_is(visit, id_, said):
    assert said in visit(f"/en/sites/{id_}").text.replace("\xa0", " ")


def test_a_stated_road_shorter_than_a_straight_line_is_doubted(visit):
    page = visit(SITE)
    rows = [words(tr) for tr in page.all("section", id="airports")[0].iter("tr")]
    doubted = {line.split()[0] for line in rows if "shorter than a straight line" in line}
    assert doubted == {"Riga", "Vilnius"}


def test_the_radius_changes_what_is_counted(visit):
    near, far = visit(SITE + "?near_km=10"), visit(SITE + "?near_km=60")
    assert "within 10 km" in near.text
    assert "within 60 km" in far.text
    assert visit(SITE + "?near_km=ten").text == visit(SITE).text


def test_companies_of_the_zone_come_first(visit):
    names = [words(a) for a in visit(SITE).all("section", id="companies")[0].iter("a")]
    assert names.index("Devold AMT") < names.index("Roquette Amilina")


def test_incentives_name_their_law_and_the_day_of_checking(visit):
    said = words(visit(SITE).all("section", id="incentives")[0])
    assert "Law on Corporate Income Tax, Art. 58" in said
    assert "checked 2023" in said


def test_no_line_of_the_page_needs_many_statements(visit, count_statements):
    visit(SITE)
    with count_statements() as statements:
        visit(SITE)
    assert len(statements) <= 14


def test_the_page_is_not_made_again_until_something_changes(client, change):
    first = client.get(SITE)
    again = client.get(SITE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    client.set_cookie("theme", "dark")
    assert client.get(SITE, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    client.delete_cookie("theme")
    change("bir-01", {"tier": FactChange(2, Level.DECLARED)})
    assert client.get(SITE, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_history_tells_roles_not_names(visit, change):
    change("pfez-02", {"tier": FactChange(3, Level.DECLARED)})
    said = words(visit(SITE).all("section", id="history")[0])
    assert "Readiness tier: edited in the portal" in said
    assert "region pack" in said
    assert "secret" not in said


def test_a_confidential_fact_leaves_no_trace(visit, change):
    change("pfez-02", {"price_eur_m2": FactChange(31, Level.DECLARED, public=False)})
    page = visit(SITE)
    assert not list(row(page, "price_eur_m2").iter("b"))
    assert "Price: edited" not in words(page.all("section", id="history")[0])


def test_a_confirmed_site_says_when(visit, session, clock):
    record = session.scalar(select(Record).where(Record.id == "bir-01"))
    record.confirmed_on = clock().date() - timedelta(days=10)
    session.commit()
    assert "Confirmed 13 Nov 2026" in visit("/en/sites/bir-01").text


def test_text_in_names_and_facts_is_never_markup(client, change):
    bad = '</script><script>alert("${1}")</script>'
    change("bir-01", {"address": FactChange({"en": bad}, Level.DECLARED)}, names={"en": bad})
    html = client.get("/en/sites/bir-01").get_data(as_text=True)
    assert "<script>alert" not in html
    linked = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(linked)["name"] == bad


def test_linked_data_gives_no_point_for_an_inexact_place(client):
    def linked(path):
        html = client.get(path).get_data(as_text=True)
        return json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])

    assert "geo" not in linked(SITE)["mainEntity"]
    assert "geo" in linked("/en/sites/pfez-06")["mainEntity"]


def test_an_archived_site_names_what_it_lives_on_as(visit, session, clock):
    session.add(Succession(old_id="pan-04", new_id="pan-02", kind="replaced", on=clock().date()))
    session.commit()
    page = visit("/en/sites/pan-04", status=410)
    assert page.links["Former Ekranas plant: warehouse and logistics centre"] == "/en/sites/pan-02"


@pytest.mark.parametrize("path", ["/en/sites/none-such", "/en/sites/pfez-00", "/en/sites/none-such/nearby"])
def test_what_is_no_site_is_not_found(visit, path):
    visit(path, status=404)


@pytest.mark.parametrize(
    "columns", [{"visibility": "internal"}, {"visibility": "link_only"}, {"state": "draft"}]
)
def test_what_is_not_public_is_not_found(visit, change, columns):
    change("bir-01", **columns)
    visit("/en/sites/bir-01", status=404)


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_nearby_is_a_sound_page(visit, lang):
    visit(f"/{lang}/sites/pfez-02/nearby?near_km=10")


@on_both_engines
def test_nearby_groups_by_type_and_sector_and_counts_the_rest(visit):
    page = visit("/en/sites/pfez-02/nearby?near_km=10")
    for said in ("Higher education", "Textile and clothing", "Panevėžio TP", "have no street in any source"):
        assert said in page.text
    assert "1 institution has no place in any source" in page.text


def test_a_site_without_a_place_measures_nothing(visit, change):
    change("bir-01", position=None, position_accuracy="none", accuracy_m=None)
    for path in ("/en/sites/bir-01", "/en/sites/bir-01/nearby"):
        page = visit(path)
        assert "place not stated: ask" in page.text
        assert "No source says where the place is." in page.text
