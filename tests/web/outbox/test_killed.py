"""A worker that is killed with SIGKILL while it sends: nothing is lost, and a double can be recognised."""

import os
import signal
import socket
import subprocess
import sys
import threading

import pytest

from portal.config import ROOT

WORKER = """
import sys
from datetime import UTC, datetime
from portal.db.session import Database
from portal.mail.senders import SmtpSender
from portal.outbox.worker import mail_job

url, port, moment = sys.argv[1], int(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
job = mail_job(SmtpSender("127.0.0.1", port, "none"), "portal@example.org")
with Database(url).write_session() as session:
    while job(session, moment):
        pass
"""


@pytest.fixture
def killed_while_sending(server, engine_url, clock):
    """Run a worker and kill it when the server has taken its first message, before it hears so."""

    def run():
        command = [sys.executable, "-c", WORKER, engine_url, str(server.port), clock().isoformat()]
        worker = subprocess.Popen(command, cwd=ROOT)

        def kill():
            server.at_data = None
            os.kill(worker.pid, signal.SIGKILL)
            return "250 taken"

        server.at_data = kill
        assert worker.wait(60) == -signal.SIGKILL

    return run


@pytest.fixture
def hang_up():
    """`hang_up(port)`: a server that reads one message to its end and closes without a word."""
    threads = []

    def talk(listening):
        connection, _ = listening.accept()
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 here\r\n")
            for line in lines:
                connection.sendall(b"354 go on\r\n" if line == b"data\r\n" else b"250 OK\r\n")
                if line == b"data\r\n":
                    break
            for line in lines:
                if line == b".\r\n":
                    break
        listening.close()

    def start(port):
        listening = socket.create_server(("127.0.0.1", port))
        threads.append(threading.Thread(target=talk, args=(listening,)))
        threads[-1].start()

    yield start
    for thread in threads:
        thread.join(10)


def test_a_killed_workers_message_is_sent_once_more_under_the_same_id(
    server, queue, send, items, clock, killed_while_sending
):
    server.start()
    queue("a@example.org", "b@example.org")
    killed_while_sending()

    assert [item.state for item in items()] == ["leased", "queued"]
    assert send() == 1  # the other one; the lease still runs
    clock.advance(seconds=91)
    assert send() == 1
    assert [to for to, _ in server.taken] == [["a@example.org"], ["b@example.org"], ["a@example.org"]]
    assert server.message_ids[0] == server.message_ids[2] != server.message_ids[1]
    assert [item.state for item in items()] == ["sent", "sent"]
    assert "once more" in items()[0].last_error


def test_killed_a_second_time_it_is_left_to_people(server, queue, send, items, clock, killed_while_sending):
    server.start()
    queue("a@example.org")
    killed_while_sending()
    clock.advance(seconds=91)
    killed_while_sending()

    assert items()[0].state == "uncertain"
    clock.advance(seconds=91)
    assert send() == 0
    assert items()[0].state == "failed"
    assert "may have arrived" in items()[0].last_error
    assert len(server.taken) == 2


def test_an_uncertain_message_waits_for_its_server(server, queue, send, items, clock, killed_while_sending):
    server.start()
    queue("a@example.org")
    killed_while_sending()
    server.stop()
    clock.advance(seconds=91)
    send()

    assert items()[0].state == "uncertain"
    server.start()
    clock.advance(minutes=30)
    assert send() == 1
    assert items()[0].state == "sent"


def test_a_connection_lost_after_the_text_leaves_its_fate_open(hang_up, server, queue, send, items, clock):
    hang_up(server.port)
    queue("a@example.org")

    assert send() == 1
    assert items()[0].state == "uncertain"
    server.start()
    clock.advance(minutes=1)
    assert send() == 1
    assert items()[0].state == "sent"
    assert server.message_ids == [items()[0].message_id]
