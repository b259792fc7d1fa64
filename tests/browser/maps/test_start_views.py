"""How maps start: sharp, with plates apart and in the view, told in the page's language; and by touch."""

import pytest
from browsing import wait_ready
from playwright.sync_api import expect

APART = """() => {
  const plates = [...document.querySelectorAll(".leaflet-marker-pane .plate")];
  const boxes = plates.map((one) => one.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
}"""
TILE_PIXELS = """() => {
  const tile = document.querySelector(".map-live canvas.leaflet-tile-loaded");
  return tile.width / tile.getBoundingClientRect().width;
}"""


@pytest.mark.parametrize("km", [10, 30, 60])
def test_no_plate_around_a_site_covers_another(page, km):
    page.goto(f"/en/sites/pfez-02/nearby?near_km={km}")
    wait_ready(page)

    plates = page.locator(".leaflet-marker-pane .plate")
    expect(plates.filter(has_text="Panevėžys Free Economic Zone")).to_be_visible()
    expect(plates.filter(has_text="institutions").first).to_be_visible()
    expect(page.locator(".radius-label")).to_be_in_viewport()
    assert page.evaluate(APART) == 0


def test_tiles_between_whole_zooms_have_a_pixel_for_each_of_the_screen(page):
    page.goto("/en/explore")
    wait_ready(page)

    assert page.evaluate(TILE_PIXELS) > 0.99


def test_plates_of_what_was_found_stand_inside_the_map(page):
    page.goto("/lt/explore?area_ha_min=4")
    wait_ready(page)

    frame = page.locator(".explore .map").bounding_box()
    for plate in page.locator(".leaflet-marker-pane .plate").all():
        box = plate.bounding_box()
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]


def test_the_credit_speaks_the_language_of_the_page(page):
    page.goto("/de/explore")
    wait_ready(page)

    words = page.evaluate("JSON.parse(document.getElementById('map-words').textContent).say")
    expect(page.locator(".explore .map-credit")).to_contain_text(words["credit_boundaries"])
    expect(page.locator(".explore .map-credit")).to_contain_text("Registrų centras (CC BY 4.0)")


def test_the_handle_opens_the_list_of_a_phone_and_closes_it(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/en/explore")
    wait_ready(page)
    handle = page.get_by_role("button", name="Whole list")

    expect(handle).to_have_attribute("aria-expanded", "false")
    handle.click()
    expect(handle).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".explore .map-live")).to_be_hidden()
    handle.press("Enter")
    expect(handle).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".explore .map-live")).to_be_visible()
