"""From the form to the two e-mails in somebody's hands."""

from email import message_from_bytes
from email.policy import default

import pytest
from sqlalchemy import select

from portal.inquiries.models import Inquiry


@pytest.fixture
def mailbox(app, client, tmp_path, clock):
    """`mailbox()`: what the worker has written, by recipient."""
    from portal.mail.senders import FileSender
    from portal.ops.worker import Worker
    from portal.outbox.worker import mail_job

    def read():
        database = app.extensions["database"]
        Worker(database, [mail_job(FileSender(tmp_path), "portal@example.org")], clock).run_once()
        read_all = (message_from_bytes(path.read_bytes(), policy=default) for path in tmp_path.glob("*.eml"))
        return {message["To"]: message for message in read_all}

    return read


def text_of(message):
    return message.get_body(("plain",)).get_content()


def test_the_investor_gets_a_confirmation_and_the_desk_a_notice(ask, mailbox, session):
    ask("?site=pfez-02&question=power_mw", company="Example GmbH", question="How many MW?")
    inquiry = session.scalars(select(Inquiry)).one()
    mails = mailbox()

    assert set(mails) == {"ona@example.org", "desk@localhost.invalid"}
    confirmation, notice = mails["ona@example.org"], mails["desk@localhost.invalid"]
    assert confirmation["Reply-To"] == "desk@localhost.invalid"
    assert notice["Reply-To"] == "ona@example.org"
    for message in (confirmation, notice):
        assert inquiry.reference in message["Subject"]
        assert inquiry.reference in text_of(message)
        assert "Tuesday, 24 Nov 2026, 12:00 (Vilnius time)" in text_of(message)
        assert "http://localhost/en/sites/pfez-02" in text_of(message)
        assert "> How many MW?" in text_of(message)
        assert message["Auto-Submitted"] == "auto-generated"
    assert "Example GmbH" in text_of(notice)
    assert "Electric power now (MW)" in text_of(notice)


@pytest.mark.parametrize("lang", ["lt", "de"])
def test_the_confirmation_speaks_the_investors_language(ask, mailbox, lang):
    ask("?site=pfez-02", lang=lang)
    confirmation = mailbox()["ona@example.org"]

    assert confirmation["Content-Language"] == lang
    assert f"/{lang}/sites/pfez-02" in text_of(confirmation)
    assert f"/{lang}/privacy" in text_of(confirmation)


def test_a_header_cannot_be_smuggled_in(ask, mailbox):
    ask(name="Ona\r\nBcc: x@example.org", code_name="Linden\nX-Evil: 1", company="A\rSubject: B")
    mails = mailbox()

    assert len(mails) == 2
    for message in mails.values():
        assert message["Bcc"] is None
        assert message["X-Evil"] is None


def test_an_address_outside_ascii_gets_its_confirmation(ask, mailbox):
    ask(email="jonas@įmonė.lt")

    assert "jonas@xn--mon-mra0j.lt" in mailbox()


def test_nothing_personal_is_logged(ask, mailbox, caplog):
    caplog.set_level("DEBUG", logger="portal")
    ask(question="Secret question", company="Example GmbH")
    mailbox()
    told = " ".join(f"{record.getMessage()} {getattr(record, 'fields', '')}" for record in caplog.records)

    assert told
    for word in ("ona", "Petrait", "Secret", "GmbH"):
        assert word.lower() not in told.lower()
