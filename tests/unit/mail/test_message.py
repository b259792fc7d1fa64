from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.mail.message import Message, mime, one_line, quoted, unlinked

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def message(**changes):
    values = {
        "to": "ona@example.org",
        "subject": "Klausimas",
        "text": "Ąžuolas\n",
        "html": "<p>Ąžuolas</p>\n",
        "language": "lt",
        "reply_to": "desk@example.org",
    }
    return Message(**{**values, **changes})


def wire(sent):
    made = mime(sent, sender="portal@example.org", message_id="<1.a@example.org>", now=NOW)
    return message_from_bytes(made.as_bytes(), policy=default)


def test_a_message_on_the_wire_says_what_it_is():
    read = wire(message())

    assert read["From"] == "portal@example.org"
    assert read["To"] == "ona@example.org"
    assert read["Reply-To"] == "desk@example.org"
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["Message-ID"] == "<1.a@example.org>"
    assert read["Content-Language"] == "lt"
    assert [part.get_content_type() for part in read.iter_parts()] == ["text/plain", "text/html"]
    assert read.get_body(("plain",)).get_content().strip() == "Ąžuolas"


@given(st.text(max_size=300))
def test_no_subject_can_become_another_header(subject):
    read = wire(message(subject=f"A\r\nBcc: x@example.org\n{subject}"))

    assert read["Bcc"] is None
    assert read["Subject"].startswith("A Bcc: x@example.org")
    assert len(read["Subject"]) <= 200


@pytest.mark.parametrize("address", ["no address", "", "@example.org", "a@", "a@b c"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(ValueError):
        wire(message(to=address))


def test_line_breaks_in_an_address_cannot_add_a_header():
    with pytest.raises(ValueError):
        wire(message(reply_to="a@example.org\r\nBcc: x@example.org"))


def test_a_domain_outside_ascii_is_written_as_servers_know_it():
    assert wire(message(to="jonas@įmonė.lt"))["To"] == "jonas@xn--mon-mra0j.lt"


def test_a_message_survives_being_stored():
    assert Message.from_json(message().to_json()) == message()


@pytest.mark.parametrize(
    "typed",
    ["https://evil.example/x", "www.evil.example", "evil.example", "a@evil.example", "HTTP://EVIL.EXAMPLE"],
)
def test_addresses_of_strangers_are_broken_up_but_look_the_same(typed):
    shown = unlinked(typed)

    assert shown.replace("\u200b", "") == typed
    assert "\u200b" in shown
    assert not any(
        typed[at : at + 8] in shown for at in range(len(typed) - 7) if "." in typed[at + 1 : at + 6]
    )


def test_numbers_and_ends_of_sentences_stay_as_they_are():
    assert unlinked("Is 12.5 MW possible? Yes. By 2028") == "Is 12.5 MW possible? Yes. By 2028"


def test_turned_text_is_turned_back():
    assert unlinked("abc\u202efdp.exe") == "abcfdp.\u200bexe"


def test_a_quote_marks_every_line():
    assert quoted("one\n\ntwo") == "> one\n>\n> two"


def test_a_long_line_is_cut():
    assert one_line("x" * 300, 10) == "x" * 9 + "…"


def test_a_subject_reads_in_the_direction_in_which_it_was_written():
    assert one_line("Ona\u202egro.live\u2069") == "Onagro.live"
