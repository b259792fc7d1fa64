"""`portal work --once` as an operator runs it."""

import os
import subprocess
import sys

import pytest
from sqlalchemy import select

from portal.config import ROOT
from portal.db.session import Database
from portal.mail.message import Message
from portal.outbox.actions import enqueue_mail
from portal.outbox.models import OutboxItem


@pytest.fixture
def work(engine_url, tmp_path):
    """`work(mail_url)`: run the command once on a database with one message due."""
    from datetime import UTC, datetime, timedelta

    database = Database(engine_url)
    with database.writing() as session:
        message = Message("ona@example.org", "Subject", "Text\n", "<p>Text</p>\n", "en")
        due = datetime.now(UTC) - timedelta(minutes=1)
        enqueue_mail(session, message, key="k", mail_from="portal@example.org", now=due)

    def run(mail_url):
        environ = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")},
            "PORTAL_DATABASE_URL": engine_url,
            "PORTAL_INSTANCE_DIR": str(tmp_path / "instance"),
            "PORTAL_MAIL_URL": mail_url,
        }
        command = [sys.executable, "-m", "portal.cli", "work", "--once"]
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120)
        with database.reading() as session:
            return done, session.scalars(select(OutboxItem)).one()

    yield run
    database.dispose()


def test_it_empties_what_is_due_and_exits(work, tmp_path):
    done, item = work(f"file://{tmp_path / 'mail'}")

    assert done.returncode == 0
    assert item.state == "sent"
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1


def test_it_exits_though_the_mail_server_is_down_and_keeps_the_message(work, server):
    done, item = work(f"smtp://127.0.0.1:{server.port}?tls=none")

    assert done.returncode == 0
    assert item.state == "queued"
    assert "mail not sent" in done.stderr
    assert "ona@example.org" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_it_hands_over_to_a_real_server(work, server):
    server.start()
    done, item = work(f"smtp://127.0.0.1:{server.port}?tls=none")

    assert (done.returncode, item.state) == (0, "sent")
    assert len(server.taken) == 1
