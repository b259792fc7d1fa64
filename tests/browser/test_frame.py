"""The frame of every page, seen on an error page: it must hold before any feature does."""

import pytest
from browsing import DESKTOP, PHONE, axe_problems
from playwright.sync_api import expect


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_frame(open_page, viewport, theme):
    page = open_page(viewport, color_scheme=theme)
    page.goto("/en/nowhere")

    assert axe_problems(page) == []


def test_the_page_never_scrolls_sideways_on_a_phone(phone):
    for lang in ("en", "lt", "de"):
        phone.goto(f"/{lang}/nowhere")
        assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_the_theme_stays_chosen(page):
    page.goto("/en/nowhere")
    page.get_by_role("button", name="Dark").click()
    page.goto("/en/nowhere")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 21, 20)"


def test_the_keyboard_reaches_the_content_first(page):
    page.goto("/en/nowhere")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
