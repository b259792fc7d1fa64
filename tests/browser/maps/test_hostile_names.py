"""A name is text, whatever it says."""

import json

import pytest
from browsing import wait_ready
from playwright.sync_api import expect

HOSTILE = "<img src=x onerror=\"document.body.dataset.taken='yes'\">${document.body.dataset.taken='yes'}`"


def renamed(route):
    """Let the server answer, with every name replaced by a script."""
    answer = route.fetch()
    collection = answer.json()
    for feature in collection["features"]:
        feature["properties"].update(name=HOSTILE, names={"en": HOSTILE})
    route.fulfill(response=answer, body=json.dumps(collection))


@pytest.mark.parametrize("place", ["24.36,55.73", "24.29,55.74"])
def test_a_script_in_a_name_stays_text_on_marks_and_cards(page, place):
    page.route("**/maps/layers/*.geojson*", renamed)
    lon, lat = place.split(",")
    page.goto(f"/en/explore?map=14/{lat}/{lon}")
    wait_ready(page)
    page.get_by_text("Layers", exact=True).click()
    page.get_by_label("Companies by sector").check()
    page.get_by_label("Municipalities").check()
    page.get_by_text("Layers", exact=True).click()

    page.locator(".mark-company").first.dispatch_event("click")

    expect(page.locator(".map-card h3")).to_contain_text("<img src=x")
    assert page.evaluate("document.body.dataset.taken") is None
    assert page.locator(".map img[src='x']").count() == 0
