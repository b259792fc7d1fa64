"""Explore: filters, the list of results, the map beside it."""

import re

from pages.base import PortalPage
from pages.site import SitePage
from playwright.sync_api import expect


class ExplorePage(PortalPage):
    PATH = "/explore"
    HAS_MAP = True

    # --- the list ------------------------------------------------------------------------------------------
    @property
    def results(self):
        return self.main.locator("[data-result]")

    @property
    def nearest_misses(self):
        return self.main.locator("[data-suggestion]")

    @property
    def answer(self):
        return self.main.locator("#explore-answer")

    def row(self, site):
        return self.main.locator(f'[data-result="{site}"], [data-suggestion="{site}"]')

    def ids(self):
        return self.results.evaluate_all("rows => rows.map(row => row.dataset.result)")

    def total(self):
        """How many sites the head of the list says were found."""
        return int(re.match(r"\d+", self.main.locator(".explore-head .count").inner_text())[0])

    def open_site(self, site):
        self.row(site).get_by_role("heading").get_by_role("link").click()
        self.page.wait_for_url(re.compile(f"/sites/{site}"))
        return SitePage(self.page, self.lang).ready()

    # --- filters -------------------------------------------------------------------------------------------
    @property
    def filters(self):
        return self.page.get_by_role("form", name=self.say("Filters"))

    @property
    def area(self):
        return self._filter("Area, at least")

    @property
    def power(self):
        return self._filter("Power, at least")

    def _filter(self, label):
        return self.filters.get_by_label(re.compile(f"^{re.escape(self.say(label))}"))

    def open_filters(self):
        """On a phone the filters stand in a drawer."""
        self.main.get_by_role("link", name=self.say("Filters")).click()

    def expect_query(self, **values):
        """The address says these parameters (others may stand beside them); None: it does not say it."""
        for name, value in values.items():
            said = re.compile(rf"[?&]{name}={re.escape(str(value))}(&|$)")
            if value is None:
                expect(self.page).not_to_have_url(re.compile(rf"[?&]{name}="))
            else:
                expect(self.page).to_have_url(said)

    # --- the map -------------------------------------------------------------------------------------------
    @property
    def map(self):
        return self.page.get_by_role("region", name=self.say("Map of the sites found"))

    @property
    def marks(self):
        """Marks of single sites and plates of several."""
        return self.map.locator(".leaflet-marker-icon.mark-site, .leaflet-marker-icon.plate-box:has(.plate)")

    @property
    def unplaced(self):
        return self.page.locator("[data-map-unplaced]")

    def show_layer(self, word, shown):
        layers = self.page.locator("[data-map-layers]")
        layers.locator("summary").click()
        layers.get_by_label(self.say(word)).set_checked(shown)
        layers.locator("summary").click()

    def sites_on_map(self):
        """How many sites the marks and plates stand for; zones must be off."""
        counts = [
            int(re.match(r"\d+", text)[0]) for text in self.map.locator(".plate-count").all_inner_texts()
        ]
        return sum(counts) + self.map.locator(".leaflet-marker-icon.mark-site").count()
