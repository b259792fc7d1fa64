"""axe looks at every public page: English in both sizes and both themes, the other languages once."""

import pytest
from browsing import DESKTOP, PHONE, axe_problems, wait_ready
from pages.public import PUBLIC_PAGES

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
LOOKS = [
    pytest.param("en", DESKTOP, True, id="en-desktop"),
    pytest.param("en", PHONE, True, id="en-phone"),
    pytest.param("lt", DESKTOP, False, id="lt"),
    pytest.param("de", PHONE, False, id="de"),
]


def problems(page, *, in_dark):
    """What axe finds; `in_dark`: and what its rules on colours find in the other theme."""
    found = axe_problems(page)
    if in_dark:
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {problem}" for problem in axe_problems(page, **COLOURS)]
        page.emulate_media(color_scheme="light")
    return [f"{page.url}: {problem}" for problem in found]


@pytest.mark.parametrize(("lang", "size", "in_dark"), LOOKS)
def test_no_public_page_has_a_barrier(open_page, lang, size, in_dark):
    page = open_page(size, color_scheme="light", reduced_motion="reduce")
    found = []
    for path in (*PUBLIC_PAGES, "/gallery"):
        page.goto(f"/{lang}{path}")
        if page.locator("[data-map-script]").count():
            wait_ready(page)
        found += problems(page, in_dark=in_dark)
        page.wait_for_load_state("networkidle")
    page.goto(f"/{lang}/inquire")
    page.locator("#inquiry button[type=submit]").click()
    page.get_by_role("alert").wait_for()
    found += problems(page, in_dark=in_dark)
    assert not found, "\n".join(found)
