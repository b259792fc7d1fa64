"""The e-mails of an inquiry in every language, with the worst that can be typed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from portal.inquiries import emails
from portal.inquiries.desk import Desk
from portal.inquiries.models import Inquiry
from portal.inquiries.rules import OfficeHours
from portal.kinds import register_kinds

DESK = Desk(
    organisation_j={"en": "Agency", "lt": "Agentūra", "de": "Agentur"},
    office_j={"en": "Investor desk"},
    region_j={"en": "Region"},
    email="desk@example.org",
    mail_from="portal@example.org",
    language="en",
    controller="Example agency, Street 1",
    base_url="https://portal.example",
    hours=OfficeHours("LT", "Europe/Vilnius", (1, 2, 3, 4, 5), 8, 17),
    sectors={"el": {"en": "Electronics", "lt": "Elektronika"}},
)


def inquiry(**changes):
    values = {
        "reference": "7K2-Q9D-0MX",
        "language": "en",
        "name": "Ona <b>Petraitė</b>",
        "email": "ona@example.org",
        "question": "First line\nSee https://evil.example & <script>alert(1)</script>",
        "needs_j": {"area_ha": 8.5, "sector": "el", "asked": ["power_mw"]},
        "received_at": datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        "due_at": datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
    }
    return Inquiry(**{**values, **changes})


@pytest.fixture(autouse=True)
def kinds():
    register_kinds()


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_the_confirmation_promises_the_same_time_in_each_language(lang):
    message = emails.confirmation(inquiry(language=lang), [], DESK)

    assert message.to == "ona@example.org"
    assert message.reply_to == "desk@example.org"
    assert message.language == lang
    assert "7K2-Q9D-0MX" in message.subject
    for body in (message.text, message.html):
        assert "7K2-Q9D-0MX" in body
        assert "12:00" in body
        assert f"https://portal.example/{lang}/privacy" in body
        assert "Example agency, Street 1" in body
        assert "desk@example.org" in body


def test_what_was_typed_is_quoted_without_markup_and_links():
    message = emails.confirmation(inquiry(), [], DESK)

    assert "> First line" in message.text
    assert "https://evil.example" not in message.text + message.html
    assert "<script>" not in message.html
    assert "First line<br>" in message.html


def test_the_confirmation_does_not_tell_the_name():
    message = emails.confirmation(inquiry(), [], DESK)

    assert "Petraitė" not in message.text + message.html + message.subject


def test_the_notice_tells_the_desk_everything_and_answers_go_to_the_sender():
    message = emails.notice(inquiry(company="X AB", country="DE", phone="+49 30 123456"), [], DESK)

    assert message.to == "desk@example.org"
    assert message.reply_to == "ona@example.org"
    for told in (
        "Petraitė",
        "ona@example.org",
        "X AB",
        "Germany",
        "+49 30 123456",
        "8.5\u00a0ha",
        "Electronics",
    ):
        assert told in message.text
    assert "Electric power now (MW)" in message.text
    assert "<b>Petraitė" not in message.html


def test_a_name_with_line_breaks_stays_in_the_subject():
    message = emails.notice(inquiry(code_name="Linden\r\nBcc: x@example.org"), [], DESK)

    assert "\n" not in message.subject
    assert "Linden Bcc: x@example.org" in message.subject


def test_no_body_has_gaps_or_left_over_template():
    for made in (emails.confirmation(inquiry(), [], DESK), emails.notice(inquiry(), [], DESK)):
        assert "\n\n\n" not in made.text
        assert "{" not in made.text
        assert all(line == line.rstrip() or line == "-- " for line in made.text.splitlines())


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_the_notice_speaks_the_language_of_the_desk(lang):
    message = emails.notice(inquiry(), [], replace(DESK, language=lang))

    assert message.language == lang
    for body in (message.text, message.html):
        assert "7K2-Q9D-0MX" in body
        assert "%(" not in body
        assert "{{" not in body
