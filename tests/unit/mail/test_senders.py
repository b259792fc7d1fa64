from datetime import UTC, datetime

import pytest

from portal.mail.message import Message, mime
from portal.mail.senders import FileSender, SmtpSender, Unreachable, sender_for

SENT = Message("ona@example.org", "S", "T\n", "<p>T</p>\n", "en")


def wire(message_id="<20261123100000.ab@example.org>"):
    return mime(SENT, sender="p@example.org", message_id=message_id, now=datetime(2026, 11, 23, tzinfo=UTC))


def test_the_address_chooses_the_sender(tmp_path):
    assert sender_for(f"file://{tmp_path}") == FileSender(tmp_path)
    assert sender_for("smtp://u%40x:p%3Aw@mail.example.org") == SmtpSender(
        "mail.example.org", 587, "starttls", "u@x", "p:w"
    )
    assert sender_for("smtp://mail.example.org?tls=implicit").port == 465
    assert sender_for("smtp://localhost:2525?tls=none") == SmtpSender("localhost", 2525, "none")


def test_the_password_is_not_shown():
    assert "p:w" not in repr(sender_for("smtp://u:p%3Aw@mail.example.org"))


def test_a_folder_gets_one_file_a_message(tmp_path):
    folder = tmp_path / "mail"
    for _ in range(2):
        FileSender(folder).send(wire())

    assert [path.name for path in folder.iterdir()] == ["20261123100000.ab.eml"]
    assert b"Message-ID: <20261123100000.ab@example.org>" in next(folder.iterdir()).read_bytes()


def test_a_folder_that_cannot_be_written_is_tried_again_later(tmp_path):
    (tmp_path / "mail").write_text("a file in the way")

    with pytest.raises(Unreachable):
        FileSender(tmp_path / "mail").send(wire())


def test_a_server_that_is_not_there_is_tried_again_later():
    with pytest.raises(Unreachable, match="no connection"):
        SmtpSender("127.0.0.1", 9, "none", timeout_s=2).send(wire())


def test_no_message_id_leads_out_of_the_folder(tmp_path):
    folder = tmp_path / "mail"
    FileSender(folder).send(wire("<../../evil@example.org>"))

    assert [path.name for path in folder.iterdir()] == [".._.._evil.eml"]
