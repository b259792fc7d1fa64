"""A printed page shows what the screen shows: the map too, and nothing over anything else."""

import pytest


@pytest.mark.parametrize("path", ["/en/sites/pfez-02", "/en/companies/harju-elekter"])
def test_a_printed_page_keeps_its_map_and_covers_no_words(page, path):
    page.goto(path)
    page.locator(".map-box .map.is-live").wait_for()
    page.emulate_media(media="print")

    drawn = page.locator(".map-box .map").first.bounding_box()
    note = page.locator(".map-box .map-note").first.bounding_box()
    box = page.locator(".map-box").first.bounding_box()
    assert drawn["height"] > 300
    assert note["y"] >= drawn["y"] + drawn["height"] - 1
    assert note["y"] + note["height"] <= box["y"] + box["height"] + 1
    assert not page.locator(".leaflet-control-zoom").first.is_visible()
