"""The home page: the requirement in two numbers."""

import re

from pages.base import PortalPage
from pages.explore import ExplorePage


class HomePage(PortalPage):
    HAS_MAP = True

    def ask_for(self, area_ha, power_mw):
        """Type land and power and look at the answer."""
        self.field(self.say("Land")).fill(area_ha)
        self.field(self.say("Electric power")).fill(power_mw)
        self.main.get_by_role("button", name=self.say("Show matching sites")).click()
        self.page.wait_for_url(re.compile("/explore"))
        return ExplorePage(self.page, self.lang).ready()
