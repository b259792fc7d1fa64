"""The page of one site."""

import re

from pages.base import PortalPage
from pages.inquiry import InquiryPage


class SitePage(PortalPage):
    HAS_MAP = True

    def row(self, key):
        """A row of the data sheet by the key of its field."""
        return self.main.locator(f"#row-{key}")

    def ask_for(self, key):
        """Follow "capacity not stated: ask" of a utility to the question."""
        self.row(key).get_by_role("link", name=self.say("capacity not stated: ask")).click()
        self.page.wait_for_url(re.compile("/inquire"))
        return InquiryPage(self.page, self.lang)
