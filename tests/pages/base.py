"""What every page of the portal offers a person: header, footer, languages. Words come from the catalogs."""

import re

from browsing import wait_ready
from playwright.sync_api import expect

from portal import i18n

NAMES = {"en": "English", "lt": "Lietuvių", "de": "Deutsch"}


class PortalPage:
    """A page in one language. Subclasses give `PATH` and the steps a person takes on it."""

    PATH = "/"
    HAS_MAP = False

    def __init__(self, page, lang="en"):
        self.page = page
        self.lang = lang

    def say(self, message, **values):
        """The words that this page's language has for an English message."""
        with i18n.use(self.lang):
            return i18n.gettext(message, **values)

    def open(self, query=""):
        self.page.goto(f"/{self.lang}{self.PATH}{query}")
        return self.ready()

    def ready(self):
        """Wait until a page with a map has drawn it; without scripts there is nothing to wait for."""
        if self.HAS_MAP and self.page.locator("html.js").count():
            wait_ready(self.page)
        return self

    @property
    def main(self):
        return self.page.get_by_role("main")

    @property
    def heading(self):
        return self.page.get_by_role("heading", level=1)

    def field(self, label):
        """A field by its label, which may go on (a unit, "optional")."""
        named = self.main.get_by_label(re.compile(rf"^{re.escape(label)}\s*(,|\(|$)"))
        return named.and_(self.main.locator("input, textarea, select"))

    def switch_language(self, lang):
        """The same page in another language, by the links of the header (in the menu on phones)."""
        links = self.page.get_by_role("banner").get_by_role("link", name=NAMES[lang]).filter(visible=True)
        if not links.count():
            self.page.get_by_role("banner").locator("details.menu > summary").click()
        links.first.click()
        expect(self.page.locator("html")).to_have_attribute("lang", lang)
        self.lang = lang
        return self.ready()

    def choose_theme(self, name):
        self.page.get_by_role("contentinfo").get_by_role("button", name=self.say(name)).click()
