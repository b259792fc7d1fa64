"""Maps of one record, and of the start page."""

import pytest
from browsing import axe_problems, wait_ready
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("path", "drawn"),
    [
        ("/en/sites/pfez-02", ".shape-dashed"),
        ("/en/sites/bir-01", ".ring"),
        ("/en/zones/pfez-00", ".shape-dashed"),
        ("/en/sites/pfez-02/nearby?near_km=5", ".search-shape"),
    ],
)
def test_a_record_is_drawn_as_well_as_its_place_is_known(page, path, drawn):
    page.goto(path)
    wait_ready(page)

    expect(page.locator(f".map {drawn}").first).to_be_visible()


def test_the_wheel_scrolls_the_page_until_the_map_is_clicked(page):
    page.goto("/en/sites/pfez-02")
    wait_ready(page)
    page.locator(".map").hover()
    page.mouse.wheel(0, 300)

    page.wait_for_function("scrollY > 100")


def test_the_start_page_leads_from_a_plate_to_its_sites(page):
    page.goto("/en/")
    wait_ready(page)
    page.locator(".plate").filter(has_text="Kupiškis district").click()

    page.wait_for_url("**/en/explore?municipality=kupiskis*")


@pytest.mark.parametrize("path", ["/en/", "/en/explore", "/en/sites/pfez-02"])
def test_axe_finds_nothing_about_maps(page, path):
    page.goto(path)
    wait_ready(page)

    assert axe_problems(page) == []
