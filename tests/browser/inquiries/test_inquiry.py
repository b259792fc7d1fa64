"""The investor asks a question: on desktop and phone, by keyboard, without JavaScript, without connection."""

import itertools
import re

import pytest
from browsing import DESKTOP, PHONE, axe_problems
from playwright.sync_api import expect
from sqlalchemy import func, select

from portal.inquiries.models import Inquiry

ABOUT = "/en/inquire?site=pfez-02&question=power_mw"
NUMBERS = itertools.count()  # no address may ask too often
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@pytest.fixture
def count_inquiries(live_app):
    def count():
        with live_app.extensions["database"].reading() as session:
            return session.scalar(select(func.count()).select_from(Inquiry))

    return count


def fill(page, **typed):
    email = f"ona{next(NUMBERS)}@example.org"
    for label, value in {"Your name": "Ona", "E-mail": email, **typed}.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("I agree").check()


def send(page):
    page.get_by_role("button", name="Send the question").click()


@SIZES
def test_a_question_gets_a_reference_and_a_time(open_page, size):
    page = open_page(size)
    page.goto(ABOUT)
    expect(page.get_by_label("Your question")).to_have_value(re.compile("How much electric power"))
    fill(page)
    send(page)

    page.wait_for_url("**/en/inquire/received/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your question was received")
    reference = page.url.rsplit("/", 1)[-1]
    expect(page.get_by_text(reference)).to_be_visible()
    expect(page.get_by_text("Vilnius time")).to_be_visible()


def test_it_works_by_keyboard_alone(page):
    page.goto(ABOUT)
    page.get_by_label("Your question").focus()
    for keys in ("Tab", "Ona", "Tab", "ona@example.org", "Tab", "Tab", "Space", "Tab", "Tab", "Enter"):
        if keys in ("Tab", "Space", "Enter"):
            page.keyboard.press(keys)
        else:
            page.keyboard.type(keys)

    page.wait_for_url("**/received/*")


def test_enter_in_a_field_sends_and_removes_no_site(page, count_inquiries):
    before = count_inquiries()
    page.goto(ABOUT)
    fill(page)
    page.get_by_label("E-mail", exact=True).press("Enter")

    page.wait_for_url("**/received/*")
    assert count_inquiries() == before + 1
    expect(page.get_by_role("main").get_by_role("link", name="Free remainder")).to_be_visible()


def test_a_double_click_sends_once(page, count_inquiries):
    before = count_inquiries()
    page.goto(ABOUT)
    fill(page)
    page.get_by_role("button", name="Send the question").dblclick()

    page.wait_for_url("**/received/*")
    assert count_inquiries() == before + 1


@SIZES
def test_mistakes_take_the_focus_and_lead_to_their_fields(open_page, size):
    page = open_page(size)
    page.goto(ABOUT)
    page.get_by_label("E-mail", exact=True).fill("ona@")
    send(page)

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="E-mail").click()
    expect(page.get_by_label("E-mail", exact=True)).to_be_focused()
    assert axe_problems(page) == []


def test_without_javascript_a_site_is_removed_and_the_question_sent(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/en/inquire?site=pfez-02&site=pan-01")
    fill(page, **{"Your question": "What is free?"})
    page.get_by_role("button", name=re.compile("Remove Norwegian")).click()
    expect(page.get_by_label("Your question")).to_have_value("What is free?")
    expect(page.get_by_text("Norwegian Industrial Park")).to_have_count(0)
    page.get_by_label("I agree").check()
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Your question was received")


def test_offline_nothing_is_sent_and_what_was_typed_stays(page):
    page.goto("/en/inquire")
    fill(page, **{"Your question": "What is free in spring?"})
    page.context.set_offline(True)
    send(page)

    expect(page.get_by_text("Your browser is offline")).to_be_visible()
    page.context.set_offline(False)
    page.goto("/en/privacy")
    page.goto("/en/inquire")
    expect(page.get_by_label("Your question")).to_have_value("What is free in spring?")
    expect(page.get_by_label("I agree")).not_to_be_checked()
    expect(page.get_by_text("is filled in again")).to_be_visible()


def test_what_was_typed_follows_into_another_language_and_is_forgotten_once_sent(page):
    page.goto("/en/inquire?site=pfez-02")
    fill(page, **{"Your question": "Kiek MW?"})
    page.locator("header").get_by_role("link", name="Deutsch").first.click()
    page.wait_for_url("**/de/inquire*")
    expect(page.locator("#question")).to_have_value("Kiek MW?")
    page.locator("#consent").check()
    page.locator("#email").press("Enter")
    page.wait_for_url("**/received/*")
    page.goto("/en/inquire?site=pfez-02")
    expect(page.get_by_label("Your question")).to_have_value("")


def test_a_text_close_to_the_limit_is_counted(page):
    page.goto("/en/inquire")
    page.get_by_label("Your question").fill("x" * 4100)
    expect(page.get_by_text("4,100 of 5,000 characters")).to_be_visible()


@SIZES
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_form_and_confirmation_have_no_barrier(open_page, size, theme):
    page = open_page(size, color_scheme=theme)
    page.goto(ABOUT)
    page.locator("summary", has_text="About the project").click()
    assert axe_problems(page) == []
    fill(page)
    send(page)
    page.wait_for_url("**/received/*")
    assert axe_problems(page) == []
