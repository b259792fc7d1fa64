"""A company calls itself a script: list, page, map, API and mail show its name as text."""

import pytest
from browsing import wait_ready
from pages.explore import ExplorePage
from pages.inquiry import InquiryPage
from playwright.sync_api import expect
from shapely.geometry import Point

from portal.records.changes import FactChange
from portal.records.states import Level

NAME = "<img src=x onerror=alert(1)>${document.title}{{7*7}}\"'&amp;"
PLACE = {"position": Point(24.36, 55.735), "position_accuracy": "point", "municipality_id": "panevezys-city"}


@pytest.fixture
def hostile(listed):
    columns = {"names": {"en": NAME, "lt": NAME, "de": NAME}, **PLACE}
    said = FactChange({"en": NAME}, Level.DECLARED)
    kind = FactChange("plot", Level.DECLARED)
    listed("hostile-site", "site", columns, {"kind": kind, "address": said, "status_note": said})
    listed(
        "hostile-company", "company", columns, {"sector": FactChange("mt", Level.DECLARED), "products": said}
    )


@pytest.fixture
def careful(page):
    """A page that remembers every dialog a script opens."""
    opened = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    yield page
    assert opened == []
    assert page.locator("img[src='x']").count() == 0


def test_list_pages_and_map_show_it_as_text(careful, hostile):
    explore = ExplorePage(careful).open("?q=onerror&map=15/55.735/24.36")
    expect(explore.row("hostile-site").get_by_role("heading")).to_have_text(NAME)
    explore.marks.first.click()
    expect(explore.map.get_by_role("link", name=NAME)).to_be_visible()
    site = explore.open_site("hostile-site")
    expect(site.heading).to_have_text(NAME)
    assert careful.title().startswith(NAME)

    for path in ("/en/companies?q=onerror", "/en/companies/hostile-company", "/lt/sites/hostile-site/nearby"):
        careful.goto(path)
        if careful.locator(".map").count():
            wait_ready(careful)
        expect(careful.get_by_role("main")).to_contain_text(NAME)


def test_the_api_and_the_mail_show_it_as_text(careful, hostile, investor, inquiries_of, mail_about):
    answer = careful.request.get("/api/collections/sites/items/hostile-site")
    assert answer.headers["content-type"].startswith("application/geo+json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["properties"]["name"] == NAME

    inquiry = InquiryPage(careful).open("?site=hostile-site&question=power_mw")
    inquiry.introduce(NAME, investor).send()
    expect(careful.get_by_role("main").get_by_role("link", name=NAME)).to_be_visible()
    [reference] = inquiries_of(investor)
    for message in mail_about(reference).values():
        assert NAME in message["text"]
        assert "<img src=x" not in message["html"]
        assert "\n" not in message["subject"]
