"""On a phone: nothing scrolls sideways, every target is large enough for a finger."""

import pytest
from browsing import wait_ready
from pages.public import PUBLIC_PAGES

LEAST_PX = 24
INSIDE = ".visually-hidden, .trap, .skip, p, li, dd, td, th, caption, .notice, svg, .leaflet-control"
"""A link in a sentence is as high as its line; names on the drawn region stand far apart; what is for screen
readers alone is no target."""
SMALL_TARGETS = """([inside, least]) =>
  [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((target) => !target.closest(inside))
    .map((target) => [target, (target.closest("label.check") ?? target).getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(([target, { width, height }]) => `${target.outerHTML.slice(0, 90)} ${width} × ${height}`)"""


@pytest.mark.parametrize(
    ("lang", "width", "scripts"),
    [("en", 390, True), ("de", 320, True), ("lt", 320, False), ("lt", 390, False)],
)
def test_no_page_scrolls_sideways_and_targets_are_large_enough(open_page, lang, width, scripts):
    page = open_page(
        {"width": width, "height": 844}, is_mobile=True, has_touch=True, java_script_enabled=scripts
    )
    found = []
    for path in PUBLIC_PAGES:
        page.goto(f"/{lang}{path}")
        if scripts and page.locator("[data-map-script]").count():
            wait_ready(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"/{lang}{path} is {wide} px wide on {width}")
        if scripts:
            page.wait_for_load_state("networkidle")
        found += [f"/{lang}{path}: {target}" for target in page.evaluate(SMALL_TARGETS, [INSIDE, LEAST_PX])]
    assert not found, "\n".join(found)
