"""The investor without a mouse: from the skip link to the open question."""

import re

from pages.explore import ExplorePage
from pages.inquiry import ReceivedPage
from playwright.sync_api import expect

MOST_STEPS = 60


def tab_to(page, target):
    """Press Tab until `target` has the focus, as somebody who looks would."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{MOST_STEPS} steps of Tab do not reach {target}")


def test_the_question_is_asked_by_keyboard_alone(page, investor, inquiries_of):
    explore = ExplorePage(page).open()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(explore.area).to_be_focused()

    page.keyboard.type("8")
    page.keyboard.press("Tab")
    expect(explore.power).to_be_focused()
    page.keyboard.press("Shift+Tab")
    explore.expect_query(area_ha_min=8)
    expect(explore.results).to_have_count(1)
    expect(explore.area).to_be_focused()
    first = explore.results.first.get_by_role("heading").get_by_role("link")
    tab_to(page, first)
    expect(explore.results.first).to_have_css("outline", re.compile("solid 3px"))
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("/sites/pfez-02"))
    tab_to(page, page.get_by_role("main").locator(".keys a.ask").first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/inquire.*question=power_mw"))
    tab_to(page, page.get_by_label("Your name", exact=True))
    for typed in ("Ona", investor):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    tab_to(page, page.get_by_label("I agree"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Send the question"))
    page.keyboard.press("Enter")

    page.wait_for_url("**/received/*")
    assert inquiries_of(investor) == [ReceivedPage(page).reference]


def test_a_filter_that_changes_the_list_keeps_the_focus(page):
    explore = ExplorePage(page).open()
    brownfield = explore.filters.get_by_label(re.compile("^Brownfield"))
    brownfield.focus()
    page.keyboard.press("Space")

    explore.expect_query(kind="brownfield")
    expect(brownfield).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="fit")).to_be_attached()
