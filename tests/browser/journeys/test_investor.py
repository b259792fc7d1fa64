"""A maker of electronics looks for 8 ha and 12 MW, reads an honest page and asks one question."""

import re

import pytest
from browsing import DESKTOP, PHONE
from pages.home import HomePage
from pages.inquiry import InquiryPage, ReceivedPage
from playwright.sync_api import expect

WALKS = [
    pytest.param("en", DESKTOP, True, id="en-desktop"),
    pytest.param("en", PHONE, True, id="en-phone"),
    pytest.param("en", DESKTOP, False, id="en-without-javascript"),
    pytest.param("lt", DESKTOP, True, id="lt-desktop"),
    pytest.param("de", PHONE, True, id="de-phone"),
]


@pytest.mark.parametrize(("lang", "size", "scripts"), WALKS)
def test_from_the_need_to_the_reference(open_page, investor, inquiries_of, mail_about, lang, size, scripts):
    page = open_page(size, java_script_enabled=scripts)
    explore = HomePage(page, lang).open().ask_for("8", "12")

    explore.expect_query(area_ha_min=8, power_mw_min=12)
    expect(explore.answer).to_contain_text(explore.say("No site meets both needs."))
    expect(explore.results).to_have_count(0)
    nearest = explore.row("pfez-02")
    expect(explore.nearest_misses.first).to_have_attribute("data-suggestion", "pfez-02")
    expect(nearest).to_contain_text(explore.say("met:"))
    if size is PHONE:
        page.get_by_role("link", name=explore.say("List"), exact=True).click()

    site = explore.open_site("pfez-02")
    expect(site.row("area_ha")).to_contain_text("17,5" if lang != "en" else "17.5")
    inquiry = site.ask_for("power_mw")
    asked = inquiry.say(
        "How much electric power (MW) can be connected at %(places)s, and by when?", places="…"
    )
    expect(inquiry.question).to_have_value(re.compile(re.escape(asked.split("…")[0])))
    received = inquiry.introduce("Ona Petraitė", investor).send()

    expect(received.heading).to_have_text(received.say("Your question was received"))
    reference = received.reference
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){2}", reference)
    expect(received.main).to_contain_text(re.compile(r"\d{1,2}:\d{2}"))
    assert investor not in page.content()
    assert inquiries_of(investor) == [reference]
    mails = mail_about(reference)
    assert set(mails) == {investor, "desk@localhost.invalid"}
    assert mails[investor]["language"] == lang

    page.go_back()
    expect(inquiry.question).to_have_value(re.compile(re.escape(asked.split("…")[0])))


def test_a_second_sending_gives_the_same_reference(page, investor, inquiries_of):
    """Back, and the same once more: as from a double click or a lost answer."""
    inquiry = InquiryPage(page).open("?site=pfez-02&question=power_mw")
    sent = inquiry.page.locator("#inquiry")
    inquiry.introduce("Ona", investor)
    form = sent.evaluate("form => [...new FormData(form)]")
    first = inquiry.send().reference

    page.evaluate(
        """([action, pairs]) => {
            const form = Object.assign(document.createElement("form"), { method: "post", action });
            for (const [name, value] of pairs) {
                form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
            }
            document.body.append(form);
            form.submit();
        }""",
        ["/en/inquire", form],
    )
    page.wait_for_url(f"**/received/{first}")
    assert ReceivedPage(page).reference == first
    assert inquiries_of(investor) == [first]
