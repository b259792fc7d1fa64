"""List and map show one search."""

import re

import pytest
from pages.explore import ExplorePage
from playwright.sync_api import expect

from portal.records.changes import FactChange
from portal.records.states import Level

NAMES = {"en": "A plot nobody has placed", "lt": "Sklypas be vietos"}


@pytest.fixture
def unplaced(listed):
    """A site of which nobody says where it is."""
    columns = {"names": NAMES, "position_accuracy": "none"}
    facts = {"kind": FactChange("plot", Level.DECLARED), "area_ha": FactChange(6, Level.DECLARED)}
    listed("unplaced-1", "site", columns, facts)


def test_the_map_shows_what_the_list_counts_but_for_what_has_no_place(page, unplaced):
    explore = ExplorePage(page).open()
    explore.show_layer("Zones and parks", False)
    expect(explore.unplaced).to_contain_text("1 site found has no known place")
    assert explore.sites_on_map() == explore.total() - 1

    explore.area.fill("4")
    explore.expect_query(area_ha_min=4)
    expect(explore.results).to_have_count(4)
    expect(explore.unplaced).to_contain_text("1 site found")
    expect(explore.map.locator(".plate-count")).to_have_count(1)
    assert explore.sites_on_map() == explore.total() - 1
    expect(explore.row("unplaced-1").get_by_role("button", name=re.compile("Show on the map"))).to_have_count(
        0
    )


def test_row_and_mark_point_at_each_other(page):
    explore = ExplorePage(page).open("?municipality=birzai")
    mark = explore.marks.first
    explore.row("bir-01").hover()
    expect(mark).to_have_class(re.compile("is-hovered"))
    explore.heading.hover()
    expect(mark).not_to_have_class(re.compile("is-hovered"))

    explore.row("bir-01").get_by_role("button", name=re.compile("Show on the map")).focus()
    expect(mark).to_have_class(re.compile("is-hovered"))
    mark.click()
    expect(explore.row("bir-01")).to_have_class(re.compile("selected"))
    expect(explore.map.get_by_role("link", name=re.compile("Plento"))).to_be_visible()
