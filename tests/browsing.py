"""Helpers of browser tests: wait until a page is ready, let axe look at it."""

from functools import cache
from pathlib import Path

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
LEAN = {"resultTypes": ["violations"], "iframes": False, "preload": False}
"""axe neither describes what is right nor looks for frames and for style sheets of other hosts."""
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def wait_ready(page):
    """Wait until the page's scripts have said that they are done."""
    page.locator("html[data-ready]").wait_for(state="attached")


@cache
def _axe_source():
    return AXE.read_text(encoding="utf-8")


def axe_problems(page, **options):
    """What axe finds, as lines: impact, rule, where. (`evaluate` works where script tags do not.)"""
    page.evaluate(_axe_source())
    found = page.evaluate("options => axe.run(document, options)", {**LEAN, **options})
    return [
        f"{rule['impact']} {rule['id']}: {node['target']} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
