"""`portal serve` as a network sees it: bodies that are no bodies, and a port that is taken."""

import os
import socket
import subprocess
import sys
import time

import pytest

from portal.config import ROOT

POST = (
    b"POST /theme HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
)


def start(port, folder):
    command = [sys.executable, "-m", "portal.cli", "serve", "--port", str(port), "--workers", "1"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**kept, "PORTAL_INSTANCE_DIR": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory, port):
    """A server of its own on a free port."""
    with start(port, tmp_path_factory.mktemp("serve")) as process:
        until = time.monotonic() + 30
        while time.monotonic() < until and not _listens(port):
            time.sleep(0.1)
        yield process
        process.terminate()


def _listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def answer_to(port, sent):
    """The status line of the answer to these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as opened:
        opened.sendall(sent)
        opened.shutdown(socket.SHUT_WR)
        return opened.makefile("rb").readline()


@pytest.mark.parametrize("body", [b"zz\r\n", b"-1\r\n\r\n", b"5\r\nab\r\n", b"5\r\nab"])
def test_a_body_in_broken_chunks_is_refused_and_no_crash(server, port, body):
    assert b" 400 " in answer_to(port, POST + body)


def test_a_port_that_is_taken_is_one_line_and_status_1(server, port, tmp_path):
    second = start(port, tmp_path)
    _, said = second.communicate(timeout=60)

    assert second.returncode == 1
    assert str(port) in said
    assert "Traceback" not in said
