"""The address holds the search: Back, reload, another machine and another language show the same."""

import pytest
from browsing import DESKTOP, PHONE
from pages.explore import ExplorePage
from pages.site import SitePage
from playwright.sync_api import expect


def test_back_and_forward_restore_filters_and_list(page):
    explore = ExplorePage(page).open()
    everything = explore.ids()
    explore.area.fill("4")
    explore.expect_query(area_ha_min=4)
    expect(explore.results).to_have_count(3)
    large = explore.ids()
    kupiskis = explore.filters.get_by_label("Kupiškis district")
    kupiskis.check()
    explore.expect_query(municipality="kupiskis")
    expect(explore.results).to_have_count(1)

    page.go_back()
    expect(explore.results).to_have_count(3)
    expect(kupiskis).not_to_be_checked()
    page.go_back()
    expect(explore.results).to_have_count(len(everything))
    expect(explore.area).to_have_value("")
    assert explore.ids() == everything
    page.go_forward()
    expect(explore.area).to_have_value("4")
    expect(explore.results).to_have_count(3)
    assert explore.ids() == large


def test_coming_back_from_a_site_shows_the_same_list(page):
    explore = ExplorePage(page).open("?kind=plot")
    explore.area.fill("3")
    explore.expect_query(area_ha_min=3, kind="plot")
    expect(explore.area).to_have_value("3")
    expect(explore.results).to_have_count(3)
    listed = explore.ids()
    explore.open_site(listed[0])
    page.go_back()

    explore.ready()
    expect(explore.area).to_have_value("3")
    assert explore.ids() == listed


def test_the_address_shows_the_same_on_another_machine(open_page):
    here = ExplorePage(open_page()).open("?municipality=panevezys-city&sort=-area_ha&q=ekranas")
    there = ExplorePage(open_page()).open()
    there.page.goto(here.page.url)
    there.ready()

    assert here.ids()
    assert there.ids() == here.ids()
    assert there.total() == here.total() == len(here.ids())
    expect(there.filters.get_by_label("Panevėžys city")).to_be_checked()
    expect(there.filters.get_by_label("Name, ID or street")).to_have_value("ekranas")
    expect(there.main.get_by_label("Order")).to_have_value("-area_ha")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_another_language_keeps_page_filters_and_site(open_page, size):
    explore = ExplorePage(open_page(size)).open("?area_ha_min=4&kind=plot")
    listed = explore.ids()
    explore.switch_language("lt")
    explore.expect_query(area_ha_min=4, kind="plot")
    assert explore.ids() == listed
    if size is PHONE:
        explore.open_filters()
    expect(explore.area).to_have_value("4")

    explore.page.goto("/lt/sites/pfez-02/nearby?near_km=5")
    site = SitePage(explore.page, "lt").ready()
    site.switch_language("de")
    expect(site.page).to_have_url("/de/sites/pfez-02/nearby?near_km=5")
    expect(site.page.locator("html")).to_have_attribute("lang", "de")


def test_a_filter_changed_on_the_page_rides_along_into_another_language(page):
    explore = ExplorePage(page).open()
    explore.area.fill("2,5")
    explore.expect_query(area_ha_min="2,5")
    explore.switch_language("de")

    explore.expect_query(area_ha_min="2,5")
    expect(explore.area).to_have_value("2,5")
