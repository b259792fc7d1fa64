"""Explore: map and list show one search and move together."""

import re

import pytest
from browsing import wait_ready
from playwright.sync_api import expect

PLATES = ".leaflet-marker-pane .plate"


@pytest.fixture
def explore(page):
    page.goto("/en/explore")
    wait_ready(page)
    return page


def test_the_start_shows_sites_by_municipality_and_no_plate_covers_another(explore):
    plates = explore.locator(PLATES)

    expect(plates.filter(has_text="Panevėžys city")).to_contain_text("7 sites")
    boxes = [plate.bounding_box() for plate in plates.all()]
    for place, a in enumerate(boxes):
        for b in boxes[place + 1 :]:
            assert (
                a["x"] + a["width"] <= b["x"]
                or b["x"] + b["width"] <= a["x"]
                or (a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"])
            )


def test_the_keyboard_shows_a_site_on_the_map_and_its_row_is_chosen(explore):
    explore.locator('[data-result="pfez-02"] [data-show]').focus()
    explore.keyboard.press("Enter")

    card = explore.locator(".map-card")
    expect(card.get_by_role("link")).to_have_attribute("href", "/en/sites/pfez-02")
    expect(card).to_contain_text("17.5 ha")
    expect(card).to_contain_text("within about 900 m")
    expect(explore.locator('[data-result="pfez-02"]')).to_have_class(re.compile("selected"))
    expect(explore.locator(".plate-box.is-selected")).to_contain_text("Panevėžys Free Economic Zone")
    card.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)


def test_pointing_at_a_row_raises_its_mark_and_pointing_at_a_mark_its_rows(explore):
    explore.locator('[data-result="kup-03"]').hover()
    expect(explore.locator(".plate-box.is-hovered")).to_contain_text("Kupiškis district")

    explore.locator(PLATES).filter(has_text="Kupiškis district").hover()
    expect(explore.locator("[data-result].hover")).to_have_count(3)


def test_searching_this_view_narrows_the_list_and_can_be_taken_back(explore):
    explore.locator(PLATES).filter(has_text="Kupiškis district").click()
    explore.get_by_role("button", name="Search this view").click()

    expect(explore.locator("#explore-results [data-result]")).to_have_count(3)
    assert "bbox=" in explore.url
    explore.go_back()
    expect(explore.locator("#explore-results [data-result]")).to_have_count(11)


def test_the_address_brings_the_map_back(explore):
    explore.get_by_role("button", name="Zoom in").click()
    explore.wait_for_url(re.compile(r"map=10/"))

    explore.reload()
    wait_ready(explore)
    explore.get_by_role("button", name="Zoom out").click()
    explore.wait_for_url(re.compile(r"map=9/"))


def test_an_area_can_be_typed_and_one_that_is_none_is_named(explore):
    explore.get_by_text("Draw an area").click()
    area = explore.get_by_label("Area as text (WKT)")
    area.fill("somewhere")
    explore.get_by_role("button", name="Search in it").click()
    expect(explore.get_by_role("alert").filter(has_text="not a polygon")).to_be_visible()

    area.fill("POLYGON ((24.9 55.8, 25.1 55.8, 25.1 55.9, 24.9 55.9, 24.9 55.8))")
    explore.get_by_role("button", name="Search in it").click()
    expect(explore.locator("#explore-results [data-result]")).to_have_count(3)
    expect(explore.locator(".search-shape")).to_have_count(1)


def test_a_circle_around_a_place_of_a_name(explore):
    explore.get_by_text("Draw an area").click()
    explore.get_by_label("Place, or longitude, latitude").fill("24.3579,55.7346")
    explore.get_by_role("button", name="Search around it").click()

    explore.wait_for_url(re.compile(r"near=24.3579,55.7346&near_km=10"))
    expect(explore.locator("#explore-results [data-result]")).to_have_count(7)


def test_a_polygon_can_be_drawn(explore):
    explore.get_by_text("Draw an area").click()
    explore.get_by_role("button", name="Draw on the map").click()
    expect(explore.get_by_text("Click the corners of the area")).to_be_visible()
    box = explore.locator("#explore-map").bounding_box()
    for x, y in ((0.1, 0.2), (0.95, 0.2), (0.95, 0.65), (0.1, 0.65), (0.1, 0.2)):
        explore.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])

    explore.wait_for_url(re.compile(r"within=POLYGON"))


def test_layers_are_fetched_when_they_are_switched_on(explore):
    explore.get_by_text("Layers", exact=True).click()
    with explore.expect_response("**/maps/layers/companies.geojson"):
        explore.get_by_label("Companies by sector").check()

    expect(
        explore.locator(".leaflet-marker-pane").get_by_text(re.compile("companies")).first
    ).to_be_attached()


def test_a_phone_shows_map_and_list_as_two_views(phone):
    phone.goto("/en/explore")
    wait_ready(phone)
    expect(phone.locator("#explore-map")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390

    phone.get_by_role("link", name="List").click()
    expect(phone.locator("#explore-map")).to_be_hidden()
    phone.locator('[data-result="bir-01"] [data-show]').click()
    expect(phone.locator(".map-card")).to_contain_text("Plento")


def test_the_theme_changes_without_a_new_page(explore):
    before = explore.locator("#explore-map canvas").first.evaluate("c => c.toDataURL()")
    explore.evaluate("document.documentElement.dataset.theme = 'dark'")

    explore.wait_for_function(
        "before => document.querySelector('#explore-map canvas')?.toDataURL() !== before", arg=before
    )


def test_without_scripts_the_list_stands_alone(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/en/explore")

    expect(page.locator("#explore-map-column")).to_be_hidden()
    expect(page.locator("#explore-results [data-result]")).to_have_count(11)
