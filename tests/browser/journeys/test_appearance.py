"""Light and dark: chosen by a form of buttons, kept by a cookie."""

from pages.base import PortalPage
from playwright.sync_api import expect

DARK = "rgb(15, 21, 20)"


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_dark_stays_chosen_on_every_page_without_javascript(open_page):
    page = open_page(java_script_enabled=False, color_scheme="light")
    home = PortalPage(page).open()
    home.choose_theme("Dark")
    expect(page).to_have_url("/en/")
    page.goto("/lt/companies?q=baltik&sort=name")
    other = PortalPage(page, "lt")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name=other.say("Dark"))).to_have_attribute("aria-pressed", "true")
    other.choose_theme("Light")
    expect(page).to_have_url("/lt/companies?q=baltik&sort=name")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_the_system_decides_until_a_theme_is_chosen(open_page):
    page = open_page(color_scheme="dark")
    PortalPage(page).open("about")
    assert ground(page) == DARK
    page.emulate_media(color_scheme="light")
    assert ground(page) != DARK
