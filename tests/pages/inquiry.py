"""The inquiry form and the page that confirms it."""

import re

from pages.base import PortalPage


class InquiryPage(PortalPage):
    PATH = "/inquire"

    @property
    def question(self):
        return self.field(self.say("Your question"))

    @property
    def name(self):
        return self.field(self.say("Your name"))

    @property
    def email(self):
        return self.field(self.say("E-mail"))

    @property
    def consent(self):
        return self.field(self.say("I agree that my details are kept in order to answer this inquiry."))

    def introduce(self, name, email):
        self.name.fill(name)
        self.email.fill(email)
        self.consent.check()
        return self

    def send(self):
        self.main.get_by_role("button", name=self.say("Send the question")).click()
        self.page.wait_for_url(re.compile("/inquire/received/"))
        return ReceivedPage(self.page, self.lang)


class ReceivedPage(PortalPage):
    @property
    def reference(self):
        return self.main.locator(".reference").inner_text()
