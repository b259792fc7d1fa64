"""A real mail server on the loopback that does as it is told, and an outbox to empty into it."""

import socket
import threading

import pytest
from aiosmtpd.controller import Controller

from portal.db.session import Database
from portal.mail.message import Message
from portal.mail.senders import SmtpSender
from portal.outbox.actions import enqueue_mail
from portal.outbox.models import OutboxItem
from portal.outbox.worker import mail_job

MAIL_FROM = "portal@example.org"


class Server:
    """An SMTP server: `answers` go to the next recipients, `at_data` is called for each text it takes."""

    def __init__(self):
        self.taken = []
        self.answers = []
        self.at_data = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((envelope.rcpt_tos, envelope.content))
        if self.at_data:
            return self.at_data()
        return "250 taken"

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    @property
    def message_ids(self):
        from email import message_from_bytes

        return [message_from_bytes(content)["Message-ID"] for _, content in self.taken]


@pytest.fixture
def server():
    made = Server()
    yield made
    made.stop()


@pytest.fixture
def opened(engine_url):
    """A database of this test's own, once on each engine."""
    database = Database(engine_url)
    yield database
    database.dispose()


@pytest.fixture
def queue(opened, clock):
    """`queue("a@example.org", …)`: put a message to each address into the outbox."""

    def put(*addresses):
        with opened.writing() as session:
            for address in addresses:
                message = Message(address, "Subject", "Text\n", "<p>Text</p>\n", "en", "desk@example.org")
                enqueue_mail(session, message, key=f"to:{address}", mail_from=MAIL_FROM, now=clock())

    return put


@pytest.fixture
def send(opened, server, clock):
    """Let the worker send until it has nothing to do: how many messages were dealt with."""
    job = mail_job(SmtpSender("127.0.0.1", server.port, "none", timeout_s=5), MAIL_FROM)

    def run():
        done = 0
        while True:
            with opened.write_session() as session:
                now_done = job(session, clock())
            done += now_done
            if not now_done:
                return done

    return run


@pytest.fixture
def items(opened):
    """What stands in the outbox, in order."""

    def found():
        with opened.reading() as session:
            rows = list(session.query(OutboxItem).order_by(OutboxItem.id))
            session.expunge_all()
            return rows

    return found


@pytest.fixture
def in_threads():
    """`in_threads(function, n)`: call it in n threads at once and wait."""

    def run(function, number):
        threads = [threading.Thread(target=function) for _ in range(number)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)

    return run
